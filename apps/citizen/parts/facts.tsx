import type { ReactNode } from 'react'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** As it stands on a document: Chinese, whatever the page is in. */
  readonly asIssued?: boolean
}

/** Label and value, several of them. */
export function Facts({ rows }: { rows: readonly (Fact | undefined)[] }) {
  return (
    <dl className="facts">
      {rows
        .filter((row) => row !== undefined)
        .map(({ label, value, asIssued }) => (
          <div key={label} lang={asIssued ? 'zh-CN' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
