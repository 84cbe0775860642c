import { Link } from 'react-router'
import type { Behind } from './insight-query.ts'

/** A number that opens its cases; nought opens nothing. */
export function FigureLink({
  count,
  tone = '',
  ...behind
}: Behind & { readonly count: number; readonly tone?: string }) {
  if (count === 0) return <span className="quiet">0</span>
  return (
    <Link className={`figure-link ${tone}`} to={`/supervision/cases?${searchOf(behind)}`}>
      {count.toLocaleString('en')}
    </Link>
  )
}

function searchOf(behind: Behind): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(behind)) if (value !== undefined) search.set(name, String(value))
  return search.toString()
}
