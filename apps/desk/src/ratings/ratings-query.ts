import type { RatingViewName } from '@mashang/hall/contract'
import { queryOptions } from '@tanstack/react-query'
import { hall } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import type { Language } from '../words/words.ts'

export interface RatingsFilter {
  readonly view: RatingViewName
  readonly organ?: string
  readonly from?: string
  readonly to?: string
  /** Only what counts in the figures. */
  readonly counted?: boolean
  readonly page?: number
}

export function ratingsQuery(filter: RatingsFilter) {
  return queryOptions({
    queryKey: ['ratings', filter],
    queryFn: () => answerOf(hall.listRatings({ query: filter })),
    placeholderData: (before) => before,
  })
}

/** One rating; each look at the person is journaled, so it is never asked for idly. */
export function ratingQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['rating', id, language],
    queryFn: () => answerOf(hall.getRating({ params: { id } })),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

/** Levels and reasons in the city's words; they hardly ever change. */
export const ratingFormQuery = queryOptions({
  queryKey: ['rating-form'],
  queryFn: () => answerOf(hall.describeRatings({})),
  staleTime: Number.POSITIVE_INFINITY,
})
