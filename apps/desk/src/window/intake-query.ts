import { queryOptions } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

/** Intakes that this clerk has not finished. */
export const intakesQuery = queryOptions({
  queryKey: ['intakes'],
  queryFn: () => answerOf(approvals.listIntakes({})),
})

export function intakeQuery(id: string) {
  return queryOptions({
    queryKey: ['intake', id],
    queryFn: () => answerOf(approvals.getIntake({ params: { id } })),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}
