import { DELIVERY_WORDS } from '@mashang/ui'
import { AutoComplete, Radio } from 'antd'
import { approvals } from '../../api/calls.ts'
import { Labelled } from '../../show/labelled.tsx'
import { useOrgans } from '../../show/organs.ts'
import { ACT, ACTION_WORDS } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { isReason, LongText } from './long-text.tsx'
import { RightsTold } from './rights-told.tsx'
import { useDraft } from './use-draft.ts'

export function AcceptForm(props: FormProps) {
  const { t } = useWords()
  const [note, setNote, clear] = useDraft(props.view.id, 'acceptApplication', '')
  const input = note.trim() === '' ? {} : { note: note.trim() }
  return (
    <ActionForm
      {...props}
      name="acceptApplication"
      missing={undefined}
      content={input}
      send={(key) =>
        approvals.acceptApplication({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onDone={(next) => {
        clear()
        props.onDone(next)
      }}
    >
      <LongText label={t(ACT.note)} optional value={note} rows={2} onType={setNote} />
    </ActionForm>
  )
}

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
      onDone={(next) => {
        clear()
        props.onDone(next)
      }}
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

export function NotNeededForm(props: FormProps) {
  const { t } = useWords()
  const [reason, setReason, clear] = useDraft(props.view.id, 'findNotNeeded', '')
  const input = { reason: reason.trim() }
  return (
    <ActionForm
      {...props}
      name="findNotNeeded"
      missing={isReason(reason) ? undefined : t(ACT.reasonMissing)}
      content={input}
      danger
      ask={
        <>
          <p>{t(ACTION_WORDS.findNotNeeded.what)}</p>
          <p className="prewrap">{input.reason}</p>
          <RightsTold rights={props.view.rights} />
        </>
      }
      send={(key) =>
        approvals.findNotNeeded({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onDone={(next) => {
        clear()
        props.onDone(next)
      }}
    >
      <LongText label={t(ACT.reason)} value={reason} onType={setReason} />
    </ActionForm>
  )
}

export function DeliverForm(props: FormProps) {
  const { t } = useWords()
  const [typed, type, clear] = useDraft(props.view.id, 'deliverResult', {
    how: props.view.delivery,
    note: '',
  })
  const input = { how: typed.how, ...(typed.note.trim() === '' ? {} : { note: typed.note.trim() }) }
  return (
    <ActionForm
      {...props}
      name="deliverResult"
      missing={undefined}
      content={input}
      send={(key) =>
        approvals.deliverResult({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onDone={(next) => {
        clear()
        props.onDone(next)
      }}
    >
      <fieldset className="choices">
        <legend className="legend">{t(ACT.how)}</legend>
        <Radio.Group
          value={typed.how}
          options={(['electronic', 'post', 'window'] as const).map((how) => ({
            value: how,
            label: t(DELIVERY_WORDS[how]),
          }))}
          onChange={(event) => type({ ...typed, how: event.target.value })}
        />
      </fieldset>
      <LongText
        label={t(ACT.note)}
        optional
        rows={2}
        most={500}
        value={typed.note}
        onType={(note) => type({ ...typed, note })}
      />
    </ActionForm>
  )
}

export function RemindForm(props: FormProps) {
  const { t } = useWords()
  const [note, setNote, clear] = useDraft(props.view.id, 'remindOffice', '')
  const input = { note: note.trim() }
  return (
    <ActionForm
      {...props}
      name="remindOffice"
      missing={isReason(note) ? undefined : t(ACT.reasonMissing)}
      content={input}
      send={(key) =>
        approvals.remindOffice({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onDone={(next) => {
        clear()
        props.onDone(next)
      }}
    >
      <LongText label={t(ACT.note)} value={note} onType={setNote} />
    </ActionForm>
  )
}
