import type { QuestionView } from '@mashang/knowledge/contract'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { knowledge } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { Labelled } from '../show/labelled.tsx'
import { useOrgans } from '../show/organs.ts'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { QUESTIONS } from '../words/questions.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly view: QuestionView
  onDone(): unknown
}

const SHORTEST = 5

/** The answer, with the article it rests on. */
export function AnswerForm({ view, onDone }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [law, setLaw] = useState<string>()
  const [article, setArticle] = useState('')
  const { pending, refusal, write } = useWrite<QuestionView>()

  async function send() {
    const cited = law ? [{ law, article: article.trim() }] : []
    const input = { expected: view.revision, text: text.trim(), cited }
    const params = { id: view.id }
    const done = await write({ ...params, ...input }, (key) =>
      knowledge.answerQuestion({ params, input, key }),
    )
    if (!done) return
    void message.success(t(QUESTIONS.sent))
    await onDone()
  }

  return (
    <Panel title={t(QUESTIONS.answer)}>
      <RefusalNote refusal={refusal} />
      <Labelled label={t(QUESTIONS.answerText)} hint={t(QUESTIONS.answerHint)}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={5}
            maxLength={3000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
      <Labelled label={t(QUESTIONS.law)} optional>
        {(id) => (
          <Select
            id={id}
            allowClear
            showSearch
            value={law}
            options={view.laws.map((name) => ({ value: name, label: name }))}
            onChange={(name?: string) => setLaw(name)}
          />
        )}
      </Labelled>
      {law && (
        <Labelled label={t(QUESTIONS.article)} hint={t(QUESTIONS.articleHint)}>
          {(id) => (
            <Input
              id={id}
              value={article}
              maxLength={60}
              onChange={(event) => setArticle(event.target.value)}
            />
          )}
        </Labelled>
      )}
      <Button type="primary" loading={pending} disabled={text.trim().length < SHORTEST} onClick={send}>
        {t(QUESTIONS.send)}
      </Button>
    </Panel>
  )
}

/** To the organ that can answer, with the reason. */
export function PassOnForm({ view, onDone }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const organs = useOrgans()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const { pending, refusal, write } = useWrite<{ to: unknown }>()
  const had = [view.organ.id, ...view.passed.map(({ from }) => from.id)]

  async function send() {
    if (!to) return
    const input = { expected: view.revision, to, reason: reason.trim() }
    const params = { id: view.id }
    const done = await write({ ...params, ...input }, (key) =>
      knowledge.passOnQuestion({ params, input, key }),
    )
    if (!done) return
    void message.success(t(QUESTIONS.passed))
    await onDone()
  }

  return (
    <Panel title={t(QUESTIONS.passOn)}>
      <p className="quiet">{t(QUESTIONS.passHint)}</p>
      <RefusalNote refusal={refusal} />
      <Labelled label={t(QUESTIONS.to)}>
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={to}
            options={organs
              .filter((organ) => !had.includes(organ.id))
              .map((organ) => ({ value: organ.id, label: t(organ.name) }))}
            onChange={(organ: string) => setTo(organ)}
          />
        )}
      </Labelled>
      <Labelled label={t(QUESTIONS.reason)}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <Button loading={pending} disabled={!to || reason.trim().length < 2} onClick={send}>
        {t(QUESTIONS.pass)}
      </Button>
    </Panel>
  )
}
