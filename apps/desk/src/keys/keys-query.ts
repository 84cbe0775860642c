import { queryOptions } from '@tanstack/react-query'
import { identity } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async () => (await answerOf(identity.listKeys({}))).keys,
})
