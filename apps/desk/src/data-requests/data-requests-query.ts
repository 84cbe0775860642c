import { queryOptions } from '@tanstack/react-query'
import { identity } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export const dataRequestsQuery = (open: boolean) =>
  queryOptions({
    queryKey: ['data-requests', open],
    queryFn: async () => (await answerOf(identity.listDataRequestsAtDesk({ query: { open } }))).requests,
  })
