import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type NoticeKind = 'info' | 'done' | 'soon' | 'stop'

const ICONS: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  done: 'done',
  soon: 'warning',
  stop: 'stop',
}

/** A framed message; its colour never speaks alone. */
export function Notice({
  kind,
  title,
  level = 2,
  children,
}: {
  kind: NoticeKind
  title?: ReactNode
  level?: 2 | 3
  children?: ReactNode
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={`notice notice-${kind}`}>
      <Icon name={ICONS[kind]} />
      <div className="notice-body">
        {title ? <Heading className="notice-title">{title}</Heading> : null}
        {children}
      </div>
    </div>
  )
}

/** A page or list with nothing in it says what to do next. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <svg className="empty-drawing" viewBox="0 0 160 100" aria-hidden="true" focusable="false">
        <path d="M36 84h88M48 84V40l14-16h44l8 16v44M48 40h66M62 24v16" />
        <path d="M66 56h30M66 66h20" />
        <path d="M20 84c6 0 6-4 12-4M128 84c6 0 6-4 12-4" />
      </svg>
      <h2>{title}</h2>
      {children}
    </div>
  )
}
