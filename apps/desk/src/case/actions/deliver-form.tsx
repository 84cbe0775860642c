import { DELIVERY_WORDS } from '@mashang/ui'
import { Input, Radio } from 'antd'
import { approvals } from '../../api/calls.ts'
import { Labelled } from '../../show/labelled.tsx'
import { ACT } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { LongText } from './long-text.tsx'
import { PostForm } from './post-form.tsx'
import { useDraft } from './use-draft.ts'

interface Typed {
  readonly how: FormProps['view']['delivery']
  readonly note: string
  readonly as: 'holder' | 'agent'
  readonly name: string
  readonly idLast4: string
  readonly authorisation: string
}

/** Electronic and window are delivered at once; what goes by post is posted first and delivered once signed for. */
export function DeliverForm(props: FormProps) {
  const { t } = useWords()
  const { view } = props
  const [typed, type, clear] = useDraft<Typed>(view.id, 'deliverResult', {
    how: view.delivery,
    note: '',
    as: 'holder',
    name: '',
    idLast4: '',
    authorisation: '',
  })
  const chooseHow = (
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
  )
  if (typed.how === 'post' && !view.postage) return <PostForm {...props}>{chooseHow}</PostForm>
  const input = inputOf(typed)
  const lacking = typed.how === 'window' && !input.collector ? t(ACT.collectorLacking) : undefined
  return (
    <ActionForm
      {...props}
      name="deliverResult"
      missing={lacking}
      content={input}
      send={(key) =>
        approvals.deliverResult({ params: { id: view.id }, input: { expected: props.seen, ...input }, key })
      }
      onSent={clear}
    >
      {chooseHow}
      {view.postage && <p className="quiet">{t(ACT.posted(t(view.postage.carrier), view.postage.number))}</p>}
      {typed.how === 'window' && <CollectorFields typed={typed} onType={type} />}
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

function inputOf({ how, note, as, name, idLast4, authorisation }: Typed) {
  const known = name.trim() !== '' && /^[0-9]{3}[0-9Xx]$/.test(idLast4.trim())
  const collector = { as, name: name.trim(), idLast4: idLast4.trim() }
  return {
    how,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(how === 'window' && known
      ? {
          collector: as === 'agent' ? { ...collector, authorisation: authorisation.trim() } : collector,
        }
      : {}),
  }
}

function CollectorFields({ typed, onType }: { readonly typed: Typed; onType(next: Typed): void }) {
  const { t } = useWords()
  const line = (name: 'name' | 'idLast4' | 'authorisation', label: string, hint?: string) => (
    <Labelled label={label} hint={hint}>
      {(id, describedBy) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          value={typed[name]}
          maxLength={name === 'idLast4' ? 4 : 200}
          onChange={(event) => onType({ ...typed, [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  return (
    <>
      <fieldset className="choices">
        <legend className="legend">{t(ACT.collectorAs)}</legend>
        <Radio.Group
          value={typed.as}
          options={[
            { value: 'holder', label: t(ACT.holder) },
            { value: 'agent', label: t(ACT.authorised) },
          ]}
          onChange={(event) => onType({ ...typed, as: event.target.value })}
        />
      </fieldset>
      {line('name', t(ACT.collectorName))}
      {line('idLast4', t(ACT.idLast4), t(ACT.idLast4Hint))}
      {typed.as === 'agent' && line('authorisation', t(ACT.authorisation), t(ACT.authorisationHint))}
    </>
  )
}
