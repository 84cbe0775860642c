import type { Counts, FigureLine } from '@mashang/insight/contract'
import { averageText, rateText } from '@mashang/kit'
import { type Column, DataTable } from '../show/data-table.tsx'
import { FIGURE_WORDS, INSIGHT } from '../words/insight.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { Bars } from './bars.tsx'
import { FigureLink } from './figure-link.tsx'
import type { Behind, By, Span } from './insight-query.ts'

const SHOWN = [
  'received',
  'accepted',
  'concluded',
  'granted',
  'refused',
  'declined',
  'withdrawn',
  'onTime',
  'late',
] as const

/** On a phone a line is a card: what matters most stands on it. */
const ON_PHONE: readonly string[] = ['received', 'concluded', 'onTime', 'late']

type Line = Counts & { readonly key: string; readonly label: SomeWords; readonly whole?: boolean }

/** The organs, items or months with the most decided cases. */
export function RateBars({ lines }: { readonly lines: readonly FigureLine[] }) {
  const { t } = useWords()
  const rated = lines.filter(({ onTime, late }) => onTime + late > 0).slice(0, 12)
  if (rated.length < 2) return null
  return (
    <figure className="chart">
      <figcaption>{t(INSIGHT.rate)}</figcaption>
      <Bars
        label={t(INSIGHT.rateChart)}
        most={1}
        bars={rated.map((line) => ({
          key: line.key,
          label: t(line.label),
          value: line.onTime / (line.onTime + line.late),
          text: rateText(line),
        }))}
      />
    </figure>
  )
}

interface TableProps {
  readonly lines: readonly FigureLine[]
  readonly total: Counts
  readonly span: Span
  readonly by: By
}

/** Lines with their sum; each number opens its cases, a rate or an average those it is reckoned from. */
export function FiguresTable({ lines, total, span, by }: TableProps) {
  const { t } = useWords()
  const rows: readonly Line[] =
    lines.length > 1 ? [...lines, { ...total, key: 'total', label: INSIGHT.total, whole: true }] : lines
  const reckoned = (key: 'rate' | 'used' | 'promised', textOf: (line: Line) => string): Column<Line> => ({
    key,
    label: t(INSIGHT[key]),
    kind: 'number',
    cell: (line) => (
      <FigureLink
        figure="decided"
        count={line.onTime + line.late}
        text={textOf(line)}
        {...behindOf(line, span, by)}
      />
    ),
  })
  const columns: readonly Column<Line>[] = [
    {
      key: 'label',
      phone: 'title',
      label: t(INSIGHT[by]),
      kind: 'wide',
      cell: ({ label, whole }) => (whole ? <strong>{t(label)}</strong> : t(label)),
    },
    ...SHOWN.map(
      (figure): Column<Line> => ({
        key: figure,
        ...(ON_PHONE.includes(figure) ? {} : { phone: 'left-out' as const }),
        label: t(FIGURE_WORDS[figure]),
        kind: 'number',
        cell: (line) => (
          <FigureLink
            figure={figure}
            count={line[figure]}
            tone={figure === 'late' ? 'due-late' : ''}
            {...behindOf(line, span, by)}
          />
        ),
      }),
    ),
    reckoned('rate', rateText),
    reckoned('used', (line) => averageText(line, 'daysUsed')),
    reckoned('promised', (line) => averageText(line, 'daysPromised')),
  ]
  return (
    <DataTable
      label={t(INSIGHT.figures)}
      rows={rows}
      keyOf={({ key }) => key}
      classOf={({ whole }) => (whole ? 'row-total' : '')}
      columns={columns}
    />
  )
}

/** Which cases a line's numbers count. */
function behindOf({ key, whole }: Line, span: Span, by: By): Omit<Behind, 'figure'> {
  if (whole) return span
  if (by === 'organ') return { ...span, organ: key }
  if (by === 'item') return { ...span, item: key }
  const [year = 0, month = 1] = key.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  const first = `${key}-01`
  return { ...span, from: first > span.from ? first : span.from, to: last < span.to ? last : span.to }
}
