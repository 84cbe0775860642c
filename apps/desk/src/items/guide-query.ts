import type { ApplicationView, ItemGuide } from '@mashang/approvals/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

/** The guide in force, or that of one version. */
export function guideQuery(code: string, version?: number) {
  const query = version === undefined ? {} : { version }
  return queryOptions({
    queryKey: ['guide', code, version],
    queryFn: () => answerOf(approvals.getItemGuide({ params: { code }, query })),
    staleTime: 600_000,
  })
}

/** The guide of the version that a case is handled by; undefined until it is there. */
export function useGuide({ code, version }: ApplicationView['item']): ItemGuide | undefined {
  return useQuery(guideQuery(code, version)).data
}
