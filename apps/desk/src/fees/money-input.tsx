import { findFen } from '@mashang/kit'
import { Input } from 'antd'
import { Labelled } from '../show/labelled.tsx'
import { FEES } from '../words/fees.ts'
import { type SomeWords, useWords } from '../words/words.ts'

/** An amount typed in yuan; what it is in fen, or nothing where it is no amount. */
export function MoneyInput({
  label,
  text,
  onText,
}: {
  readonly label: SomeWords
  readonly text: string
  onText(text: string): void
}) {
  const { t } = useWords()
  const wrong = text.trim() !== '' && fenOf(text) === undefined
  return (
    <Labelled label={t(label)} error={wrong ? t(FEES.wrongAmount) : undefined}>
      {(id, describedBy) => (
        <Input
          id={id}
          inputMode="decimal"
          aria-describedby={describedBy}
          status={wrong ? 'error' : ''}
          prefix="¥"
          value={text}
          maxLength={16}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Labelled>
  )
}

export function fenOf(text: string): number | undefined {
  const fen = findFen(text)
  return fen === undefined || fen < 0 ? undefined : fen
}

/** As it is typed: 1234.5 yuan of 123450 fen. */
export function yuanOf(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
