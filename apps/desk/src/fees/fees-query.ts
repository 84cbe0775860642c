import { queryOptions } from '@tanstack/react-query'
import { fees } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

type Status = 'owed' | 'paid' | 'part-refunded' | 'refunded' | 'closed'

export function chargesQuery(filter: { readonly text?: string; readonly status?: Status }) {
  return queryOptions({
    queryKey: ['fees', 'charges', filter],
    queryFn: () => answerOf(fees.listCharges({ query: filter })),
    placeholderData: (before) => before,
  })
}

/** The fees of one case; each look is journaled, so it is never asked for idly. */
export function feesOfCaseQuery(id: string) {
  return queryOptions({
    queryKey: ['fees', 'case', id],
    queryFn: () => answerOf(fees.getFeesAtDesk({ params: { id } })),
    staleTime: 5_000,
    refetchOnWindowFocus: false,
  })
}

export function refundsQuery() {
  return queryOptions({ queryKey: ['fees', 'refunds'], queryFn: () => answerOf(fees.listRefunds({})) })
}

export function dayQuery(day: string) {
  return queryOptions({
    queryKey: ['fees', 'day', day],
    queryFn: () => answerOf(fees.getDay({ params: { day } })),
    staleTime: 2_000,
  })
}
