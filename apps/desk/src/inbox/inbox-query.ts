import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import type { InboxFilter } from './inbox-filter.ts'

const EVERY_MINUTE = 60_000
const ROWS = 50

/** Pages of the list, each after the `next` of the one before. */
export function inboxQuery(filter: InboxFilter) {
  return infiniteQueryOptions({
    queryKey: ['inbox', 'list', filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        approvals.listInbox({
          query: { ...filter, limit: ROWS, ...(pageParam ? { after: pageParam } : {}) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: EVERY_MINUTE,
    placeholderData: (before) => before,
  })
}

/** How many cases stand in each view, for the rail. */
export const countsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: async () => (await answerOf(approvals.listInbox({ query: { view: 'to-do', limit: 1 } }))).counts,
  refetchInterval: EVERY_MINUTE,
})
