import { queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import type { VIEWS } from '../words/licences.ts'

type View = keyof typeof VIEWS

/** What the register shows, as its address says. */
export interface LicencesFilter {
  readonly view?: View
  readonly text?: string
  readonly type?: string
  readonly organ?: string
  readonly after?: string
}

export function licencesQuery(filter: LicencesFilter) {
  return queryOptions({
    queryKey: ['licences', filter],
    queryFn: () => answerOf(approvals.listLicences({ query: filter })),
    placeholderData: (before) => before,
  })
}

/** One licence. Each look at personal data is journaled, so it is never asked for idly. */
export function licenceQuery(id: string) {
  return queryOptions({
    queryKey: ['licence', id],
    queryFn: () => answerOf(approvals.getLicence({ params: { id } })),
    staleTime: 5_000,
    refetchOnWindowFocus: false,
  })
}
