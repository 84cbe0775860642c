import type { Fee, FormValues } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { ApplicationStatus } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { findCase } from '../store/cases.ts'
import { fullWords } from './issued.ts'

/** What fees may know of an application: what its item asks for, the form it is reckoned from, and who pays. */
export interface FeeCase {
  readonly id: string
  readonly number: string
  readonly item: { readonly code: string; readonly name: Words }
  readonly organ: string
  readonly fees: readonly Fee[]
  readonly online: boolean
  readonly form: FormValues
  readonly payer: { readonly personId: string; readonly name: string; readonly kind: 'person' | 'enterprise' }
  readonly status: ApplicationStatus
  readonly acceptedAt?: string
}

/** An application as fees may know it; undefined when there is none. */
export async function findFeeCase(inside: Inside, id: string): Promise<FeeCase | undefined> {
  const found = await findCase(inside, id)
  if (!found) return undefined
  const { application, item } = found
  const { applicant, acceptedAt } = application
  return {
    id,
    number: application.number,
    item: { code: item.code, name: fullWords(item.name) },
    organ: item.organ,
    fees: item.fees,
    online: item['online-payment'],
    form: application.form,
    payer: { personId: applicant.personId, name: applicant.name, kind: applicant.kind },
    status: application.status,
    ...(acceptedAt === undefined ? {} : { acceptedAt }),
  }
}
