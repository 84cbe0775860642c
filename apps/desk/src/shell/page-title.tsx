import { type ReactNode, useEffect } from 'react'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { type Crumb, useTellTrail } from './trail.ts'

interface Props {
  readonly title: string
  /** Pages above this one; the page itself is added. */
  readonly trail: readonly Crumb[]
  /** What can be done on this page, at the right of its title. */
  readonly children?: ReactNode
}

/** Heading of a page, the browser's title and the breadcrumbs in one. */
export function PageTitle({ title, trail, children }: Props) {
  const { t } = useWords()
  useTellTrail([...trail, { label: title }])
  useEffect(() => {
    document.title = `${title} · ${t(SHELL.name)}`
  }, [title, t])
  return (
    <div className="page-title">
      <h1>{title}</h1>
      {children && <div className="page-tools">{children}</div>}
    </div>
  )
}
