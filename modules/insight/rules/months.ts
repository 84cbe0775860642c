/** 本月与上月同期 — this month so far, and the month before as far into it. Pure. */
interface Span {
  readonly from: string
  readonly to: string
}

/** Only like is compared with like: the month before ends on the same day of the month, or on its last. */
export function aMonthIsComparedAsFarAsItHasGone(today: string): {
  readonly month: Span
  readonly before: Span
} {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
  const same = `${last.slice(0, 7)}-${String(day).padStart(2, '0')}`
  return {
    month: { from: `${today.slice(0, 7)}-01`, to: today },
    before: { from: `${last.slice(0, 7)}-01`, to: same < last ? same : last },
  }
}
