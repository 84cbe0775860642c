/**
 * Own drawing of a bundle: who decides what, side by side and one after another, in working days. Places are shares of
 * the width and words keep their size, so that it is read on a phone as well; the table beside it says the same.
 */
export interface DrawnPart {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly from: number
  readonly to: number
  readonly critical: boolean
  readonly after: readonly string[]
}

const ROW = 78
const TOP = 32
const BAR = 16
/** Share of the width on which the days lie; the rest is room for the last number. */
const WIDE = 94
const LEFT = 2
const FEWEST = 3

export function PathDrawing({
  parts,
  days,
  label,
  dayWord,
}: {
  readonly parts: readonly DrawnPart[]
  readonly days: number
  readonly label: string
  /** How one day of the scale is called. */
  readonly dayWord: (day: number) => string
}) {
  const span = Math.max(days, FEWEST)
  const x = (day: number) => LEFT + (day / span) * WIDE
  const y = (row: number) => TOP + row * ROW
  const height = TOP + parts.length * ROW + 4
  const step = span <= 10 ? 2 : 5
  const marks = Array.from({ length: Math.floor(span / step) + 1 }, (_, at) => at * step)
  const rowOf = new Map(parts.map((part, row) => [part.id, row]))
  return (
    <svg className="path-drawing" width="100%" height={height} role="img" aria-label={label}>
      {marks.map((day) => (
        <g key={day}>
          <line x1={`${x(day)}%`} x2={`${x(day)}%`} y1={20} y2={height} className="path-mark" />
          <text x={`${x(day)}%`} y={14} className="path-day" textAnchor={day === 0 ? 'start' : 'middle'}>
            {dayWord(day)}
          </text>
        </g>
      ))}
      {parts.flatMap((part, row) =>
        part.after.flatMap((id) => {
          const before = rowOf.get(id)
          if (before === undefined) return []
          const at = `${x(part.from)}%`
          return [
            <line
              key={`${id}-${part.id}`}
              x1={at}
              x2={at}
              y1={y(Math.min(before, row)) + (before < row ? 26 + BAR : 26)}
              y2={y(Math.max(before, row)) + (before < row ? 26 : 26 + BAR)}
              className="path-after"
            />,
          ]
        }),
      )}
      {parts.map((part, row) => (
        <g key={part.id}>
          <text x={`${LEFT}%`} y={y(row) + 17} className="path-name">
            {part.name}
          </text>
          <rect
            x={`${x(part.from)}%`}
            y={y(row) + 26}
            width={`${Math.max(1.2, x(part.to) - x(part.from))}%`}
            height={BAR}
            rx={3}
            className={part.critical ? 'path-bar path-critical' : 'path-bar'}
          />
          <text x={`${LEFT}%`} y={y(row) + 60} className="path-note">
            {part.note}
          </text>
        </g>
      ))}
    </svg>
  )
}
