import type { MandateView } from '@mashang/approvals/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { approvals } from '../api/calls.ts'
import { useMe } from '../session/use-session.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useKeptOpen } from '../show/use-kept-open.ts'
import { useWrite } from '../show/use-write.ts'
import { MANDATES } from '../words/mandates.ts'
import { useWords } from '../words/words.ts'
import { colleaguesQuery } from './mandates-query.ts'

const ACTS = ['concludeStep', 'decideApplication', 'extendLimit'] as const
const NOTHING = {
  kind: 'substitution' as 'substitution' | 'delegation',
  to: '',
  acts: [...ACTS] as (typeof ACTS)[number][],
  items: '',
  grantsOnly: false,
  starts: '',
  ends: '',
  reason: '',
}

/** Who acts for me, in what, from when until when. */
export function AddMandate({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  // What one may give away is what one may do.
  const heads = useMe().staff.roles.includes('approval-head')
  const mine = heads ? ACTS : ACTS.slice(0, 1)
  const [typed, setTyped] = useState({ ...NOTHING, acts: [...mine] })
  const { pending, refusal, write } = useWrite<MandateView>()
  const kept = useKeptOpen(typed)
  const type = (change: Partial<typeof NOTHING>) => setTyped({ ...typed, ...change })
  const input = {
    ...typed,
    reason: typed.reason.trim(),
    items: typed.items.split(/\s+/).filter(Boolean),
  }
  const ready = input.to && input.acts.length > 0 && input.starts && input.ends && input.reason.length >= 2

  async function add() {
    if (!(await write(input, (key) => approvals.proposeStandIn({ input, key })))) return
    void client.invalidateQueries({ queryKey: ['mandates'] })
    void message.success(t(MANDATES.done))
    onClose()
  }

  return (
    <Drawer open {...kept} title={t(MANDATES.add)} onClose={onClose} size={480}>
      <RefusalNote refusal={refusal} />
      <fieldset className="choices">
        <legend className="legend">{t(MANDATES.kind)}</legend>
        <Radio.Group
          value={typed.kind}
          options={[
            { value: 'substitution', label: t(MANDATES.substitution) },
            { value: 'delegation', label: t(MANDATES.delegation) },
          ]}
          onChange={({ target }) => type({ kind: target.value })}
        />
      </fieldset>
      <Colleague value={typed.to} onChoose={(to) => type({ to })} />
      <fieldset className="choices">
        <legend className="legend">{t(MANDATES.acts)}</legend>
        <Checkbox.Group
          value={typed.acts}
          options={mine.map((act) => ({ value: act, label: t(MANDATES[act]) }))}
          onChange={(acts) => type({ acts })}
        />
      </fieldset>
      <p>
        <Checkbox checked={typed.grantsOnly} onChange={({ target }) => type({ grantsOnly: target.checked })}>
          {t(MANDATES.grantsOnly)}
        </Checkbox>
      </p>
      <DaysAndReason typed={typed} onType={type} />
      <Button type="primary" block loading={pending} disabled={!ready} onClick={add}>
        {t(MANDATES.propose)}
      </Button>
    </Drawer>
  )
}

interface RestProps {
  readonly typed: typeof NOTHING
  onType(change: Partial<typeof NOTHING>): void
}

function DaysAndReason({ typed, onType }: RestProps) {
  const { t } = useWords()
  return (
    <>
      {(['starts', 'ends'] as const).map((day) => (
        <Labelled key={day} label={t(MANDATES[day])}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={typed[day]}
              onChange={({ target }) => onType({ [day]: target.value })}
            />
          )}
        </Labelled>
      ))}
      <Labelled label={t(MANDATES.items)} hint={t(MANDATES.itemsHint)} optional>
        {(id, describedBy) => (
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            rows={2}
            value={typed.items}
            onChange={({ target }) => onType({ items: target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(MANDATES.reason)}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={typed.reason}
            onChange={({ target }) => onType({ reason: target.value })}
          />
        )}
      </Labelled>
    </>
  )
}

function Colleague({ value, onChoose }: { value: string; onChoose(id: string): void }) {
  const { t } = useWords()
  const me = useMe()
  const { data } = useQuery(colleaguesQuery)
  const others = (data?.colleagues ?? []).filter(({ id }) => id !== me.id)
  return (
    <Labelled label={t(MANDATES.to)}>
      {(id) => (
        <Select
          id={id}
          value={value === '' ? null : value}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(one: string | null) => onChoose(one ?? '')}
        />
      )}
    </Labelled>
  )
}
