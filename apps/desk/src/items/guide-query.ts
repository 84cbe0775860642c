import type { ItemGuide } from '@mashang/approvals/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export function guideQuery(code: string) {
  return queryOptions({
    queryKey: ['guide', code],
    queryFn: () => answerOf(approvals.getItemGuide({ params: { code } })),
    staleTime: 600_000,
  })
}

/** The published guide of an item; undefined until it is there, or where there is none. */
export function useGuide(code: string): ItemGuide | undefined {
  return useQuery(guideQuery(code)).data
}
