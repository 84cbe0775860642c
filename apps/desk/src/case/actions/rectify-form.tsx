import { Checkbox } from 'antd'
import { approvals } from '../../api/calls.ts'
import { ACT } from '../../words/actions.ts'
import { HANDLING } from '../../words/handling.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { changesOf } from './field-values.ts'
import { isReason, LongText } from './long-text.tsx'
import { MendAnswers } from './mend-answers.tsx'
import { useDraft } from './use-draft.ts'

const NOTHING = {
  edited: {} as Readonly<Record<string, unknown>>,
  documents: [] as readonly string[],
  reason: '',
}

/** 更正: what of the record is wrong and what is right, why, and which documents repeat it. */
export function RectifyForm(props: FormProps) {
  const { t } = useWords()
  const { view } = props
  const [typed, type, clear] = useDraft(view.id, 'proposeRectification', NOTHING)
  const slips = Object.entries(changesOf(view.form, typed.edited)).map(([id, is]) => ({
    target: `form.${id}`,
    is,
  }))
  const input = { slips, reason: typed.reason.trim(), documents: [...typed.documents] }
  const missing =
    slips.length === 0 ? t(HANDLING.slipsMissing) : isReason(typed.reason) ? undefined : t(ACT.reasonMissing)
  const documents = view.documents.filter(
    ({ kind, replacedBy }) => kind !== 'licence' && replacedBy === undefined,
  )
  return (
    <ActionForm
      {...props}
      name="proposeRectification"
      missing={missing}
      content={input}
      send={(key) =>
        approvals.proposeRectification({
          params: { id: view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onSent={clear}
    >
      <p className="quiet">{t(HANDLING.slipsHint)}</p>
      <MendAnswers
        view={view}
        legend={t(HANDLING.slips)}
        edited={typed.edited}
        onEdit={(edited) => type({ ...typed, edited })}
      />
      <fieldset className="points">
        <legend className="legend">{t(HANDLING.again)}</legend>
        <p className="quiet">{t(HANDLING.againHint)}</p>
        {documents.map(({ id, title, number }) => (
          <div key={id} className="point">
            <Checkbox
              checked={typed.documents.includes(id)}
              onChange={({ target }) =>
                type({
                  ...typed,
                  documents: target.checked
                    ? [...typed.documents, id]
                    : typed.documents.filter((one) => one !== id),
                })
              }
            >
              {t(title)} <span className="quiet">{number}</span>
            </Checkbox>
          </div>
        ))}
      </fieldset>
      <LongText label={t(ACT.reason)} value={typed.reason} onType={(reason) => type({ ...typed, reason })} />
    </ActionForm>
  )
}
