import type { HelpView, Place } from '@mashang/assistance/contract'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { assistance } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { ASSISTANCE, PLACES } from '../words/assistance.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly view: HelpView
  onDone(): void
}

const SHORTEST = 2
const PLACE_IDS: readonly Place[] = ['window', 'home', 'phone']

/** A message to the principal, or a note for the office. */
export function MessageForm({ view, onDone }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [internal, setInternal] = useState(false)
  const { pending, refusal, write } = useWrite<HelpView>()
  async function send() {
    const params = { id: view.id }
    const input = { text: text.trim(), internal }
    const done = await write({ ...params, ...input }, (key) =>
      assistance.writeToPrincipal({ params, input, key }),
    )
    if (!done) return
    setText('')
    onDone()
  }
  return (
    <Panel title={t(ASSISTANCE.message)}>
      <RefusalNote refusal={refusal} />
      <Labelled label={t(ASSISTANCE.message)}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
      <p>
        <Checkbox checked={internal} onChange={(event) => setInternal(event.target.checked)}>
          {t(ASSISTANCE.note)}
        </Checkbox>
      </p>
      <Button loading={pending} disabled={text.trim().length < SHORTEST} onClick={send}>
        {t(ASSISTANCE.send)}
      </Button>
    </Panel>
  )
}

/** Day, time and place. */
export function AppointmentForm({ view, onDone }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState({ day: '', time: '', place: 'window' as Place, detail: '' })
  const { pending, refusal, write } = useWrite<HelpView>()
  async function send() {
    const params = { id: view.id }
    const input = { expected: view.revision, ...typed }
    const done = await write({ ...params, ...input }, (key) => assistance.appointHelp({ params, input, key }))
    if (done) onDone()
  }
  return (
    <Panel title={t(ASSISTANCE.appointment)}>
      <RefusalNote refusal={refusal} />
      <Labelled label={t(ASSISTANCE.day)}>
        {(id) => (
          <Input
            id={id}
            type="date"
            value={typed.day}
            onChange={(event) => setTyped({ ...typed, day: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(ASSISTANCE.time)}>
        {(id) => (
          <Input
            id={id}
            type="time"
            value={typed.time}
            onChange={(event) => setTyped({ ...typed, time: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(ASSISTANCE.place)}>
        {(id) => (
          <Select
            id={id}
            value={typed.place}
            options={PLACE_IDS.map((place) => ({ value: place, label: t(PLACES[place]) }))}
            onChange={(place: Place) => setTyped({ ...typed, place })}
          />
        )}
      </Labelled>
      <Labelled label={t(ASSISTANCE.detail)} optional>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={typed.detail}
            onChange={(event) => setTyped({ ...typed, detail: event.target.value })}
          />
        )}
      </Labelled>
      <Button loading={pending} disabled={!typed.day || !typed.time} onClick={send}>
        {t(ASSISTANCE.appoint)}
      </Button>
    </Panel>
  )
}

/** Concluded with what came of it, or ended with the reason. */
export function EndForm({ view, onDone }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const { pending, refusal, write } = useWrite<HelpView>()
  const params = { id: view.id }
  const expected = view.revision
  async function conclude() {
    const input = { expected, result: text.trim() }
    const done = await write({ conclude: input }, (key) => assistance.concludeHelp({ params, input, key }))
    if (done) onDone()
  }
  async function end() {
    const input = { expected, reason: text.trim() }
    const done = await write({ end: input }, (key) => assistance.endHelpAtDesk({ params, input, key }))
    if (done) onDone()
  }
  const ready = text.trim().length >= SHORTEST
  return (
    <Panel title={t(ASSISTANCE.conclude)}>
      <RefusalNote refusal={refusal} />
      <Labelled label={t(ASSISTANCE.result)}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
      <Button type="primary" loading={pending} disabled={!ready} onClick={conclude}>
        {t(ASSISTANCE.conclude)}
      </Button>{' '}
      <Button danger loading={pending} disabled={!ready} onClick={end}>
        {t(ASSISTANCE.end)}
      </Button>
    </Panel>
  )
}
