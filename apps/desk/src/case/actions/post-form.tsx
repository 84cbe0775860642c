import { useQuery } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { approvals } from '../../api/calls.ts'
import { answerOf } from '../../api/client.ts'
import { Labelled } from '../../show/labelled.tsx'
import { ACT } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { useDraft } from './use-draft.ts'

/** Carrier and tracking number of what is sent by post; its applicant follows it from then on. */
export function PostForm({ children, ...props }: FormProps & { readonly children: ReactNode }) {
  const { t } = useWords()
  const { view } = props
  const { data } = useQuery({
    queryKey: ['carriers'],
    queryFn: () => answerOf(approvals.listCarriers({})),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [typed, type, clear] = useDraft(view.id, 'postResult', { carrier: '', number: '' })
  const carriers = data?.carriers ?? []
  const chosen = carriers.find(({ id }) => id === typed.carrier)
  const input = { carrier: typed.carrier, number: typed.number.trim() }
  return (
    <ActionForm
      {...props}
      name="deliverResult"
      what={t(ACT.posting)}
      missing={chosen && input.number !== '' ? undefined : t(ACT.postLacking)}
      content={input}
      send={(key) =>
        approvals.postResult({ params: { id: view.id }, input: { expected: props.seen, ...input }, key })
      }
      onSent={clear}
    >
      {children}
      <fieldset className="choices">
        <legend className="legend">{t(ACT.carrier)}</legend>
        <Radio.Group
          value={typed.carrier}
          options={carriers.map(({ id, name }) => ({ value: id, label: t(name) }))}
          onChange={(event) => type({ ...typed, carrier: event.target.value })}
        />
      </fieldset>
      <Labelled label={t(ACT.trackingNumber)} hint={chosen && t(ACT.trackingLike(chosen.example))}>
        {(id, describedBy) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={typed.number}
            maxLength={40}
            onChange={(event) => type({ ...typed, number: event.target.value })}
          />
        )}
      </Labelled>
    </ActionForm>
  )
}
