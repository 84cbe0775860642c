import { queryOptions } from '@tanstack/react-query'
import { bundles } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

/** Bundles that this clerk has not finished. */
export const takenBundlesQuery = queryOptions({
  queryKey: ['window-bundles'],
  queryFn: () => answerOf(bundles.listBundlesAtWindow({})),
})

export function windowSheetQuery(id: string) {
  return queryOptions({
    queryKey: ['window-sheet', id],
    queryFn: () => answerOf(bundles.getWindowSheet({ params: { id } })),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}
