import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { CityLimits, Law, Organ, ServiceItem } from '@mashang/flow'
import type { Calendar, Handlers } from '@mashang/kit'
import type { Journal } from '@mashang/store'
import type { KnowledgeDb } from './store/tables.ts'

/** What the module's own files work with. */
export interface Inside {
  readonly db: KnowledgeDb
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly limit: CityLimits['question']
  readonly laws: readonly Law[]
  readonly organs: ReadonlyMap<string, Organ>
  /** Asked of approvals: the definition in force of an item. */
  readonly findItem: (code: string) => Promise<ServiceItem | undefined>
  /** Asked of approvals: a case, to whom it belongs. */
  readonly getApplication: Handlers<typeof approvalsEndpoints>['getApplication']
  /** Told through identity. */
  readonly tellPerson: (personId: string, words: string) => Promise<unknown>
}

/** An organ that a question lies with; those were checked when it came there. */
export function getOrgan({ organs }: Pick<Inside, 'organs'>, id: string) {
  const organ = organs.get(id)
  if (!organ) throw new Error(`the profile has no organ “${id}”`)
  return { id: organ.id, name: organ.name, short: organ.short }
}
