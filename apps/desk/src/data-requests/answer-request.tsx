import type { DataRequestAtDesk } from '@mashang/identity/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { identity } from '../api/calls.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useKeptOpen } from '../show/use-kept-open.ts'
import { useWrite } from '../show/use-write.ts'
import { DATA_REQUESTS, SUBJECTS } from '../words/data-requests.ts'
import { useWords } from '../words/words.ts'

const SHORTEST = 5

/** Answers a request: corrected, or declined with reasons. */
export function AnswerRequest({ asked, onClose }: { asked: DataRequestAtDesk; onClose(): void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [outcome, setOutcome] = useState<'corrected' | 'declined'>('corrected')
  const [answer, setAnswer] = useState('')
  const [name, setName] = useState('')
  const { pending, refusal, write } = useWrite<DataRequestAtDesk>()
  const kept = useKeptOpen({ outcome, answer, name })

  async function send() {
    const corrects = outcome === 'corrected' && asked.subject === 'name' && name.trim() !== ''
    const input = { outcome, answer: answer.trim(), ...(corrects ? { name: name.trim() } : {}) }
    const params = { id: asked.id }
    const done = await write({ ...params, ...input }, (key) =>
      identity.answerDataRequest({ params, input, key }),
    )
    if (!done) return
    void client.invalidateQueries({ queryKey: ['data-requests'] })
    void message.success(t(DATA_REQUESTS.sent))
    onClose()
  }

  return (
    <Modal
      open
      {...kept}
      title={t(DATA_REQUESTS.answerTo(asked.person.name))}
      okText={t(DATA_REQUESTS.send)}
      okButtonProps={{ loading: pending, disabled: answer.trim().length < SHORTEST }}
      onOk={send}
      onCancel={onClose}
    >
      <RefusalNote refusal={refusal} />
      <p className="prewrap quoted">
        {t(SUBJECTS[asked.subject])}：{asked.text}
      </p>
      <OutcomeChoice outcome={outcome} onChoose={setOutcome} />
      {outcome === 'corrected' && asked.subject === 'name' && (
        <Labelled label={t(DATA_REQUESTS.rightName)}>
          {(id) => (
            <Input id={id} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
          )}
        </Labelled>
      )}
      <Labelled label={t(DATA_REQUESTS.said)} hint={t(DATA_REQUESTS.saidHint)}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={1000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Labelled>
    </Modal>
  )
}

type Outcome = 'corrected' | 'declined'

function OutcomeChoice({
  outcome,
  onChoose,
}: {
  readonly outcome: Outcome
  onChoose(outcome: Outcome): void
}) {
  const { t } = useWords()
  return (
    <fieldset className="choices">
      <legend className="legend">{t(DATA_REQUESTS.outcome)}</legend>
      <Radio.Group
        value={outcome}
        onChange={(event) => onChoose(event.target.value === 'declined' ? 'declined' : 'corrected')}
        options={[
          { value: 'corrected', label: t(DATA_REQUESTS.corrected) },
          {
            value: 'declined',
            label: `${t(DATA_REQUESTS.declined)} (${t(DATA_REQUESTS.declinedHint)})`,
          },
        ]}
      />
    </fieldset>
  )
}
