import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import type { Language } from '../words/words.ts'

/** One case as the reader may see it. Each look at personal data is journaled, so it is never asked for idly. */
export function caseQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['case', id, language],
    queryFn: () => answerOf(approvals.getCase({ params: { id } })),
    staleTime: 5_000,
    refetchOnWindowFocus: false,
  })
}

/** Watches the case's line in the list, which holds nothing personal, and looks at the case again when it moved. */
export function useFreshCase(id: string, number: string | undefined, revision: number | undefined): void {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['case-moved', id],
    queryFn: () => answerOf(approvals.findCaseByNumber({ query: { text: number ?? '' } })),
    enabled: number !== undefined,
    refetchInterval: 30_000,
  })
  const found = data?.rows.find((row) => row.id === id)?.revision
  useEffect(() => {
    if (found !== undefined && revision !== undefined && found > revision)
      void client.invalidateQueries({ queryKey: ['case', id] })
  }, [found, revision, client, id])
}
