import type { Intake } from '@mashang/approvals/contract'
import type { WalkIn } from '@mashang/identity/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { approvals, identity } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { guideQuery } from '../items/guide-query.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { intakesQuery } from './intake-query.ts'
import type { ItemChosen } from './item-choice.tsx'

interface Props {
  readonly item: ItemChosen
  readonly person: WalkIn
  onPerson(person: WalkIn): void
}

/** In whose name, and off it goes. */
export function Beginning({ item, person, onPerson }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: guide } = useQuery(guideQuery(item.code))
  const serves = guide?.item.applicants ?? ['person', 'enterprise']
  const first = serves.includes('person') ? 'person' : (person.enterprises[0]?.uscc ?? '')
  const [chosen, setChosen] = useState<string>()
  const name = chosen ?? first
  const { pending, refusal, write } = useWrite<Intake>()

  async function begin() {
    const applicant =
      name === 'person' ? { kind: 'person' as const } : { kind: 'enterprise' as const, uscc: name }
    const input = { item: item.code, person: person.id, applicant }
    const intake = await write(input, (key) => approvals.openIntake({ input, key }))
    if (!intake) return
    await client.invalidateQueries({ queryKey: intakesQuery.queryKey })
    void navigate(`/window/${intake.draft.id}`)
  }

  return (
    <Panel title={t(WINDOW.inWhoseName)}>
      <fieldset className="choices choices-down">
        <legend className="unseen">{t(WINDOW.inWhoseName)}</legend>
        <Radio.Group
          className="choices-down"
          value={name}
          options={[
            ...(serves.includes('person')
              ? [{ value: 'person', label: `${person.name}（${t(WINDOW.oneself)}）` }]
              : []),
            ...(serves.includes('enterprise')
              ? person.enterprises.map((one) => ({ value: one.uscc, label: `${one.name} ${one.uscc}` }))
              : []),
          ]}
          onChange={(event) => setChosen(event.target.value)}
        />
      </fieldset>
      {serves.includes('enterprise') && (
        <AddEnterprise
          person={person}
          onAdded={(next, uscc) => {
            onPerson(next)
            setChosen(uscc)
          }}
        />
      )}
      <RefusalNote refusal={refusal} />
      <Button type="primary" loading={pending} disabled={name === ''} onClick={() => void begin()}>
        {t(WINDOW.begin)}
      </Button>
    </Panel>
  )
}

interface AddProps {
  readonly person: WalkIn
  onAdded(person: WalkIn, uscc: string): void
}

/** An enterprise that the walk-in shows an authorisation of. */
export function AddEnterprise({ person, onAdded }: AddProps) {
  const { t } = useWords()
  const [typed, type] = useState({ uscc: '', name: '' })
  const { pending, refusal, write } = useWrite<WalkIn>()
  async function add() {
    const input = { uscc: typed.uscc.trim(), name: typed.name.trim() }
    const next = await write(input, (key) =>
      identity.addAgentAtWindow({ params: { id: person.id }, input, key }),
    )
    if (!next) return
    type({ uscc: '', name: '' })
    onAdded(next, input.uscc.toUpperCase())
  }
  const line = (name: 'uscc' | 'name', label: string) => (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          value={typed[name]}
          onChange={(event) => type({ ...typed, [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  return (
    <details className="window-enterprise">
      <summary>{t(WINDOW.addEnterprise)}</summary>
      {line('uscc', t(WINDOW.uscc))}
      {line('name', t(WINDOW.enterpriseName))}
      <RefusalNote refusal={refusal} />
      <Button
        loading={pending}
        disabled={!typed.uscc.trim() || typed.name.trim().length < 2}
        onClick={() => void add()}
      >
        {t(WINDOW.add)}
      </Button>
    </details>
  )
}
