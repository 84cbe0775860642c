import type { FaqView } from '@mashang/knowledge/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { knowledge } from '../api/calls.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useKeptOpen } from '../show/use-kept-open.ts'
import { useWrite } from '../show/use-write.ts'
import { FAQS, QUESTIONS } from '../words/questions.ts'
import { useWords } from '../words/words.ts'
import { FaqFields, type FaqTexts, isComplete } from './faq-fields.tsx'

export type FaqAct = 'publish' | 'decline' | 'withdraw'

interface Props {
  readonly faq: FaqView
  readonly act: FaqAct
  /** Published ones of the same item, of which one may be replaced. */
  readonly published: readonly FaqView[]
  onClose(): void
}

/** Published as the editor leaves its texts; declined or withdrawn with the reason. */
export function FaqDialog({ faq, act, published, onClose }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [texts, setTexts] = useState<FaqTexts>({ question: faq.question, answer: faq.answer })
  const [replaces, setReplaces] = useState<string>()
  const [reason, setReason] = useState('')
  const { pending, refusal, write } = useWrite<FaqView>()
  const kept = useKeptOpen({ texts, replaces, reason })
  const publishes = act === 'publish'

  async function go() {
    const params = { id: faq.id }
    const expected = faq.revision
    const done = await write({ act, texts, replaces, reason, expected }, (key) => {
      if (publishes)
        return knowledge.publishFaq({
          params,
          input: { expected, ...texts, ...(replaces ? { replaces } : {}) },
          key,
        })
      const input = { expected, reason: reason.trim() }
      return act === 'decline'
        ? knowledge.declineFaq({ params, input, key })
        : knowledge.withdrawFaq({ params, input, key })
    })
    if (!done) return
    void client.invalidateQueries({ queryKey: ['faqs'] })
    void message.success(t(publishes ? FAQS.published : FAQS.done))
    onClose()
  }

  return (
    <Modal
      open
      {...kept}
      width={720}
      title={t(publishes ? FAQS.edit : FAQS[act])}
      okText={t(FAQS[act])}
      cancelText={t(FAQS.close)}
      okButtonProps={{
        loading: pending,
        danger: !publishes,
        disabled: publishes ? !isComplete(texts) : reason.trim().length < 2,
      }}
      onOk={go}
      onCancel={onClose}
    >
      <RefusalNote refusal={refusal} />
      <p className="quiet">{t(faq.item.name)}</p>
      {publishes ? (
        <>
          <FaqFields texts={texts} onTexts={setTexts} />
          <Replaces published={published} chosen={replaces} onChoose={setReplaces} />
        </>
      ) : (
        <Reason reason={reason} onReason={setReason} />
      )}
    </Modal>
  )
}

interface ReplacesProps {
  readonly published: Props['published']
  readonly chosen: string | undefined
  onChoose(id: string | undefined): void
}

function Replaces({ published, chosen, onChoose }: ReplacesProps) {
  const { t } = useWords()
  if (published.length === 0) return null
  return (
    <Labelled label={t(FAQS.replaces)} optional>
      {(id) => (
        <Select
          id={id}
          allowClear
          value={chosen}
          options={published.map((one) => ({ value: one.id, label: t(one.question) }))}
          onChange={(one?: string) => onChoose(one)}
        />
      )}
    </Labelled>
  )
}

function Reason({ reason, onReason }: { reason: string; onReason(reason: string): void }) {
  const { t } = useWords()
  return (
    <Labelled label={t(QUESTIONS.reason)}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </Labelled>
  )
}
