import type { ApplicationView } from '@mashang/approvals/contract'
import type { Refusal } from '@mashang/kit'
import { approvals } from '../../api/calls.ts'
import { ACT, ACTION_WORDS, type ActionName } from '../../words/actions.ts'
import { type SomeWords, useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { isReason, LongText } from './long-text.tsx'
import { RightsTold } from './rights-told.tsx'
import { useDraft } from './use-draft.ts'

interface Props extends FormProps {
  readonly name: ActionName
  readonly label: SomeWords
  readonly optional?: boolean
  /** Shows once more what will happen, and the text, before it is sent. */
  readonly asks?: boolean
  /** Shows the rights of the applicant there, too. */
  readonly tellsRights?: boolean
  readonly danger?: boolean
  tell(text: string, key: string): Promise<ApplicationView | Refusal>
}

/** An act that takes one text and nothing else: its reason, its result, a note. */
function ReasonForm({ label, optional = false, asks = false, tellsRights = false, tell, ...props }: Props) {
  const { t } = useWords()
  const [typed, type, clear] = useDraft(props.view.id, props.name, '')
  const text = typed.trim()
  return (
    <ActionForm
      {...props}
      missing={optional || isReason(text) ? undefined : t(ACT.textMissing(label))}
      content={text}
      ask={
        asks ? (
          <>
            <p>{t(ACTION_WORDS[props.name].what)}</p>
            <p className="prewrap">{text}</p>
            {tellsRights && <RightsTold rights={props.view.rights} />}
          </>
        ) : undefined
      }
      send={(key) => tell(text, key)}
      onSent={clear}
    >
      <LongText label={t(label)} optional={optional} rows={optional ? 2 : 3} value={typed} onType={type} />
    </ActionForm>
  )
}

export function AcceptForm(props: FormProps) {
  return (
    <ReasonForm
      {...props}
      name="acceptApplication"
      label={ACT.note}
      optional
      tell={(note, key) =>
        approvals.acceptApplication({
          params: { id: props.view.id },
          input: { expected: props.seen, ...(note === '' ? {} : { note }) },
          key,
        })
      }
    />
  )
}

export function NotNeededForm(props: FormProps) {
  return (
    <ReasonForm
      {...props}
      name="findNotNeeded"
      label={ACT.reason}
      asks
      tellsRights
      danger
      tell={(reason, key) =>
        approvals.findNotNeeded({
          params: { id: props.view.id },
          input: { expected: props.seen, reason },
          key,
        })
      }
    />
  )
}

export function ResumeClockForm(props: FormProps) {
  return (
    <ReasonForm
      {...props}
      name="resumeClock"
      label={ACT.result}
      tell={(note, key) =>
        approvals.resumeClock({ params: { id: props.view.id }, input: { expected: props.seen, note }, key })
      }
    />
  )
}

export function ExtendForm(props: FormProps) {
  return (
    <ReasonForm
      {...props}
      name="extendLimit"
      label={ACT.reason}
      asks
      tell={(reason, key) =>
        approvals.extendLimit({ params: { id: props.view.id }, input: { expected: props.seen, reason }, key })
      }
    />
  )
}

export function RemindForm(props: FormProps) {
  return (
    <ReasonForm
      {...props}
      name="remindOffice"
      label={ACT.note}
      tell={(note, key) =>
        approvals.remindOffice({ params: { id: props.view.id }, input: { expected: props.seen, note }, key })
      }
    />
  )
}
