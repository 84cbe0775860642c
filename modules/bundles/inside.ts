import type { approvalsEndpoints, Submission } from '@mashang/approvals/contract'
import type { Bundle, Organ, ServiceItem, Window } from '@mashang/flow'
import type { Calendar, Handlers, Refusal, Who, Words } from '@mashang/kit'
import type { Journal, Sheets } from '@mashang/store'
import type { BundleApplicant, BundleClerk, SeenOriginal } from './contract/index.ts'
import type { BundlesDb } from './store/tables.ts'

/** A person, as identity answers for him. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly idCard: string
  readonly enterprises: readonly { readonly uscc: string; readonly name: string }[]
}

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

/** What the applicant does in approvals from the page of his bundle, in his own name. */
export type ApprovalsHandlers = Pick<
  Handlers<typeof approvalsEndpoints>,
  'uploadFile' | 'getApplication' | 'correctApplication'
>

/** One application of a bundle as it is handed to approvals. */
export interface HandedPart {
  readonly item: string
  readonly applicant: BundleApplicant
  readonly form: Readonly<Record<string, unknown>>
  readonly materials: readonly {
    readonly material: string
    readonly files: readonly { readonly digest: string; readonly name: string }[]
  }[]
  readonly consents: readonly {
    readonly material: string
    readonly source: string
    readonly by: 'applicant'
  }[]
  /** At a window: who took it in, and the originals that were seen there. */
  readonly takenBy?: BundleClerk
  readonly seen?: readonly SeenOriginal[]
}

/** Asked of approvals where several applications belong together. */
export interface ApprovalsForBundles {
  submitPart(who: Who, part: HandedPart, key: string): Promise<Submission | Refusal>
  findHeldFor(
    personId: string,
    applicant: BundleApplicant,
    item: ServiceItem,
  ): Promise<readonly { readonly material: string; readonly evidence: Words; readonly source?: string }[]>
  findLicencesOf(
    applications: readonly string[],
  ): Promise<readonly { readonly application: string; readonly id: string; readonly number: string }[]>
}

/** What the module's own files work with. */
export interface Inside {
  readonly db: BundlesDb
  readonly sheets: Sheets
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly bundles: readonly Bundle[]
  readonly organs: ReadonlyMap<string, Organ>
  readonly windows: ReadonlyMap<string, Window>
  readonly regionNames: (code: string) => readonly string[] | undefined
  /** Asked of identity. */
  readonly findPerson: (id: string) => Promise<Person | undefined>
  /** Asked of approvals. */
  readonly findItem: (code: string) => Promise<ServiceItem | undefined>
  readonly approvals: ApprovalsHandlers
  readonly forBundles: ApprovalsForBundles
  readonly findApplications: (ids: readonly string[]) => Promise<readonly ApplicationFacts[]>
}

/** An organ of the profile; the check of definitions made sure that it exists. */
export function getOrgan({ organs }: Pick<Inside, 'organs'>, id: string) {
  const organ = organs.get(id)
  if (!organ) throw new Error(`the profile has no organ “${id}”`)
  return { id: organ.id, name: organ.name, short: organ.short }
}
