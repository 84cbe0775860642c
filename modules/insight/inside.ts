import type { Documents } from '@mashang/document'
import type { Organ } from '@mashang/flow'
import type { Calendar, Words } from '@mashang/kit'
import type { Journal } from '@mashang/store'
import type { InsightDb } from './store/tables.ts'

interface Said {
  readonly at: string
  readonly by: string
}

/** What is asked of approvals about a case: its times and how it ended, nothing of whose it is. */
export interface CaseFacts {
  readonly id: string
  readonly revision: number
  readonly number: string
  readonly organ: string
  readonly item: { readonly code: string; readonly name: Words }
  readonly status: string
  readonly receivedAt: string
  readonly acceptedAt?: string
  readonly concludedAt?: string
  readonly promisedDue?: string
  readonly statutoryDue?: string
  readonly steps: readonly {
    readonly step: string
    readonly name: Words
    readonly by: string
    readonly from: string
    readonly to: string
  }[]
  readonly stops: readonly { readonly from: string; readonly to?: string }[]
  readonly holder?: string
  readonly officer?: { readonly id: string; readonly name: string }
  readonly cards: readonly {
    readonly colour: 'yellow' | 'red'
    readonly clock: 'promised' | 'statutory'
    readonly at: string
    readonly due: string
    readonly appeal?: Said & { readonly grounds: string }
    readonly ruling?: Said & { readonly outcome: 'upheld' | 'lifted'; readonly reasons: string }
  }[]
}

/** What is asked of hall about an organ in a time: how it was rated. */
export interface RatingCounts {
  readonly asked: number
  readonly rated: number
  readonly satisfaction?: number
  readonly bad: number
}

/** And how its follow-ups stand at this moment. */
export interface FollowUpCounts {
  readonly open: number
  readonly overdue: number
}

/** What the module's own files work with. */
export interface Inside {
  readonly db: InsightDb
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly organs: ReadonlyMap<string, Organ>
  readonly documents: Pick<Documents, 'render'>
  /** Names of the city and of the office that publishes the bulletin. */
  readonly centre: Words
  /** Asked of approvals. */
  readonly findCaseFacts: (ids: readonly string[]) => Promise<readonly CaseFacts[]>
  /** Asked of hall. */
  readonly countRatings: (organ: string, from: string, to: string) => Promise<RatingCounts>
  readonly countFollowUps: (organ: string) => Promise<FollowUpCounts>
  /** The latest note of the public log; undefined before it has one. */
  readonly findCheckpoint: () => Promise<string | undefined>
}

/** The name of an organ; of one the profile has no more, its id. */
export function organName({ organs }: Pick<Inside, 'organs'>, id: string): Words {
  const name = organs.get(id)?.name
  return { zh: name?.zh ?? id, en: name?.en ?? name?.zh ?? id }
}
