/** What may go to its office now, what waits, and for what. Pure. */
import type { BundlePart } from '@mashang/flow'
import type { BundleStatus, PartOutcome } from '../contract/index.ts'
import { type BundleCase, partsOf } from './bundle-case.ts'

const GOOD: readonly PartOutcome[] = ['granted', 'not-needed']

export function isGranted({ applications }: BundleCase, part: string): boolean {
  const outcome = applications.get(part)?.outcome
  return outcome !== undefined && GOOD.includes(outcome)
}

export function isFailed({ applications }: BundleCase, part: string): boolean {
  const outcome = applications.get(part)?.outcome
  return outcome !== undefined && !GOOD.includes(outcome)
}

/** Whether nothing need be asked for it any more: it is ordered, at its office, or granted. */
export function isAskedFor(state: BundleCase, part: string): boolean {
  return state.orders.has(part) || (state.applications.has(part) && !isFailed(state, part))
}

/** Parts that must be granted before this one and are not yet. */
export function whatComesFirst(state: BundleCase, part: BundlePart): readonly BundlePart[] {
  return partsOf(state).filter(({ id }) => (part.after ?? []).includes(id) && !isGranted(state, id))
}

/**
 * whatIsFoundedIsAskedOnceItIsThere: a part that waits, through whatever others, for one that founds the enterprise or
 * institution is asked only once that is granted.
 */
export function isAskedLater(state: BundleCase, part: BundlePart, seen: readonly string[] = []): boolean {
  return whatComesFirst(state, part).some(
    (first) =>
      first.founds === true || (!seen.includes(first.id) && isAskedLater(state, first, [...seen, first.id])),
  )
}

/** Parts whose questions are asked now: those that nobody has been asked for yet. */
export function partsAskedNow(state: BundleCase): readonly BundlePart[] {
  return partsOf(state).filter((part) => !isAskedFor(state, part.id) && !isAskedLater(state, part))
}

/** Orders that may go to their offices: whatever comes before them is granted. */
export function partsToHandOn(state: BundleCase): readonly BundlePart[] {
  return partsOf(state).filter(
    (part) => state.orders.has(part.id) && whatComesFirst(state, part).length === 0,
  )
}

/** Whether a part cannot go on, since something before it was not granted. */
export function isBlocked(state: BundleCase, part: BundlePart): boolean {
  return whatComesFirst(state, part).some((first) => isFailed(state, first.id) || isBlocked(state, first))
}

/**
 * How the whole stands, from its own journal alone: `waiting` for a correction is not known here. A part that was
 * refused lets the others go on; the bundle is done when all others are.
 */
export function statusOf(state: BundleCase): BundleStatus {
  if (state.dropped) return 'dropped'
  if (!state.submittedAt) return 'draft'
  const parts = partsOf(state)
  const over = parts.filter(
    (part) => isGranted(state, part.id) || isFailed(state, part.id) || isBlocked(state, part),
  )
  if (over.length < parts.length) return 'under-way'
  return parts.every(({ id }) => isGranted(state, id)) ? 'done' : 'partly-done'
}

/** The instant of the last result, once there is nothing more to come. */
export function concludedAt(state: BundleCase): string | undefined {
  const status = statusOf(state)
  if (status !== 'done' && status !== 'partly-done') return undefined
  return [...state.applications.values()]
    .flatMap((one) => one.concludedAt ?? [])
    .sort()
    .at(-1)
}

/** Organs that have got something of it, and the one that leads. */
export function organsOf(state: BundleCase): readonly string[] {
  const own = [...state.applications.values()].map(({ organ }) => organ)
  return state.submittedAt ? [...new Set([state.bundle.lead, ...own])] : []
}
