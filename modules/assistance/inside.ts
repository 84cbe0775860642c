import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { Documents } from '@mashang/document'
import type { CityLimits, ServiceItem } from '@mashang/flow'
import type { Calendar, Handlers } from '@mashang/kit'
import type { Journal } from '@mashang/store'
import type { AssistanceDb } from './store/tables.ts'

/** A person, as identity answers for him. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly idCard: string
  readonly enterprises: readonly { readonly uscc: string; readonly name: string }[]
}

type ApprovalsHandlers = Handlers<typeof approvalsEndpoints>

/** What the module's own files work with. */
export interface Inside {
  readonly db: AssistanceDb
  readonly journal: Journal
  readonly documents: Documents
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly limit: CityLimits['help']
  readonly centre: { readonly zh: string; readonly en: string }
  /** Asked of identity. */
  readonly findPerson: (id: string) => Promise<Person | undefined>
  /** Asked of approvals. */
  readonly findItem: (code: string) => Promise<ServiceItem | undefined>
  readonly getApplication: ApprovalsHandlers['getApplication']
  readonly openIntake: ApprovalsHandlers['openIntake']
  /** Told through identity. */
  readonly tellPerson: (personId: string, words: string) => Promise<unknown>
}
