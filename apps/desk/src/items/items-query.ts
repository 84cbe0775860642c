import { queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import type { ItemsFilter } from './items-filter.ts'

export function itemsQuery(filter: ItemsFilter) {
  return queryOptions({
    queryKey: ['catalogue', filter],
    queryFn: () => answerOf(approvals.listCatalogue({ query: filter })),
    placeholderData: (before) => before,
  })
}

export function checkQuery(code: string, version: number) {
  return queryOptions({
    queryKey: ['catalogue', 'check', code, version],
    queryFn: () => answerOf(approvals.checkItem({ params: { code, version } })),
  })
}
