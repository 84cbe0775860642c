import type { LicencePage as View } from '@mashang/approvals/contract'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { approvals } from '../api/calls.ts'
import { isReason, LongText } from '../case/actions/long-text.tsx'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { LICENCE_ACTS, LICENCES, type LicenceAct } from '../words/licences.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly view: View
  readonly act: LicenceAct
  onDone(after: View): void
  onCancel(): void
}

interface Typed {
  readonly ground: string
  readonly reasons: string
  /** Compensation, number of a penalty decision, or the corrected text. */
  readonly further: string
}

/** Ways of ending that need a ground of law to be chosen. */
const ENDINGS: Partial<Record<LicenceAct, keyof NonNullable<View['grounds']>>> = {
  proposeRevocation: 'revoked',
  cancelLicence: 'cancelled',
  withdrawLicence: 'withdrawn',
  forfeitLicence: 'forfeited',
}

const DESTRUCTIVE: readonly LicenceAct[] = [
  'revokeLicence',
  'cancelLicence',
  'withdrawLicence',
  'forfeitLicence',
]

function send(view: View, act: LicenceAct, { ground, reasons, further }: Typed, key: string) {
  const params = { id: view.id }
  const expected = view.revision
  const grounded = { expected, ground, reasons }
  switch (act) {
    case 'proposeRevocation':
      return approvals.proposeRevocation({ params, input: grounded, key })
    case 'cancelLicence':
      return approvals.cancelLicence({ params, input: grounded, key })
    case 'withdrawLicence':
      return approvals.withdrawLicence({ params, input: { ...grounded, compensation: further }, key })
    case 'forfeitLicence':
      return approvals.forfeitLicence({ params, input: { ...grounded, decision: further }, key })
    case 'recordStatement':
      return approvals.recordStatement({ params, input: { expected, text: reasons }, key })
    case 'dropRevocation':
      return approvals.dropRevocation({ params, input: { expected, reasons }, key })
    case 'revokeLicence':
      return approvals.revokeLicence({ params, input: { expected, reasons }, key })
    case 'correctLicence': {
      const shows = [{ label: ground, text: further }]
      return approvals.correctLicence({ params, input: { expected, shows, reason: reasons }, key })
    }
  }
}

/** One command: what will happen, the ground of law, the reasons, and the button. */
export function LicenceActForm({ view, act, onDone, onCancel }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState<Typed>({ ground: '', reasons: '', further: '' })
  const { pending, refusal, write } = useWrite<View>()
  const needsChoice = ENDINGS[act] !== undefined || act === 'correctLicence'
  const needsFurther = act === 'withdrawLicence' || act === 'forfeitLicence' || act === 'correctLicence'
  const ready =
    isReason(typed.reasons) &&
    (!needsChoice || typed.ground !== '') &&
    (!needsFurther || isReason(typed.further))
  async function go() {
    const after = await write({ act, typed, revision: view.revision }, (key) => send(view, act, typed, key))
    if (after) onDone(after)
  }
  return (
    <form
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      <h3>{t(LICENCE_ACTS[act].name)}</h3>
      <p className="note">{t(LICENCE_ACTS[act].what)}</p>
      <RefusalNote refusal={refusal} />
      {needsChoice && (
        <Choice
          view={view}
          act={act}
          value={typed.ground}
          onChoose={(ground) => setTyped({ ...typed, ground })}
        />
      )}
      {needsFurther && (
        <Further act={act} value={typed.further} onType={(further) => setTyped({ ...typed, further })} />
      )}
      <LongText
        label={t(act === 'recordStatement' ? LICENCES.statement : LICENCES.reasons)}
        value={typed.reasons}
        most={4000}
        rows={4}
        onType={(reasons) => setTyped({ ...typed, reasons })}
      />
      <div className="act-buttons">
        <Button
          type="primary"
          danger={DESTRUCTIVE.includes(act)}
          htmlType="submit"
          loading={pending}
          disabled={!ready}
        >
          {t(LICENCE_ACTS[act].name)}
        </Button>
        <Button onClick={onCancel}>{t(SHELL.cancel)}</Button>
      </div>
    </form>
  )
}

/** The ground of law among those that fit, or the line to correct. */
function Choice({
  view,
  act,
  value,
  onChoose,
}: {
  readonly view: View
  readonly act: LicenceAct
  readonly value: string
  onChoose(value: string): void
}) {
  const { t } = useWords()
  const kind = ENDINGS[act]
  const options = kind
    ? (view.grounds?.[kind] ?? []).map(({ id, words, article }) => ({
        value: id,
        label: `${t(words)}（${article}）`,
      }))
    : view.shows.map(({ label, text }) => ({ value: label, label: `${label}：${text}` }))
  return (
    <Labelled label={t(kind ? LICENCES.ground : LICENCES.correctLine)}>
      {(id) => (
        <Select
          id={id}
          className="act-choice"
          value={value || undefined}
          options={options}
          popupMatchSelectWidth={false}
          onChange={onChoose}
        />
      )}
    </Labelled>
  )
}

function Further({
  act,
  value,
  onType,
}: {
  readonly act: LicenceAct
  readonly value: string
  onType(value: string): void
}) {
  const { t } = useWords()
  const label =
    act === 'withdrawLicence'
      ? LICENCES.compensation
      : act === 'forfeitLicence'
        ? LICENCES.decision
        : LICENCES.correctText
  return (
    <Labelled label={t(label)}>
      {(id) => (
        <Input id={id} value={value} maxLength={1000} onChange={(event) => onType(event.target.value)} />
      )}
    </Labelled>
  )
}
