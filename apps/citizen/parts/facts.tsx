import type { ReactNode } from 'react'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Label and value, several of them. */
export function Facts({ rows }: { rows: readonly (Fact | undefined)[] }) {
  return (
    <dl className="facts">
      {rows
        .filter((row) => row !== undefined)
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
