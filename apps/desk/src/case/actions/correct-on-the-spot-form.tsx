import type { Field } from '@mashang/flow'
import { Checkbox } from 'antd'
import { approvals } from '../../api/calls.ts'
import { useGuide } from '../../items/guide-query.ts'
import { ACT, ACTION_WORDS } from '../../words/actions.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { FieldEditor } from './field-editor.tsx'
import { changesOf } from './field-values.ts'
import { isReason, LongText } from './long-text.tsx'
import { useDraft } from './use-draft.ts'

const NOTHING = { edited: {} as Readonly<Record<string, unknown>>, note: '' }

/** 当场更正: choose what is wrong, mend it before the applicant, and accept. */
export function CorrectOnTheSpotForm(props: FormProps) {
  const { t } = useWords()
  const { view } = props
  const [typed, type, clear] = useDraft(view.id, 'correctOnTheSpot', NOTHING)
  const guide = useGuide(view.item)
  const fields = guide?.item.version === view.item.version ? guide.item.fields : []
  const form = changesOf(view.form, typed.edited)
  const input = { form, note: typed.note.trim() }
  const missing =
    Object.keys(form).length === 0
      ? t(ACT.correctionsMissing)
      : isReason(typed.note)
        ? undefined
        : t(ACT.reasonMissing)
  const edit = (id: string, edited: boolean, value?: unknown) => {
    const { [id]: _, ...rest } = typed.edited
    type({ ...typed, edited: edited ? { ...rest, [id]: value } : rest })
  }
  return (
    <ActionForm
      {...props}
      name="correctOnTheSpot"
      missing={missing}
      content={input}
      ask={
        <>
          <p>{t(ACTION_WORDS.correctOnTheSpot.what)}</p>
          <p className="prewrap quoted">{input.note}</p>
        </>
      }
      send={(key) =>
        approvals.correctOnTheSpot({
          params: { id: view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onSent={clear}
    >
      <p className="quiet">{t(ACT.correctionsHint)}</p>
      <fieldset className="points">
        <legend className="legend">{t(ACT.corrections)}</legend>
        {view.answers.map((answer) => (
          <Mend
            key={answer.id}
            label={t(answer.label)}
            was={answer.text}
            field={fields.find(({ id }) => id === answer.id)}
            chosen={answer.id in typed.edited}
            value={typed.edited[answer.id]}
            onChoose={(chosen) => edit(answer.id, chosen, view.form[answer.id])}
            onValue={(value) => edit(answer.id, true, value)}
          />
        ))}
      </fieldset>
      <LongText
        label={t(ACT.correctionNote)}
        value={typed.note}
        rows={2}
        onType={(note) => type({ ...typed, note })}
      />
    </ActionForm>
  )
}

interface MendProps {
  readonly label: string
  readonly was: string
  readonly field: Field | undefined
  readonly chosen: boolean
  readonly value: unknown
  onChoose(chosen: boolean): void
  onValue(value: unknown): void
}

function Mend({ label, was, field, chosen, value, onChoose, onValue }: MendProps) {
  const { t } = useWords()
  return (
    <div className={chosen ? 'point point-chosen' : 'point'}>
      <Checkbox checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
        {label}
      </Checkbox>
      {chosen && (
        <div className="point-what">
          <span className="quiet">{`${t(ACT.before)} ${was || t(CASE.empty)}`}</span>
          <FieldEditor label={label} field={field} value={value} onValue={onValue} />
        </div>
      )}
    </div>
  )
}
