import { actorOf, isRefusal, type Refusal } from '@mashang/kit'
import type { Subject } from '../contract/index.ts'
import type { Inside, ServedFacts } from '../inside.ts'
import { ratingIdOf } from '../rules/code.ts'
import { type Found, findRating, writeRating } from '../store/ratings.ts'

const FOLLOWER = actorOf({ kind: 'system', id: 'hall' })

/** What of an application may be rated by now: each visit to a window, and the case once it is concluded. */
function subjectsOf(facts: ServedFacts): readonly { readonly id: string; readonly subject: Subject }[] {
  const { id: application, number, item, organ, personId, concludedAt } = facts
  const shared = { application, number, item, organ, personId }
  return [
    ...(concludedAt
      ? [
          {
            id: ratingIdOf(application, 'case'),
            subject: { ...shared, kind: 'case' as const, at: concludedAt },
          },
        ]
      : []),
    ...facts.visits.map(({ revision, what, at, by }) => ({
      id: ratingIdOf(application, revision),
      subject: { ...shared, kind: what, at, servedBy: by },
    })),
  ]
}

/** Opens what may be rated and is not open yet; twice is once. */
export async function openAll(inside: Inside, application: string): Promise<readonly Found[]> {
  const [facts] = await inside.findServed([application])
  const opened: Found[] = []
  for (const { id, subject } of facts ? subjectsOf(facts) : []) {
    const found = await openOne(inside, id, subject)
    if (!isRefusal(found)) opened.push(found)
  }
  return opened
}

async function openOne(inside: Inside, id: string, subject: Subject): Promise<Found | Refusal> {
  const before = await findRating(inside, id)
  if (before) return before
  const entries = [{ kind: 'opened' as const, content: { subject } }]
  const written = await writeRating(inside, { id, before: undefined, entries, actor: FOLLOWER })
  // Somebody was faster, with the same.
  return isRefusal(written) ? ((await findRating(inside, id)) ?? written) : written
}
