import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  /** At the right of the title. */
  readonly beside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Panel({ title, beside, className = '', children }: Props) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}

interface FactProps {
  readonly label: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** One line of a list of facts. */
export function Fact({ label, wide, children }: FactProps) {
  return (
    <div className={wide ? 'fact fact-wide' : 'fact'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
