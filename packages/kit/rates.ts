/** Shares and averages as they are printed and shown: of nothing there is none. */
interface Judged {
  readonly onTime: number
  readonly late: number
}

/** On time of all that were judged, to a tenth of a per cent; never rounded up to a hundred. */
export function rateText({ onTime, late }: Judged): string {
  const judged = onTime + late
  return judged === 0 ? '—' : `${(Math.floor((onTime / judged) * 1000) / 10).toFixed(1)}%`
}

/** Working days of a decided case on average, to a tenth. */
export function averageText<K extends string>(counts: Judged & Record<K, number>, name: K): string {
  const judged = counts.onTime + counts.late
  return judged === 0 ? '—' : (counts[name] / judged).toFixed(1)
}
