import { approvalsRoutes } from 'virtual:contract'
import type { IntakeOutcome, Submission } from '@mashang/approvals/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { approvals } from '../api/calls.ts'
import { isReason, LongText } from '../case/actions/long-text.tsx'
import { useDraft } from '../case/actions/use-draft.ts'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { SHELL } from '../words/shell.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { intakesQuery } from './intake-query.ts'
import type { Lack } from './lacking.ts'
import type { IntakeInHand } from './use-intake.ts'

const KINDS = [
  'accept',
  'correct-on-the-spot',
  'request-correction',
  'decline',
  'not-needed',
  'receive',
] as const

interface Typed {
  readonly kind: IntakeOutcome['kind'] | ''
  readonly note: string
  readonly reason: string
  readonly rightOrgan: string
  /** What the notice says of a point, where it was put in other words. */
  readonly points: Readonly<Record<string, string>>
}

const NOTHING: Typed = { kind: '', note: '', reason: '', rightOrgan: '', points: {} }

/** ⑤ One of the five outcomes of 许可法 32, or received only; said while the applicant waits. */
export function OutcomePanel({
  hand,
  lacking,
}: {
  readonly hand: IntakeInHand
  readonly lacking: readonly Lack[]
}) {
  const { t } = useWords()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const may = useMayUse()
  const id = hand.intake.draft.id
  const [typed, type, clear] = useDraft(id, 'outcome', NOTHING)
  const [settling, setSettling] = useState(false)
  const { pending, refusal, write } = useWrite<Submission>()
  const outcome = outcomeOf(typed, lacking)
  const missing = missingIn(typed, lacking.length)

  async function take() {
    if (!outcome) return
    setSettling(true)
    const kept = await hand.settle()
    setSettling(false)
    if (!kept) return
    const taken = await write(outcome, (key) =>
      approvals.submitIntake({ params: { id }, input: { outcome }, key }),
    )
    if (!taken) return
    clear()
    await client.invalidateQueries({ queryKey: intakesQuery.queryKey })
    void client.invalidateQueries({ queryKey: ['inbox'] })
    void navigate(may(approvalsRoutes.getCase) ? `/window/taken/${taken.id}` : '/assistance')
  }

  return (
    <Panel title={`⑤ ${t(WINDOW.stepOutcome)}`}>
      <KindChoice kind={typed.kind} onChoose={(kind) => type({ ...typed, kind })} />
      <OutcomeFields typed={typed} onType={type} lacking={lacking} />
      <RefusalNote refusal={refusal} />
      <Button
        type="primary"
        block
        disabled={!outcome || missing !== undefined}
        loading={pending || settling}
        onClick={() =>
          modal.confirm({
            title: typed.kind && t(WINDOW.outcomes[typed.kind]),
            content: t(WINDOW.takeAsk),
            okText: t(WINDOW.take),
            cancelText: t(SHELL.cancel),
            onOk: () => void take(),
          })
        }
      >
        {t(WINDOW.take)}
      </Button>
      {missing && <p className="hint">{t(missing)}</p>}
    </Panel>
  )
}

interface KindProps {
  readonly kind: Typed['kind']
  onChoose(kind: IntakeOutcome['kind']): void
}

function KindChoice({ kind: chosen, onChoose }: KindProps) {
  const { t } = useWords()
  // Whoever acts for the applicant hands in; the office tells the outcome.
  const decides = useMayUse()(approvalsRoutes.acceptApplication)
  return (
    <fieldset className="choices">
      <legend className="unseen">{t(WINDOW.stepOutcome)}</legend>
      <Radio.Group
        className="choices-down"
        value={chosen}
        options={KINDS.filter((kind) => decides || kind === 'receive').map((kind) => ({
          value: kind,
          label: (
            <>
              {t(WINDOW.outcomes[kind])}
              <br />
              <span className="quiet">{t(WINDOW.outcomeHint[kind])}</span>
            </>
          ),
        }))}
        onChange={(event) => onChoose(event.target.value)}
      />
    </fieldset>
  )
}

function missingIn({ kind, note, reason, rightOrgan }: Typed, lacking: number) {
  const accepts = kind === 'accept' || kind === 'correct-on-the-spot'
  if (accepts && lacking > 0) return WINDOW.incomplete
  if (kind === 'correct-on-the-spot' && !isReason(note)) return WINDOW.correctedLacking
  if (kind === 'request-correction' && lacking === 0) return WINDOW.nothingToAsk
  if (kind === 'decline' && !(isReason(reason) && isReason(rightOrgan))) return WINDOW.organLacking
  if (kind === 'not-needed' && !isReason(reason)) return WINDOW.reasonLacking
  return undefined
}

function outcomeOf(typed: Typed, lacking: readonly Lack[]): IntakeOutcome | undefined {
  const { kind, points } = typed
  const [note, reason, rightOrgan] = [typed.note.trim(), typed.reason.trim(), typed.rightOrgan.trim()]
  switch (kind) {
    case '':
      return undefined
    case 'receive':
      return { kind }
    case 'accept':
      return { kind, ...(note === '' ? {} : { note }) }
    case 'correct-on-the-spot':
      return { kind, note }
    case 'request-correction':
      return {
        kind,
        points: lacking.map(({ target, why }) => ({ target, what: points[target]?.trim() || why.zh })),
        ...(note === '' ? {} : { note }),
      }
    case 'decline':
      return { kind, reason, rightOrgan }
    case 'not-needed':
      return { kind, reason }
  }
}

interface FieldsProps {
  readonly typed: Typed
  readonly lacking: readonly Lack[]
  onType(next: Typed): void
}

function OutcomeFields({ typed, lacking, onType }: FieldsProps) {
  const { t } = useWords()
  const { kind } = typed
  return (
    <>
      {kind === 'correct-on-the-spot' && (
        <LongText
          label={t(WINDOW.whatCorrected)}
          rows={2}
          value={typed.note}
          onType={(note) => onType({ ...typed, note })}
        />
      )}
      {kind === 'request-correction' && lacking.length > 0 && (
        <p className="note note-soon">{t(WINDOW.pointsHint)}</p>
      )}
      {kind === 'request-correction' &&
        lacking.map(({ target, label, why }) => (
          <LongText
            key={target}
            label={t(label)}
            rows={2}
            most={1000}
            value={typed.points[target] ?? why.zh}
            onType={(what) => onType({ ...typed, points: { ...typed.points, [target]: what } })}
          />
        ))}
      {kind === 'decline' && (
        <Labelled label={t(WINDOW.rightOrgan)}>
          {(id) => (
            <Input
              id={id}
              value={typed.rightOrgan}
              maxLength={200}
              onChange={(event) => onType({ ...typed, rightOrgan: event.target.value })}
            />
          )}
        </Labelled>
      )}
      {(kind === 'decline' || kind === 'not-needed') && (
        <LongText
          label={t(WINDOW.reason)}
          value={typed.reason}
          onType={(reason) => onType({ ...typed, reason })}
        />
      )}
    </>
  )
}
