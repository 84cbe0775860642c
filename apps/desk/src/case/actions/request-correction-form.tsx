import { Button, Checkbox, Input } from 'antd'
import { approvals } from '../../api/calls.ts'
import { ACT, PHRASES } from '../../words/actions.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { type Asked, pointsOf, type Target, targetsOf, unsaid, withPhrase } from './correction-points.ts'
import { LongText } from './long-text.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { useDraft } from './use-draft.ts'

const NOTHING = { asked: {} as Asked, note: '' }

/** 一次性告知补正: go through everything, say exactly what, look at the notice, send it once. */
export function RequestCorrectionForm(props: FormProps) {
  const { t, language } = useWords()
  const [typed, type, clear] = useDraft(props.view.id, 'requestCorrection', NOTHING)
  const targets = targetsOf(props.view)
  const points = pointsOf(targets, typed.asked)
  const open = unsaid(targets, typed.asked)
  const note = typed.note.trim()
  const input = { points, ...(note === '' ? {} : { note }) }
  const missing =
    points.length === 0
      ? t(ACT.pointsMissing)
      : open.length > 0
        ? t(ACT.pointMissing(open.map(({ label }) => t(label)).join(language === 'zh' ? '、' : ', ')))
        : undefined
  const ask = (target: string, what: string | undefined) => {
    const { [target]: _, ...rest } = typed.asked
    type({ ...typed, asked: what === undefined ? rest : { ...rest, [target]: what } })
  }
  return (
    <ActionForm
      {...props}
      name="requestCorrection"
      missing={missing}
      content={input}
      okText={t(ACT.sendNotice)}
      ask={<NoticePreview view={props.view} targets={targets} points={points} note={note} />}
      send={(key) =>
        approvals.requestCorrection({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onSent={clear}
    >
      <p className="note note-soon">{t(ACT.pointsHint)}</p>
      <Points kind="materials" targets={targets} asked={typed.asked} onAsk={ask} />
      <Points kind="form" targets={targets} asked={typed.asked} onAsk={ask} />
      <p role="status" className="quiet">
        {t(ACT.chosen(points.length))}
      </p>
      <LongText
        label={t(CASE.correctionNote)}
        optional
        rows={2}
        value={typed.note}
        onType={(value) => type({ ...typed, note: value })}
      />
    </ActionForm>
  )
}

interface PointsProps {
  readonly kind: Target['kind']
  readonly targets: readonly Target[]
  readonly asked: Asked
  onAsk(target: string, what: string | undefined): void
}

function Points({ kind, targets, asked, onAsk }: PointsProps) {
  const { t } = useWords()
  const own = targets.filter((target) => target.kind === kind)
  if (own.length === 0) return null
  return (
    <fieldset className="points">
      <legend className="legend">{t(kind === 'form' ? ACT.formFields : ACT.onlyProblems)}</legend>
      {own.map((target) => (
        <Point
          key={target.target}
          target={target}
          what={asked[target.target]}
          onAsk={(what) => onAsk(target.target, what)}
        />
      ))}
    </fieldset>
  )
}

interface PointProps {
  readonly target: Target
  /** Undefined while not chosen. */
  readonly what: string | undefined
  onAsk(what: string | undefined): void
}

function Point({ target, what, onAsk }: PointProps) {
  const { t } = useWords()
  const missing = t(PHRASES.materials[0])
  return (
    <div className={what === undefined ? 'point' : 'point point-chosen'}>
      <Checkbox
        checked={what !== undefined}
        onChange={(event) => onAsk(event.target.checked ? (target.lacking ? missing : '') : undefined)}
      >
        {t(target.label)}
        {target.lacking && <span className="tag tag-soon changed">{t(CASE.noFile)}</span>}
      </Checkbox>
      {what !== undefined && (
        <div className="point-what">
          <Input.TextArea
            aria-label={`${t(target.label)} · ${t(ACT.pointWhat)}`}
            placeholder={t(ACT.pointWhat)}
            value={what}
            maxLength={1000}
            rows={2}
            onChange={(event) => onAsk(event.target.value)}
          />
          <span className="phrases">
            {PHRASES[target.kind].map((phrase) => (
              <Button key={phrase.en} size="small" onClick={() => onAsk(withPhrase(what, t(phrase)))}>
                {t(phrase)}
              </Button>
            ))}
          </span>
        </div>
      )}
    </div>
  )
}
