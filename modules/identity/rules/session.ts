/** How long sessions live, in milliseconds. */
export interface SessionLimits {
  /** Without a request for so long, a session ends. */
  readonly idle: number
  /** However busy, a session ends after so long. */
  readonly absolute: number
  /** A token older than this is replaced by a new one. */
  readonly rotateAfter: number
  /** A replaced token is still taken so long after the new one was seen: requests may cross. */
  readonly grace: number
}

export interface SessionTimes {
  readonly rotatedAt: Date
  /** When the newest token was first seen; null until then. */
  readonly confirmedAt: Date | null
  readonly seenAt: Date
  readonly expiresAt: Date
}

/**
 * What a token is worth. `stolen`: replaced, and its successor in use — two browsers hold one session,
 * so that nobody can tell whose it is: it ends for both.
 */
export type TokenVerdict = 'good' | 'rotate' | 'expired' | 'stolen'

export function judgeToken(
  times: SessionTimes,
  isNewest: boolean,
  now: Date,
  limits: SessionLimits,
): TokenVerdict {
  const at = now.getTime()
  if (at >= times.expiresAt.getTime() || at - times.seenAt.getTime() >= limits.idle) return 'expired'
  const age = at - times.rotatedAt.getTime()
  if (isNewest) return age >= limits.rotateAfter ? 'rotate' : 'good'
  // The answer that carried the new token may have been lost on the way: then the old one gets another.
  if (!times.confirmedAt) return age >= limits.grace ? 'rotate' : 'good'
  return at - times.confirmedAt.getTime() < limits.grace ? 'good' : 'stolen'
}
