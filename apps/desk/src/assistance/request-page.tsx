import type { Circumstance, HelpKind } from '@mashang/assistance/contract'
import type { WalkIn } from '@mashang/identity/contract'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { assistance } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { ItemChoice, type ItemChosen } from '../window/item-choice.tsx'
import { PersonChoice } from '../window/person-choice.tsx'
import { ASSISTANCE, CIRCUMSTANCES, HELP_KINDS } from '../words/assistance.ts'
import { useWords } from '../words/words.ts'
import '../styles/window.css'

const KINDS: readonly HelpKind[] = ['guided', 'agency']
const KNOWN: readonly Circumstance[] = ['none', 'elderly', 'disabled']

/** A clerk asks for help for someone who stands at the window. */
export function RequestPage() {
  const { t } = useWords()
  const [item, setItem] = useState<ItemChosen>()
  const [person, setPerson] = useState<WalkIn>()
  const [kind, setKind] = useState<HelpKind>('guided')
  const [circumstance, setCircumstance] = useState<Circumstance>('elderly')
  const [text, setText] = useState('')
  const [done, setDone] = useState<string>()
  const { pending, refusal, write } = useWrite<{ number: string }>()

  async function send() {
    if (!item || !person) return
    const input = { item: item.code, person: person.id, kind, circumstance, text: text.trim() }
    const answer = await write(input, (key) => assistance.requestHelpAtWindow({ input, key }))
    if (!answer) return
    setDone(answer.number)
    setPerson(undefined)
    setText('')
  }

  return (
    <div className="page">
      <PageTitle title={t(ASSISTANCE.request)} trail={[]} />
      {done && (
        <p className="note note-done" role="status">
          {t(ASSISTANCE.requested(done))}
        </p>
      )}
      <RefusalNote refusal={refusal} />
      <ItemChoice chosen={item} onChoose={setItem} />
      <PersonChoice chosen={person} onChoose={setPerson} />
      <Panel title={`③ ${t(ASSISTANCE.text)}`}>
        <KindChoice kind={kind} onChoose={setKind} />
        <fieldset className="choices">
          <legend className="legend">{t(ASSISTANCE.circumstance)}</legend>
          <Radio.Group
            value={circumstance}
            onChange={(event) => setCircumstance(KNOWN.find((one) => one === event.target.value) ?? 'none')}
            options={KNOWN.map((one) => ({ value: one, label: t(CIRCUMSTANCES[one]) }))}
          />
        </fieldset>
        <Labelled label={t(ASSISTANCE.text)}>
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
        <Button
          type="primary"
          loading={pending}
          disabled={!item || !person || text.trim().length < 2}
          onClick={send}
        >
          {t(ASSISTANCE.ask)}
        </Button>
      </Panel>
    </div>
  )
}

function KindChoice({ kind, onChoose }: { kind: HelpKind; onChoose(kind: HelpKind): void }) {
  const { t } = useWords()
  return (
    <fieldset className="choices">
      <legend className="legend">{t(ASSISTANCE.kind)}</legend>
      <Radio.Group
        value={kind}
        onChange={(event) => onChoose(event.target.value === 'agency' ? 'agency' : 'guided')}
        options={KINDS.map((one) => ({ value: one, label: t(HELP_KINDS[one]) }))}
      />
    </fieldset>
  )
}
