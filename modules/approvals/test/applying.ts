import type { Who } from '@mashang/kit'
import { anUpload, aPdf, granted, type TestOffice } from '../testing/index.ts'

export const KITE = '2102-TY-XK-0001'
export const FORM = {
  name: '王小明',
  phone: '13800000001',
  land: 'public',
  site: { region: '210202001002', detail: '人民路 1 号' },
  day: '2027-01-20',
  'line-length': 80,
  night: false,
}

let files = 0

/** What a kite permit is applied for with; its plan is uploaded first. */
export async function aKiteApplication(office: TestOffice, who: Who, form: Record<string, unknown> = FORM) {
  const file = granted(
    await office.as(who).uploadFile({ upload: anUpload('方案.pdf', aPdf(String(files++))) }),
  )
  return {
    item: KITE,
    applicant: { kind: 'person' as const },
    form,
    materials: [{ material: 'plan', files: [{ digest: file.digest, name: '方案.pdf' }] }],
  }
}

/** Submits one; its id. */
export async function apply(office: TestOffice, who: Who): Promise<string> {
  return granted(await office.as(who).submitApplication({ input: await aKiteApplication(office, who) })).id
}
