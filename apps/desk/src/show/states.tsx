import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

export function Loading({ rows = 8 }: { readonly rows?: number }) {
  const { t } = useWords()
  return (
    <div className="loading" role="status" aria-label={t(SHELL.loading)}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}

interface EmptyProps {
  readonly title: string
  readonly children?: ReactNode
}

/** Nothing here, and what to do next. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="empty">
      <svg viewBox="0 0 96 64" aria-hidden="true">
        <path d="M14 34 24 14h48l10 20v16H14z" className="empty-tray" />
        <path d="M14 34h20l4 7h20l4-7h20" className="empty-tray" />
        <path d="M40 24h16M36 29h24" className="empty-line" />
      </svg>
      <p className="empty-title">{title}</p>
      {children && <div className="empty-next">{children}</div>}
    </div>
  )
}
