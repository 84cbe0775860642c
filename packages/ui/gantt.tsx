/**
 * 进度图 — the plan of several stages beside what became of it, a line an item. It is a drawing: whoever shows it puts
 * a table beside it that says the same in words. No inline styles, so that any content security policy lets it be.
 */
import { addDays, dayNumberOf, type LegalDay, legalDayOf, weekdayOfNumber } from '@mashang/kit'

interface GanttRow {
  readonly id: string
  readonly name: string
  readonly critical: boolean
  /** Planned first and last day. */
  readonly from: LegalDay
  readonly to: LegalDay
  readonly begunAt?: string
  readonly concludedAt?: string
  readonly pauses: readonly { readonly from: string; readonly to?: string }[]
}

interface GanttStage {
  readonly id: string
  readonly name: string
  readonly items: readonly GanttRow[]
}

interface Props {
  readonly stages: readonly GanttStage[]
  readonly today: LegalDay
  /** What the drawing shows, for those who cannot see it. */
  readonly label: string
  readonly words: GanttWords
}

export interface GanttWords {
  readonly plan: string
  readonly critical: string
  readonly actual: string
  readonly pause: string
  readonly late: string
  readonly today: string
}

const HEIGHT = 30
const WIDEST = 14
const NARROWEST = 3
const WISHED = 860

/** How days become places on the drawing. */
interface Scale {
  readonly first: number
  readonly days: number
  readonly unit: number
}

function scaleOf(stages: readonly GanttStage[], today: LegalDay): Scale {
  const rows = stages.flatMap(({ items }) => items)
  const days = rows.flatMap(({ from, to, begunAt, concludedAt }) => [
    from,
    to,
    ...(begunAt ? [legalDayOf(begunAt), today] : []),
    ...(concludedAt ? [legalDayOf(concludedAt)] : []),
  ])
  const numbers = (days.length > 0 ? days : [today]).map(dayNumberOf)
  const first = Math.min(...numbers) - 2
  const span = Math.max(...numbers) - first + 5
  return { first, days: span, unit: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(WISHED / span))) }
}

export function Gantt({ stages, today, label, words }: Props) {
  const scale = scaleOf(stages, today)
  return (
    <figure className="gantt">
      <section className="gantt-scroll" aria-label={label} {...SCROLLS}>
        <table className="gantt-grid" aria-hidden="true">
          <tbody>
            <tr className="gantt-axis">
              <th className="gantt-name" />
              <td>
                <Axis scale={scale} today={today} words={words} />
              </td>
            </tr>
            {stages.map((stage) => [
              <tr key={stage.id} className="gantt-stage">
                <th className="gantt-name">{stage.name}</th>
                <td />
              </tr>,
              ...stage.items.map((row) => (
                <tr key={`${stage.id}/${row.id}`}>
                  <th className="gantt-name">{row.name}</th>
                  <td>
                    <Bars row={row} scale={scale} today={today} />
                  </td>
                </tr>
              )),
            ])}
          </tbody>
        </table>
      </section>
      <Legend words={words} />
    </figure>
  )
}

/** A region that scrolls can be reached by the keyboard. */
const SCROLLS = { tabIndex: 0 }

function placeOf(day: LegalDay, { first, unit }: Scale): number {
  return (dayNumberOf(day) - first) * unit
}

/** Mondays and the first days of months, and where today is. */
function Axis({ scale, today, words }: { scale: Scale; today: LegalDay; words: GanttWords }) {
  const width = scale.days * scale.unit
  const months: { readonly day: LegalDay; readonly x: number }[] = []
  for (let at = 0; at < scale.days; at++) {
    const day = addDays(today, scale.first + at - dayNumberOf(today))
    if (day.endsWith('-01') || at === 0) months.push({ day, x: at * scale.unit })
  }
  const here = placeOf(today, scale)
  return (
    <svg
      width={width}
      height={HEIGHT + 8}
      viewBox={`0 0 ${width} ${HEIGHT + 8}`}
      aria-hidden="true"
      focusable="false"
    >
      {months.map(({ day, x }, at) => {
        const room = (months[at + 1]?.x ?? width) - x
        return (
          <g key={day}>
            <line x1={x} x2={x} y1={0} y2={HEIGHT + 8} className="gantt-month" />
            {room > 50 ? (
              <text x={x + 4} y={13} className="gantt-text">
                {day.slice(0, 7)}
              </text>
            ) : null}
          </g>
        )
      })}
      <text x={here} y={30} className="gantt-text gantt-here" textAnchor="middle">
        {words.today}
      </text>
    </svg>
  )
}

function Bars({ row, scale, today }: { row: GanttRow; scale: Scale; today: LegalDay }) {
  const width = scale.days * scale.unit
  const x = (day: LegalDay) => placeOf(day, scale)
  const wide = (from: LegalDay, to: LegalDay) => Math.max(3, x(to) - x(from))
  const begun = row.begunAt && legalDayOf(row.begunAt)
  const end = row.concludedAt ? legalDayOf(row.concludedAt) : today
  const mondays: number[] = []
  for (let at = 0; at < scale.days; at++)
    if (weekdayOfNumber(scale.first + at) === 1) mondays.push(at * scale.unit)
  return (
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      {mondays.map((at) => (
        <line key={at} x1={at} x2={at} y1={0} y2={HEIGHT} className="gantt-week" />
      ))}
      <rect
        x={x(row.from)}
        y={5}
        width={wide(row.from, row.to)}
        height={8}
        rx={2}
        className={row.critical ? 'gantt-plan gantt-critical' : 'gantt-plan'}
      />
      {begun ? (
        <>
          <rect x={x(begun)} y={16} width={wide(begun, end)} height={9} rx={2} className="gantt-actual" />
          {end > row.to ? (
            <rect
              x={Math.max(x(row.to), x(begun))}
              y={16}
              width={wide(begun > row.to ? begun : row.to, end)}
              height={9}
              className="gantt-late"
            />
          ) : null}
          {row.pauses.map(({ from, to }) => (
            <rect
              key={from}
              x={x(legalDayOf(from))}
              y={18}
              width={wide(legalDayOf(from), to ? legalDayOf(to) : end)}
              height={5}
              className="gantt-pause"
            />
          ))}
        </>
      ) : null}
      <line x1={x(today)} x2={x(today)} y1={0} y2={HEIGHT} className="gantt-today" />
    </svg>
  )
}

function Legend({ words }: { words: GanttWords }) {
  const entries = [
    ['gantt-plan gantt-critical', words.critical],
    ['gantt-plan', words.plan],
    ['gantt-actual', words.actual],
    ['gantt-pause', words.pause],
    ['gantt-late', words.late],
  ] as const
  return (
    <figcaption className="gantt-legend">
      {entries.map(([look, word]) => (
        <span key={look}>
          <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="20" height="8" rx="2" className={look} />
          </svg>{' '}
          {word}
        </span>
      ))}
    </figcaption>
  )
}
