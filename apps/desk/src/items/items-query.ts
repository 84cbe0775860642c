import { queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export interface ItemsFilter {
  readonly text?: string
  readonly status?: string
  readonly organ?: string
  readonly page?: number
}

export function itemsFrom(search: URLSearchParams): ItemsFilter {
  const of = (name: string) => {
    const value = search.get(name)?.trim()
    return value ? { [name]: value } : {}
  }
  const page = Number(search.get('page') ?? 1)
  return {
    ...of('text'),
    ...of('status'),
    ...of('organ'),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

export function itemsQuery(filter: ItemsFilter) {
  return queryOptions({
    queryKey: ['catalogue', filter],
    queryFn: () => answerOf(approvals.listCatalogue({ query: filter })),
    placeholderData: (before) => before,
  })
}

export function checkQuery(code: string, version: number) {
  return queryOptions({
    queryKey: ['catalogue-check', code, version],
    queryFn: () => answerOf(approvals.checkItem({ params: { code, version } })),
  })
}
