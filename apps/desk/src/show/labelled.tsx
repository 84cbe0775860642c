import { type ReactNode, useId } from 'react'
import { useWords, w } from '../words/words.ts'

interface Props {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean
  children(id: string, describedBy: string | undefined): ReactNode
}

const OPTIONAL = w('（选填）', ' (optional)')

/** A label above its control, hint and error beside it. */
export function Labelled({ label, hint, error, optional, children }: Props) {
  const { t } = useWords()
  const id = useId()
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="labelled">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet">{t(OPTIONAL)}</span>}
      </label>
      {children(id, told || undefined)}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}
