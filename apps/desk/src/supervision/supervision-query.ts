import { queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export function supervisionQuery(organ: string | undefined) {
  return queryOptions({
    queryKey: ['supervision', organ ?? ''],
    queryFn: () => answerOf(approvals.getSupervision({ query: organ ? { organ } : {} })),
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  })
}
