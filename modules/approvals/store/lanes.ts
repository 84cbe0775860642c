import { STEP_ROLES } from '@mashang/flow'

const REVIEWERS = [...STEP_ROLES, 'none'] as const

/** In whose hands an open case can be in each queue. */
const HOLDERS = {
  intake: ['intake'],
  correction: ['applicant'],
  review: REVIEWERS,
  decision: REVIEWERS,
  stopped: ['none'],
  deliver: ['delivery'],
} as const

type OpenQueue = keyof typeof HOLDERS

/** Where an open case lies and in whose hands, both at once: there are few such pairs, and lists are made of them. */
export type Lane = {
  [Q in OpenQueue]: { readonly queue: Q; readonly holder: (typeof HOLDERS)[Q][number] }
}[OpenQueue]

/** A case that is over lies in no lane. */
export type Place = Lane | { readonly queue: 'concluded'; readonly holder: 'none' }

/** Every lane there is. */
export const LANES: readonly Lane[] = Object.entries(HOLDERS).flatMap(([queue, holders]) =>
  holders.map((holder) => ({ queue, holder }) as Lane),
)
