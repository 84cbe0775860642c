import type { Subscriber } from '@mashang/store'
import { openAll } from '../commands/open.ts'
import type { Inside } from '../inside.ts'

/** Opens what may be rated: a visit when it was made, a case when it is concluded. At least once, and twice is once. */
export function followApplications(inside: Inside): Subscriber {
  return {
    name: 'hall.open-ratings',
    streams: ['application'],
    kinds: ['submitted', 'declined', 'found-not-needed', 'decided', 'withdrawn', 'delivered'],
    handle: async ({ caseId, kind, content }) => {
      // Who applied online visited nobody: there is nothing to rate yet.
      if (kind === 'submitted' && (content as { channel?: unknown }).channel !== 'window') return
      await openAll(inside, caseId)
    },
  }
}
