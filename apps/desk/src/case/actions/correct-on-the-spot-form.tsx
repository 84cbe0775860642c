import { approvals } from '../../api/calls.ts'
import { ACT, ACTION_WORDS } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { changesOf } from './field-values.ts'
import { isReason, LongText } from './long-text.tsx'
import { MendAnswers } from './mend-answers.tsx'
import { useDraft } from './use-draft.ts'

const NOTHING = { edited: {} as Readonly<Record<string, unknown>>, note: '' }

/** 当场更正: choose what is wrong, mend it before the applicant, and accept. */
export function CorrectOnTheSpotForm(props: FormProps) {
  const { t } = useWords()
  const { view } = props
  const [typed, type, clear] = useDraft(view.id, 'correctOnTheSpot', NOTHING)
  const form = changesOf(view.form, typed.edited)
  const input = { form, note: typed.note.trim() }
  const missing =
    Object.keys(form).length === 0
      ? t(ACT.correctionsMissing)
      : isReason(typed.note)
        ? undefined
        : t(ACT.reasonMissing)
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
      <MendAnswers
        view={view}
        legend={t(ACT.corrections)}
        edited={typed.edited}
        onEdit={(edited) => type({ ...typed, edited })}
      />
      <LongText
        label={t(ACT.correctionNote)}
        value={typed.note}
        rows={2}
        onType={(note) => type({ ...typed, note })}
      />
    </ActionForm>
  )
}
