import { queryOptions, useQuery } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import { type SomeWords, useWords } from '../words/words.ts'

interface Organ {
  readonly id: string
  readonly name: SomeWords
}

const browseQuery = queryOptions({
  queryKey: ['browse'],
  queryFn: () => answerOf(approvals.browse({})),
  staleTime: 600_000,
})

/** The city's organs, for choosing one; none until they are known. */
export function useOrgans(): readonly Organ[] {
  return useQuery(browseQuery).data?.organs ?? []
}

/** Name of an organ by its code; the code itself while its name is not known. */
export function useOrganName(): (code: string) => string {
  const { t } = useWords()
  const organs = useOrgans()
  return (code) => {
    const organ = organs.find(({ id }) => id === code)
    return organ ? t(organ.name) : code
  }
}
