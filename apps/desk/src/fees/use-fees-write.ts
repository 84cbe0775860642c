import type { FeesOfCase } from '@mashang/fees/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useWrite } from '../show/use-write.ts'
import { type SomeWords, useWords } from '../words/words.ts'

/** A write about the fees of a case: what was said before is read anew, and success is told. */
export function useFeesWrite(done: SomeWords) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const write = useWrite<FeesOfCase>()
  return {
    ...write,
    async send(content: object, call: Parameters<typeof write.write>[1]): Promise<boolean> {
      const answer = await write.write(content, call)
      if (!answer) return false
      client.setQueryData(['fees', 'case', answer.caseId], answer)
      void client.invalidateQueries({ queryKey: ['fees', 'charges'] })
      void client.invalidateQueries({ queryKey: ['fees', 'refunds'] })
      void client.invalidateQueries({ queryKey: ['fees', 'day'] })
      void message.success(t(done))
      return true
    },
  }
}
