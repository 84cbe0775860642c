import type { Organ, RatingLaw } from '@mashang/flow'
import type { Calendar, Refusal, Who, Words } from '@mashang/kit'
import type { Journal } from '@mashang/store'
import type { HallDb } from './store/tables.ts'

/** What is asked of approvals about an application: whom it served and when. */
export interface ServedFacts {
  readonly id: string
  readonly number: string
  readonly item: { readonly code: string; readonly name: Words }
  readonly organ: string
  readonly personId: string
  readonly concludedAt?: string
  readonly visits: readonly {
    readonly revision: number
    readonly what: 'intake' | 'delivery'
    readonly at: string
    readonly by: { readonly id: string; readonly name: string }
  }[]
}

/** What the module's own files work with. */
export interface Inside {
  readonly db: HallDb
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly organs: ReadonlyMap<string, Organ>
  readonly law: RatingLaw
  readonly publicUrl: string
  /** Asked of approvals. */
  readonly findServed: (ids: readonly string[]) => Promise<readonly ServedFacts[]>
  /** Asked of approvals: whether this member of staff may open the case. */
  readonly mayOpenCase: (who: Who, application: string) => Promise<boolean>
  /** Asked of identity; the look is journaled before anything is given out. */
  readonly personOf: (
    id: string,
    look: { readonly who: Who; readonly application: string },
  ) => Promise<{ readonly name: string; readonly phone: string } | Refusal>
  /** Told through identity. */
  readonly tellHolder: (person: string, words: string) => Promise<unknown>
}

/** The names of an organ; of one the profile has no more, its id. */
export function organOf({ organs }: Pick<Inside, 'organs'>, id: string) {
  const organ = organs.get(id)
  const both = (text: { readonly zh: string; readonly en?: string } | undefined) => ({
    zh: text?.zh ?? id,
    en: text?.en ?? text?.zh ?? id,
  })
  return { id, name: both(organ?.name), short: both(organ?.short ?? organ?.name) }
}
