import { DELIVERY_WORDS } from '@mashang/ui'
import { Radio } from 'antd'
import { approvals } from '../../api/calls.ts'
import { ACT } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { LongText } from './long-text.tsx'
import { useDraft } from './use-draft.ts'

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
      onSent={clear}
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
