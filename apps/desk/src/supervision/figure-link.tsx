import { Link } from 'react-router'
import type { Behind } from './insight-query.ts'

interface Props extends Behind {
  readonly count: number
  readonly tone?: string
  /** What stands there instead of the count: a rate or an average that is reckoned from these cases. */
  readonly text?: string | undefined
}

/** A number that opens its cases; nought opens nothing. */
export function FigureLink({ count, tone = '', text, ...behind }: Props) {
  if (count === 0) return <span className="quiet">{text ?? 0}</span>
  return (
    <Link className={`figure-link ${tone}`} to={`/supervision/cases?${searchOf(behind)}`}>
      {text ?? count.toLocaleString('en')}
    </Link>
  )
}

function searchOf(behind: Behind): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(behind)) if (value !== undefined) search.set(name, String(value))
  return search.toString()
}
