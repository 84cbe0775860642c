import type { FaqView, QuestionView } from '@mashang/knowledge/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { knowledge } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { QUESTIONS } from '../words/questions.ts'
import { useWords } from '../words/words.ts'
import { FaqFields, type FaqTexts, isComplete } from './faq-fields.tsx'

/** A good answer, written anew for everyone: nothing of the question is taken over by itself. */
export function ProposeForm({ view }: { readonly view: QuestionView }) {
  const { t } = useWords()
  const client = useQueryClient()
  const answer = view.rounds.at(-1)?.answer
  const [texts, setTexts] = useState<FaqTexts>({
    question: { zh: '', en: '' },
    answer: { zh: answer?.text ?? '', en: '' },
  })
  const [isDone, setDone] = useState(false)
  const { pending, refusal, write } = useWrite<FaqView>()

  async function send() {
    const input = { item: view.item.code, from: view.id, ...texts, cited: answer?.cited ?? [] }
    const done = await write(input, (key) => knowledge.proposeFaq({ input, key }))
    if (!done) return
    setDone(true)
    void client.invalidateQueries({ queryKey: ['faqs'] })
  }

  if (isDone)
    return (
      <p className="note note-done" role="status">
        {t(QUESTIONS.proposed)}
      </p>
    )
  return (
    <Panel title={t(QUESTIONS.propose)}>
      <p className="quiet">{t(QUESTIONS.proposeHint)}</p>
      <RefusalNote refusal={refusal} />
      <FaqFields texts={texts} onTexts={setTexts} />
      <Button loading={pending} disabled={!isComplete(texts)} onClick={send}>
        {t(QUESTIONS.propose)}
      </Button>
    </Panel>
  )
}
