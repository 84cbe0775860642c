import type { OfferedLicence } from '@mashang/approvals/contract'
import type { AddressValue, Field, FieldValue } from '@mashang/flow'
import { Said, useView } from '../frame/view.tsx'
import { AddressInput, type RegionChoices } from './address-input.tsx'
import { InputMessage } from './error-summary.tsx'
import { Choices, describedBy, Group, Hint, InputBox, type Labelled, Optional, TextInput } from './inputs.tsx'
import { LicenceInput } from './licence-input.tsx'
import { ListInput, SignatureInput } from './list-input.tsx'

/** More options than this stand in a list to pull down. */
const MOST_RADIOS = 7

interface FieldState {
  readonly value: FieldValue | undefined
  readonly error: string | undefined
  /** Whether its condition holds now; a hidden field is in the page for the script to reveal. */
  readonly shown: boolean
  /** Regions to choose from, for an address. */
  readonly regions?: RegionChoices
  /** Licences to choose from, for a licence. */
  readonly licences?: readonly OfferedLicence[]
  /** One more empty row of a list was asked for. */
  readonly more?: boolean
}

/** One field of a definition as an input: all kinds of `packages/flow/field.ts`. */
export function FieldInput({ field, state }: { field: Field; state: FieldState }) {
  const labelled: Labelled = {
    id: field.id,
    label: <Said of={field.label} />,
    hint: hasHint(field) ? <FieldHint field={field} /> : undefined,
    error: state.error,
    optional: !field.required,
  }
  return (
    <div
      className="field"
      id={`field-${field.id}`}
      hidden={!state.shown}
      data-when={field.when ? JSON.stringify(field.when) : undefined}
      data-field={field.id}
      data-type={field.type}
    >
      {field.type === 'licence' ? (
        <LicenceInput
          field={field}
          labelled={labelled}
          value={textValue(state.value)}
          offered={state.licences ?? []}
        />
      ) : (
        <InputOf field={field} labelled={labelled} state={state} />
      )}
    </div>
  )
}

function InputOf({ field, labelled, state }: { field: Field; labelled: Labelled; state: FieldState }) {
  const { say, text } = useView()
  const { value } = state
  switch (field.type) {
    case 'long-text':
      return <InputBox labelled={labelled} name={field.id} rows={5} value={textValue(value)} />
    case 'yes-no':
      return (
        <Group labelled={labelled}>
          <Choices
            kind="radio"
            name={field.id}
            options={[
              { value: 'yes', label: say('是', 'Yes') },
              { value: 'no', label: say('否', 'No') },
            ]}
            chosen={value === true ? ['yes'] : value === false ? ['no'] : []}
          />
        </Group>
      )
    case 'choice':
    case 'choices': {
      const options = (field.options ?? []).map((option) => ({
        value: option.value,
        label: <Said of={option.label} />,
      }))
      const chosen = Array.isArray(value) ? value : [textValue(value)]
      if (field.type === 'choice' && options.length > MOST_RADIOS)
        return <Select field={field} labelled={labelled} value={textValue(value)} />
      return (
        <Group labelled={labelled}>
          <Choices
            kind={field.type === 'choice' ? 'radio' : 'checkbox'}
            name={field.id}
            options={options}
            chosen={chosen.map(String)}
          />
        </Group>
      )
    }
    case 'list':
      return <ListInput field={field} labelled={labelled} value={value} more={state.more ?? false} />
    case 'signature':
      return <SignatureInput labelled={labelled} value={value} />
    case 'address':
      return (
        <AddressInput
          field={field}
          labelled={labelled}
          value={addressValue(value)}
          choices={state.regions ?? []}
        />
      )
    default:
      return (
        <TextInput
          labelled={labelled}
          name={field.id}
          defaultValue={field.type === 'money' ? yuanText(value) : textValue(value)}
          unit={field.type === 'money' ? say('元', 'yuan') : field.unit ? text(field.unit) : undefined}
          before={field.type === 'money' ? '¥' : undefined}
          {...TYPED[field.type]}
          autoComplete={field.prefill ? AUTOCOMPLETE[field.prefill] : 'off'}
        />
      )
  }
}

/** How each kind of one line is typed: keyboard, width, no correcting of codes. */
const TYPED: Readonly<Record<string, Partial<Parameters<typeof TextInput>[0]>>> = {
  number: { inputMode: 'decimal', width: 'short' },
  money: { inputMode: 'decimal', width: 'half' },
  date: { type: 'date', width: 'half' },
  phone: { type: 'tel', inputMode: 'tel', width: 'half' },
  email: { type: 'email', inputMode: 'email', spellCheck: false },
  'id-card': { spellCheck: false, autoCapitalize: 'characters', width: 'half', maxLength: 24 },
  uscc: { spellCheck: false, autoCapitalize: 'characters', width: 'half', maxLength: 24 },
  'project-code': { spellCheck: false, width: 'half', maxLength: 40 },
}

const AUTOCOMPLETE: Readonly<Record<NonNullable<Field['prefill']>, string>> = {
  name: 'name',
  phone: 'tel',
  'id-card': 'off',
  'enterprise-name': 'organization',
  uscc: 'off',
}

function hasHint(field: Field): boolean {
  const ranged = field.type === 'number' && field.min !== undefined && field.max !== undefined
  const counted = field.type === 'long-text' && field['max-length'] !== undefined
  return field.hint !== undefined || field.type in TYPE_HINTS || ranged || counted
}

const TYPE_HINTS: Readonly<Record<string, { zh: string; en: string }>> = {
  uscc: {
    zh: '18 位数字或大写字母，见营业执照。',
    en: '18 digits or capital letters, as on the business licence.',
  },
  'id-card': { zh: '18 位，最后一位可能是 X。', en: '18 characters; the last may be X.' },
  'project-code': { zh: '如 2411-130202-89-01-637015。', en: 'Such as 2411-130202-89-01-637015.' },
}

function FieldHint({ field }: { field: Field }) {
  const { say } = useView()
  const { min, max } = field
  const most = field.type === 'long-text' ? field['max-length'] : undefined
  const typed = TYPE_HINTS[field.type]
  return (
    <>
      {field.hint ? <Said of={field.hint} /> : typed ? <Said of={typed} /> : null}
      {field.type === 'number' && min !== undefined && max !== undefined && !field.hint
        ? say(`${min} 到 ${max} 之间。`, `Between ${min} and ${max}.`)
        : null}
      {most ? say(` 最多 ${most} 个字。`, ` At most ${most} characters.`) : null}
    </>
  )
}

function Select({ field, labelled, value }: { field: Field; labelled: Labelled; value: string }) {
  const { say, text } = useView()
  const { id, label, hint, error, optional } = labelled
  return (
    <div className={error ? 'input input-wrong' : 'input'}>
      <label htmlFor={id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      <Hint id={id} hint={hint} />
      <InputMessage id={`${id}-error`} message={error} />
      <select
        id={id}
        name={field.id}
        defaultValue={value}
        aria-describedby={describedBy(labelled)}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{say('请选择', 'Please choose')}</option>
        {(field.options ?? []).map((option) => (
          <option key={option.value} value={option.value}>
            {text(option.label)}
          </option>
        ))}
      </select>
    </div>
  )
}

function textValue(value: FieldValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Fen as yuan, as one types it; a text that could not be read stays as it was typed. */
function yuanText(value: FieldValue | undefined): string {
  if (typeof value !== 'number') return textValue(value)
  return Number.isInteger(value / 100) ? String(value / 100) : (value / 100).toFixed(2)
}

function addressValue(value: FieldValue | undefined): AddressValue | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? (value as AddressValue) : undefined
}
