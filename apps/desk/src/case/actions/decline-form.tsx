import { AutoComplete } from 'antd'
import { approvals } from '../../api/calls.ts'
import { Labelled } from '../../show/labelled.tsx'
import { useOrgans } from '../../show/organs.ts'
import { ACT, ACTION_WORDS } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { isReason, LongText } from './long-text.tsx'
import { RightsTold } from './rights-told.tsx'
import { useDraft } from './use-draft.ts'

export function DeclineForm(props: FormProps) {
  const { t } = useWords()
  const [typed, type, clear] = useDraft(props.view.id, 'declineApplication', { reason: '', rightOrgan: '' })
  const input = { reason: typed.reason.trim(), rightOrgan: typed.rightOrgan.trim() }
  const missing =
    input.rightOrgan.length < 2
      ? t(ACT.rightOrganMissing)
      : isReason(input.reason)
        ? undefined
        : t(ACT.reasonMissing)
  return (
    <ActionForm
      {...props}
      name="declineApplication"
      missing={missing}
      content={input}
      danger
      ask={
        <>
          <p>{t(ACTION_WORDS.declineApplication.what)}</p>
          <p>
            {t(ACT.rightOrgan)}：<strong>{input.rightOrgan}</strong>
          </p>
          <p className="prewrap">{input.reason}</p>
          <RightsTold rights={props.view.rights} />
        </>
      }
      send={(key) =>
        approvals.declineApplication({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onSent={clear}
    >
      <RightOrgan value={typed.rightOrgan} onType={(rightOrgan) => type({ ...typed, rightOrgan })} />
      <LongText label={t(ACT.reason)} value={typed.reason} onType={(reason) => type({ ...typed, reason })} />
    </ActionForm>
  )
}

function RightOrgan({ value, onType }: { readonly value: string; onType(value: string): void }) {
  const { t } = useWords()
  const organs = useOrgans()
  return (
    <Labelled label={t(ACT.rightOrgan)} hint={t(ACT.rightOrganHint)}>
      {(id) => (
        <AutoComplete
          id={id}
          value={value}
          onChange={onType}
          options={organs.map((organ) => ({ value: organ.name.zh, label: t(organ.name) }))}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        />
      )}
    </Labelled>
  )
}
