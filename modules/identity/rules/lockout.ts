/** When and for how long tries are locked, in milliseconds. */
export interface LockoutLimits {
  /** Tries in a row without success that are free. */
  readonly freeTries: number
  /** Lock after the last free try; doubles with each further one. */
  readonly firstLock: number
  readonly longestLock: number
  /** So long after the last try everything is forgotten. */
  readonly forgetAfter: number
}

/** Milliseconds to wait after this many failures in a row; 0 as long as tries are free. */
export function lockAfter(failures: number, limits: LockoutLimits): number {
  if (failures < limits.freeTries) return 0
  // 2^30 times the first lock is longer than any longest lock: no overflow beyond.
  const doublings = Math.min(failures - limits.freeTries, 30)
  return Math.min(limits.firstLock * 2 ** doublings, limits.longestLock)
}
