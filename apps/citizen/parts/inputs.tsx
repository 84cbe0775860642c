import type { InputHTMLAttributes, ReactNode } from 'react'
import { useView } from '../frame/view.tsx'
import { InputMessage } from './error-summary.tsx'

/** Label above, hint, message, then the input: the one way an input stands on a page. */
export interface Labelled {
  /** Id of the input; those of its hint and message are made from it. */
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
}

export function describedBy({ id, hint, error }: Labelled): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

export function Optional() {
  const { say } = useView()
  return <span className="optional">{say('（选填）', ' (optional)')}</span>
}

/** An input of one line. */
export function TextInput({
  labelled,
  width = 'full',
  unit,
  before,
  ...input
}: { labelled: Labelled; width?: 'short' | 'half' | 'full'; unit?: ReactNode; before?: ReactNode } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'width'
>) {
  const { id, label, hint, error, optional } = labelled
  return (
    <div className={error ? 'input input-wrong' : 'input'}>
      <label htmlFor={id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      <Hint id={id} hint={hint} />
      <InputMessage id={`${id}-error`} message={error} />
      <div className={`input-row input-${width}`}>
        {before ? <span className="input-unit">{before}</span> : null}
        <input
          type="text"
          {...input}
          id={id}
          aria-describedby={describedBy(labelled)}
          aria-invalid={error ? true : undefined}
        />
        {unit ? <span className="input-unit">{unit}</span> : null}
      </div>
    </div>
  )
}

export function Hint({ id, hint }: { id: string; hint: ReactNode }) {
  if (!hint) return null
  return (
    <p className="hint" id={`${id}-hint`}>
      {hint}
    </p>
  )
}

/** A group of inputs with one question above them. */
export function Group({ labelled, children }: { labelled: Labelled; children: ReactNode }) {
  const { id, label, hint, error, optional } = labelled
  return (
    <fieldset
      className={error ? 'input input-wrong' : 'input'}
      id={id}
      aria-describedby={describedBy(labelled)}
    >
      <legend>
        {label}
        {optional ? <Optional /> : null}
      </legend>
      <Hint id={id} hint={hint} />
      <InputMessage id={`${id}-error`} message={error} />
      {children}
    </fieldset>
  )
}

/** Radio buttons or boxes, each with a target as large as its line. */
export function Choices({
  kind,
  name,
  options,
  chosen,
}: {
  kind: 'radio' | 'checkbox'
  name: string
  options: readonly { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }[]
  chosen: readonly string[]
}) {
  return (
    <div className="choices">
      {options.map(({ value, label, hint }) => (
        <div className="choice" key={value}>
          <input
            type={kind}
            id={`${name}-${value}`}
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            aria-describedby={hint ? `${name}-${value}-hint` : undefined}
          />
          <label htmlFor={`${name}-${value}`}>{label}</label>
          {hint ? (
            <p className="hint" id={`${name}-${value}-hint`}>
              {hint}
            </p>
          ) : null}
        </div>
      ))}
    </div>
  )
}

/** The hidden fields every form that writes must carry. */
export function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/**
 * The first button of a form is the one that Enter presses: it sends the form, where another button
 * (list the streets, upload, remove) comes before the one that people see at its end.
 */
export function DefaultButton() {
  const { say } = useView()
  return (
    <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
      {say('提交', 'Send')}
    </button>
  )
}

/** A box of several lines. */
export function InputBox({
  labelled,
  name,
  rows,
  value,
  maxLength,
}: {
  labelled: Labelled
  name: string
  rows: number
  value: string
  maxLength?: number
}) {
  const { id, label, hint, error, optional } = labelled
  return (
    <div className={error ? 'input input-wrong' : 'input'}>
      <label htmlFor={id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      <Hint id={id} hint={hint} />
      <InputMessage id={`${id}-error`} message={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        maxLength={maxLength}
        aria-describedby={describedBy(labelled)}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
