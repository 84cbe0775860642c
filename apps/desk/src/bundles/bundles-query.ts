import { queryOptions } from '@tanstack/react-query'
import { bundles } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import type { Language } from '../words/words.ts'

export const ONLY = ['running', 'late', 'done'] as const
export type Only = (typeof ONLY)[number]

export function bundlesQuery(only: Only | undefined) {
  return queryOptions({
    queryKey: ['bundles', only],
    queryFn: () => answerOf(bundles.listBundlesAtDesk({ query: only ? { only } : {} })),
    placeholderData: (before) => before,
  })
}

/** One bundle; each look at personal data is journaled, so it is never asked for idly. */
export function bundleQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['bundle', id, language],
    queryFn: () => answerOf(bundles.getBundleAtDesk({ params: { id } })),
    staleTime: 5_000,
    refetchOnWindowFocus: false,
  })
}

/** The bundle that a case is part of, if any: states of its neighbours, and nothing of whose it is. */
export function bundleOfCaseQuery(application: string, language: Language) {
  return queryOptions({
    queryKey: ['bundle-of', application, language],
    queryFn: () => answerOf(bundles.findBundleOfCase({ params: { id: application } })),
  })
}
