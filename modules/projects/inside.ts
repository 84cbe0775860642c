import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { Documents } from '@mashang/document'
import type { Organ, ProjectStages, ServiceItem } from '@mashang/flow'
import type { Calendar, Handlers, StaffRole } from '@mashang/kit'
import type { Files, Journal, Sheets } from '@mashang/store'
import type { ProjectsDb } from './store/tables.ts'

/** A person, as identity answers for him. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly enterprises: readonly { readonly uscc: string; readonly name: string }[]
}

/** A member of staff, as identity names him. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly roles: readonly StaffRole[]
}

/** What the owner of a project does in approvals from the project's page, in his own name. */
export type ApprovalsHandlers = Pick<Handlers<typeof approvalsEndpoints>, 'submitApplication' | 'uploadFile'>

/** What is asked of approvals about an application. */
export interface ApplicationFacts {
  readonly id: string
  readonly number: string
  readonly item: string
  readonly organ: string
  readonly status: string
  readonly submittedAt: string
  readonly acceptedAt?: string
  readonly concludedAt?: string
  /** Last day of the promised limit, once accepted. */
  readonly due?: string
  readonly stops: readonly { readonly from: string; readonly to?: string }[]
  readonly correction?: { readonly from: string; readonly to?: string }
}

/** What the module's own files work with. */
export interface Inside {
  readonly db: ProjectsDb
  readonly sheets: Sheets
  readonly journal: Journal
  readonly files: Files
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  /** Six digits, GB/T 2260. */
  readonly region: string
  readonly stages: ProjectStages
  readonly organs: ReadonlyMap<string, Organ>
  readonly regionNames: (code: string) => readonly string[] | undefined
  /** Asked of identity. */
  readonly findPerson: (id: string) => Promise<Person | undefined>
  /** Who works for an organ now; asked of identity. */
  readonly findColleagues: (organ: string) => Promise<readonly Colleague[]>
  readonly documents: Documents
  /** Begins the numbers of documents: 大. */
  readonly documentWord: string
  /** Asked of approvals. */
  readonly findItem: (code: string) => Promise<ServiceItem | undefined>
  readonly approvals: ApprovalsHandlers
  readonly findApplications: (ids: readonly string[]) => Promise<readonly ApplicationFacts[]>
}

/** The organ of a stage; the check of definitions made sure that it exists. */
export function getOrgan({ organs }: Pick<Inside, 'organs'>, id: string) {
  const organ = organs.get(id)
  if (!organ) throw new Error(`the profile has no organ “${id}”`)
  return { id: organ.id, name: organ.name, short: organ.short }
}
