import { queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export const mandatesQuery = queryOptions({
  queryKey: ['mandates'],
  queryFn: async () => (await answerOf(approvals.listStandIns({}))).mandates,
})

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: () => answerOf(approvals.listColleagues({})),
  staleTime: 300_000,
})
