import { queryOptions } from '@tanstack/react-query'
import { identity } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export interface PeopleFilter {
  readonly organ?: string
  readonly search?: string
}

export function peopleQuery(filter: PeopleFilter) {
  return queryOptions({
    queryKey: ['people', filter],
    queryFn: async () => (await answerOf(identity.listStaff({ query: filter }))).staff,
    placeholderData: (before) => before,
  })
}
