import { queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

const A_MOMENT = 1000

/** Looked at again and again only while a draw is called and the log has not drawn yet. */
export const placesQuery = queryOptions({
  queryKey: ['places'],
  queryFn: async () => (await answerOf(approvals.listQuotas({}))).quotas,
  refetchInterval: ({ state }) =>
    state.data?.some(({ pools }) => pools.some(({ called, drawn }) => called && !drawn)) ? A_MOMENT : false,
})
