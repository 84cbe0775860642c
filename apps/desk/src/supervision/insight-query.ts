import type { CardViewName, FigureName } from '@mashang/insight/contract'
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
  readonly step?: string
  readonly role?: string
  readonly page?: number
}

export function behindQuery(asked: Behind) {
  return queryOptions({
    queryKey: ['supervision', 'behind', asked],
    queryFn: () => answerOf(insight.listFigureCases({ query: asked })),
    placeholderData: kept,
  })
}

export interface Cards extends Span {
  readonly view?: CardViewName
  readonly page?: number
}

export function cardsQuery(asked: Cards) {
  return queryOptions({
    queryKey: ['supervision', 'cards', asked],
    queryFn: () => answerOf(insight.listCards({ query: asked })),
    placeholderData: kept,
  })
}

export function samplesQuery(month: string | undefined) {
  return queryOptions({
    queryKey: ['supervision', 'samples', month ?? ''],
    queryFn: () => answerOf(insight.listSamples({ query: month ? { month } : {} })),
  })
}
