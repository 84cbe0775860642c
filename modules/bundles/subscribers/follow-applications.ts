import { actorOf } from '@mashang/kit'
import type { Entry, Subscriber } from '@mashang/store'
import { addEntries } from '../commands/follow.ts'
import { handOn } from '../commands/hand-on.ts'
import type { PartOutcome } from '../contract/index.ts'
import type { Inside } from '../inside.ts'

/** How an entry of an application ends it, where it does. */
const ENDS: Readonly<Record<string, (content: { readonly outcome?: unknown }) => PartOutcome>> = {
  decided: ({ outcome }) => (outcome === 'grant' ? 'granted' : 'refused'),
  declined: () => 'declined',
  'found-not-needed': () => 'not-needed',
  withdrawn: () => 'withdrawn',
}

const FOLLOWER = actorOf({ kind: 'system', id: 'bundles' })

/**
 * Follows how the applications of a bundle end, hands on what waited for them, and what was ordered and not handed
 * over yet; at least once, and twice is once.
 */
export function followApplications(inside: Inside): Subscriber {
  return {
    name: 'bundles.follow-applications',
    streams: ['application', 'licence', 'bundle'],
    kinds: [...Object.keys(ENDS), 'issued', 'ordered'],
    handle: async (entry) => {
      if (entry.stream === 'bundle') {
        if (entry.kind === 'ordered') await handOn(inside, entry.caseId)
      } else if (entry.stream === 'licence') await issued(inside, entry)
      else if (ENDS[entry.kind]) await conclude(inside, entry)
    },
  }
}

async function placeOf(inside: Inside, application: string) {
  return inside.db
    .selectFrom('application')
    .select(['bundle_id', 'part'])
    .where('application_id', '=', application)
    .executeTakeFirst()
}

async function conclude(inside: Inside, { caseId, kind, at, content }: Entry): Promise<void> {
  const place = await placeOf(inside, caseId)
  const outcome = ENDS[kind]?.(content as { outcome?: unknown })
  if (!place || !outcome) return
  const { part } = place
  await addEntries(inside, place.bundle_id, FOLLOWER, ({ applications }) => {
    const known = applications.get(part)
    return known?.application === caseId && known.outcome === undefined
      ? [{ kind: 'part-concluded', content: { part, application: caseId, outcome, at } }]
      : []
  })
  await handOn(inside, place.bundle_id)
}

/** A licence was issued: what waited for it goes on. */
async function issued(inside: Inside, { content }: Entry): Promise<void> {
  const { application } = content as { readonly application?: string }
  const place = application === undefined ? undefined : await placeOf(inside, application)
  if (place) await handOn(inside, place.bundle_id)
}
