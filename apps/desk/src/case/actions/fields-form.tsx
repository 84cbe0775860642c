import type { ApplicationView } from '@mashang/approvals/contract'
import type { Refusal, Words } from '@mashang/kit'
import { Input, Radio, Select } from 'antd'
import { Labelled } from '../../show/labelled.tsx'
import { ACTION_WORDS, type ActionName } from '../../words/actions.ts'
import { PROCEEDINGS } from '../../words/proceedings.ts'
import { type SomeWords, useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { LongText } from './long-text.tsx'
import { useDraft } from './use-draft.ts'

/** One thing to fill in; `least` characters make it enough, none where it is optional. */
export interface ActField {
  readonly name: string
  readonly label: Words
  readonly hint?: Words
  readonly as: 'text' | 'line' | 'day' | 'moment' | 'choice' | 'select' | 'names'
  readonly options?: readonly (readonly [value: string, label: SomeWords])[]
  readonly least?: number
  /** What stands there before anything is typed. */
  readonly initial?: string
}

export type Typed = Readonly<Record<string, string>>

/** An act as data: what is filled in, and how it is sent. */
export interface Act {
  readonly name: ActionName
  /** Asked once more, showing what will happen. */
  readonly asks?: boolean
  fields(view: ApplicationView): readonly ActField[]
  /** Why it cannot be sent yet, beyond what the fields ask by themselves. */
  missing?(typed: Typed): Words | undefined
  send(view: ApplicationView, seen: number, typed: Typed, key: string): Promise<ApplicationView | Refusal>
}

/** The form of an act that is data: fields, what will happen, one button. */
export function FieldsForm({ act, ...props }: FormProps & { readonly act: Act }) {
  const { t } = useWords()
  const { view, seen } = props
  const fields = act.fields(view)
  const initial = Object.fromEntries(fields.map(({ name, initial: value = '' }) => [name, value]))
  const step = view.steps.find(({ state }) => state === 'current')?.id ?? ''
  const [kept, type, clear] = useDraft<Typed>(view.id, `${act.name}:${step}`, initial)
  const typed = { ...initial, ...kept }
  const empty = fields.find(({ name, least = 0 }) => (typed[name] ?? '').trim().length < least)
  const missing = empty ? PROCEEDINGS.missing(empty.label) : act.missing?.(typed)
  return (
    <ActionForm
      {...props}
      name={act.name}
      missing={missing && t(missing)}
      content={typed}
      ask={act.asks ? <p>{t(ACTION_WORDS[act.name].what)}</p> : undefined}
      send={(key) => act.send(view, seen, typed, key)}
      onSent={clear}
    >
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          onType={(value) => type({ ...typed, [field.name]: value })}
        />
      ))}
    </ActionForm>
  )
}

interface ControlProps {
  readonly field: ActField
  readonly value: string
  onType(value: string): void
}

function FieldControl({ field, value, onType }: ControlProps) {
  const { t } = useWords()
  const { label, hint, as, options = [], least = 0 } = field
  if (as === 'text')
    return (
      <LongText
        label={t(label)}
        {...(hint ? { hint: t(hint) } : {})}
        optional={least === 0}
        value={value}
        onType={onType}
      />
    )
  if (as === 'choice')
    return (
      <fieldset className="choices">
        <legend className="legend">{t(label)}</legend>
        <Radio.Group
          value={value}
          options={options.map(([one, words]) => ({ value: one, label: t(words) }))}
          onChange={(event) => onType(String(event.target.value))}
        />
      </fieldset>
    )
  return (
    <Labelled label={t(label)} hint={hint && t(hint)} optional={least === 0}>
      {(id, describedBy) => (
        <Control field={field} id={id} describedBy={describedBy} value={value} onType={onType} />
      )}
    </Labelled>
  )
}

/** From so many choices one is found by typing. */
const MANY = 10
const INPUT_TYPES = { line: 'text', day: 'date', moment: 'datetime-local' } as const

function Control({
  field: { as, options = [] },
  id,
  describedBy,
  value,
  onType,
}: ControlProps & { readonly id: string; readonly describedBy: string | undefined }) {
  const { t } = useWords()
  if (as === 'select')
    return (
      <Select
        id={id}
        aria-describedby={describedBy}
        value={value === '' ? null : value}
        showSearch={options.length > MANY ? { optionFilterProp: 'label' } : false}
        options={options.map(([one, words]) => ({ value: one, label: t(words) }))}
        onChange={(one: string | null) => onType(one ?? '')}
      />
    )
  if (as === 'names')
    return (
      <Input.TextArea
        id={id}
        aria-describedby={describedBy}
        value={value}
        rows={4}
        onChange={(event) => onType(event.target.value)}
      />
    )
  return (
    <Input
      id={id}
      aria-describedby={describedBy}
      type={as === 'day' || as === 'moment' ? INPUT_TYPES[as] : INPUT_TYPES.line}
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
