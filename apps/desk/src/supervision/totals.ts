import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { OutputOf } from '@mashang/kit'

export type OrganLine = OutputOf<(typeof approvalsEndpoints)['getSupervision']>['byOrgan'][number]
type Counts = Omit<OrganLine, 'organ'>

/** Sums of all organs, for the last line of the table. */
export function totalsOf(lines: readonly OrganLine[]): Counts {
  const total = { running: 0, soon: 0, yellow: 0, red: 0, stopped: 0, concluded: 0, onTime: 0 }
  for (const line of lines)
    for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += line[name]
  return total
}

/** Share of concluded cases that were in time, in whole per cent; `—` while there are none. */
export function rateText({ onTime, concluded }: Pick<Counts, 'onTime' | 'concluded'>): string {
  return concluded === 0 ? '—' : `${Math.floor((onTime / concluded) * 100)}%`
}
