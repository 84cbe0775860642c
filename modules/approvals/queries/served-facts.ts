import type { Who, Words } from '@mashang/kit'
import type { ApplicationEntries, StaffRef } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { standingOf } from '../rules/reading.ts'
import { type Case, findCase } from '../store/cases.ts'

/** A time at which the applicant was served at a window: the application was taken in, or the result handed over. */
export interface Visit {
  /** Revision of the entry that says so. */
  readonly revision: number
  readonly what: 'intake' | 'delivery'
  readonly at: string
  readonly by: StaffRef
}

/** What ratings need of an application: whom it served and when; for modules, never for readers. */
export interface ServedFacts {
  readonly id: string
  readonly number: string
  readonly item: { readonly code: string; readonly name: Words }
  readonly organ: string
  /** The applicant, or the agent of an enterprise. */
  readonly personId: string
  readonly concludedAt?: string
  readonly visits: readonly Visit[]
}

/** These applications; those that there are not are left out. */
export async function servedFacts(inside: Inside, ids: readonly string[]): Promise<readonly ServedFacts[]> {
  const found = await Promise.all(ids.map((id) => findCase(inside, id)))
  return found.flatMap((one) => (one ? [factsOf(one)] : []))
}

function factsOf({ id, application, item, entries }: Case): ServedFacts {
  const { number, applicant, concludedAt } = application
  const { zh, en = zh } = item.name
  return {
    id,
    number,
    item: { code: item.code, name: { zh, en } },
    organ: item.organ,
    personId: applicant.personId,
    ...(concludedAt === undefined ? {} : { concludedAt }),
    visits: entries.flatMap(({ kind, content, revision, at, actor }): Visit[] => {
      const what = visitIn(kind, content)
      return what ? [{ revision, what, at, by: { id: actor.id, name: actor.name } }] : []
    }),
  }
}

function visitIn(kind: string, content: unknown): Visit['what'] | undefined {
  if (kind === 'submitted' && (content as ApplicationEntries['submitted']).channel === 'window')
    return 'intake'
  if (kind === 'delivered' && (content as ApplicationEntries['delivered']).how === 'window') return 'delivery'
  return undefined
}

/** Whether this member of staff may open the case at the desk. */
export async function mayOpenCase(inside: Inside, who: Who, id: string): Promise<boolean> {
  const found = await findCase(inside, id)
  return found !== undefined && standingOf(who, found.application, found.item) !== undefined
}
