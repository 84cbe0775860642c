import type { ApplicationView } from '@mashang/approvals/contract'
import type { Refusal } from '@mashang/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ShownRefusal } from '../../api/shown-refusal.ts'
import { useWrite } from '../../show/use-write.ts'
import { useWords } from '../../words/words.ts'
import { caseQuery } from '../case-query.ts'

const CONFLICT = 409

/** Gives a command on a case to the server, and shows the case as it is then. */
export function useCommand(caseId: string): {
  readonly pending: boolean
  readonly refusal: ShownRefusal | undefined
  give(
    content: unknown,
    send: (key: string) => Promise<ApplicationView | Refusal>,
  ): Promise<ApplicationView | undefined>
} {
  const { language } = useWords()
  const client = useQueryClient()
  const { pending, refusal, write } = useWrite<ApplicationView>()

  // Somebody else acted: the page shows the case as it now is; what was typed stays.
  const conflict = refusal?.status === CONFLICT
  useEffect(() => {
    if (conflict) void client.invalidateQueries({ queryKey: ['case', caseId] })
  }, [conflict, client, caseId])

  return {
    pending,
    refusal,
    async give(content, send) {
      const view = await write(content, send)
      if (!view) return undefined
      client.setQueryData(caseQuery(caseId, language).queryKey, view)
      void client.invalidateQueries({ queryKey: ['inbox'] })
      void client.invalidateQueries({ queryKey: ['supervision'] })
      return view
    },
  }
}
