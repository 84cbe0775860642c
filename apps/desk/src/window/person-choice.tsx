import type { WalkIn } from '@mashang/identity/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { identity } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { RegisterPerson } from './register-person.tsx'

interface Props {
  readonly chosen: WalkIn | undefined
  onChoose(person: WalkIn | undefined): void
}

/** ② Who stands at the window: found by a whole number, or registered. */
export function PersonChoice({ chosen, onChoose }: Props) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const [found, setFound] = useState<readonly WalkIn[]>()
  const [registering, setRegistering] = useState(false)
  const { pending, refusal, write } = useWrite<{ readonly people: readonly WalkIn[] }>()
  const title = `② ${t(WINDOW.stepPerson)}`
  if (chosen)
    return (
      <Panel
        title={title}
        beside={
          <Button size="small" onClick={() => onChoose(undefined)}>
            {t(WINDOW.change)}
          </Button>
        }
      >
        <PersonLine person={chosen} />
      </Panel>
    )

  async function find() {
    const answer = await write({ number, at: Date.now() }, (key) =>
      identity.findWalkIn({ input: { number: number.trim() }, key }),
    )
    setFound(answer?.people)
    setRegistering(answer?.people.length === 0)
  }

  return (
    <Panel title={title}>
      <form
        className="window-find"
        onSubmit={(event) => {
          event.preventDefault()
          if (number.trim() !== '') void find()
        }}
      >
        <Labelled label={t(WINDOW.number)} hint={t(WINDOW.numberHint)}>
          {(id, describedBy) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoComplete="off"
              autoFocus
              value={number}
              maxLength={40}
              onChange={(event) => {
                setNumber(event.target.value)
                setFound(undefined)
              }}
            />
          )}
        </Labelled>
        <Button type="primary" htmlType="submit" loading={pending} disabled={number.trim().length < 11}>
          {t(WINDOW.find)}
        </Button>
      </form>
      <RefusalNote refusal={refusal} />
      {found && <Found people={found} onChoose={onChoose} />}
      {found && !registering && (
        <Button type="link" onClick={() => setRegistering(true)}>
          {t(WINDOW.registerInstead)}
        </Button>
      )}
      {registering && found && <RegisterPerson number={number.trim()} onRegistered={onChoose} />}
    </Panel>
  )
}

function Found({ people, onChoose }: { readonly people: readonly WalkIn[]; onChoose(person: WalkIn): void }) {
  const { t } = useWords()
  if (people.length === 0)
    return (
      <p className="note" role="status">
        {t(WINDOW.nobody)}
      </p>
    )
  return (
    <ul className="window-found">
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" className="window-option" onClick={() => onChoose(person)}>
            <PersonLine person={person} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function PersonLine({ person }: { readonly person: WalkIn }) {
  return (
    <span className="window-person">
      <strong>{person.name}</strong>
      <span className="quiet">{person.idCard}</span>
      <span className="quiet">{person.phone}</span>
    </span>
  )
}
