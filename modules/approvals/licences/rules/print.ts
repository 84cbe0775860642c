/** 电子证照标识 — what each new print of a licence is known by. */
import { checkLicenceId, isRefusal, licenceIdOf } from '@mashang/kit'
import { currentPrint, type Licence } from './licence.ts'

/** The identifier of the next print: the same licence, its version one higher (GB/T 36904). */
export function eachPrintRaisesTheVersion(licence: Licence): string {
  const { identifier, version } = currentPrint(licence)
  const checked = checkLicenceId(identifier)
  if (isRefusal(checked)) throw new Error(`the licence ${licence.number} has a broken identifier`)
  return licenceIdOf({ ...checked.parts, version: version + 1 })
}
