import type { FigureName } from '@mashang/insight/contract'
import { queryOptions } from '@tanstack/react-query'
import { insight } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

const kept = <T>(before: T) => before

export interface Span {
  readonly from: string
  readonly to: string
  readonly organ?: string
}

const organOf = (organ: string | undefined) => (organ ? { organ } : {})

export function boardQuery(organ: string | undefined) {
  return queryOptions({
    queryKey: ['supervision', 'board', organ ?? ''],
    queryFn: () => answerOf(insight.getBoard({ query: organOf(organ) })),
    refetchInterval: 30_000,
    placeholderData: kept,
  })
}

export const headOfficeQuery = queryOptions({
  queryKey: ['supervision', 'office'],
  queryFn: () => answerOf(insight.getOffice({})),
  refetchInterval: 60_000,
})

export type By = 'organ' | 'item' | 'month'

export function figuresQuery(span: Span, by: By) {
  return queryOptions({
    queryKey: ['supervision', 'figures', span, by],
    queryFn: () => answerOf(insight.getFigures({ query: { ...span, by } })),
    placeholderData: kept,
  })
}

export function stepTimesQuery(span: Span) {
  return queryOptions({
    queryKey: ['supervision', 'steps', span],
    queryFn: () => answerOf(insight.getStepTimes({ query: span })),
    placeholderData: kept,
  })
}

export interface Behind {
  readonly figure: FigureName
  readonly from?: string
  readonly to?: string
  readonly organ?: string
  readonly item?: string
  readonly officer?: string
  readonly page?: number
}

export function behindQuery(asked: Behind) {
  return queryOptions({
    queryKey: ['supervision', 'behind', asked],
    queryFn: () => answerOf(insight.listFigureCases({ query: asked })),
    placeholderData: kept,
  })
}

export function cardsQuery(span: Span) {
  return queryOptions({
    queryKey: ['supervision', 'cards', span],
    queryFn: () => answerOf(insight.listCards({ query: span })),
    placeholderData: kept,
  })
}

export const samplesQuery = queryOptions({
  queryKey: ['supervision', 'samples'],
  queryFn: () => answerOf(insight.listSamples({})),
})
