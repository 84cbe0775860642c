import { queryOptions } from '@tanstack/react-query'
import { assistance } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export const VIEWS = ['waiting', 'mine', 'over', 'all'] as const
export type HelpListView = (typeof VIEWS)[number]

export const helpListQuery = (view: HelpListView) =>
  queryOptions({
    queryKey: ['help', view],
    queryFn: () => answerOf(assistance.listHelp({ query: { view } })),
  })

export const helpQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['help-one', id, language],
    queryFn: () => answerOf(assistance.getHelp({ params: { id } })),
  })
