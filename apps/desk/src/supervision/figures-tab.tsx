import type { Counts, FigureLine, StepTime } from '@mashang/insight/contract'
import { averageText, rateText } from '@mashang/kit'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../show/data-table.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { FIGURE_WORDS, INSIGHT } from '../words/insight.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { Bars } from './bars.tsx'
import { FigureLink } from './figure-link.tsx'
import { type Behind, type By, figuresQuery, type Span, stepTimesQuery } from './insight-query.ts'
import { SpanTools, useDates } from './span-tools.tsx'

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

/** Figures of a time, each number opening its cases, and how long steps take. */
export function FiguresTab({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const [dates, setDates] = useDates()
  const [by, setBy] = useState<By>('organ')
  const span: Span = { ...dates, ...(organ ? { organ } : {}) }
  const query = useQuery(figuresQuery(span, by))
  return (
    <>
      <SpanTools dates={dates} onChange={setDates} />
      <Segmented
        aria-label={t(INSIGHT.by)}
        value={by}
        onChange={setBy}
        options={(['organ', 'item', 'month'] as const).map((value) => ({ value, label: t(INSIGHT[value]) }))}
      />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.lines.length === 0 && <Empty title={t(INSIGHT.noFigures)} />}
      {query.data && query.data.lines.length > 0 && (
        <>
          <RateBars lines={query.data.lines} />
          <FiguresTable lines={query.data.lines} total={query.data.total} span={span} by={by} />
        </>
      )}
      <StepTimes span={span} />
    </>
  )
}

/** The organs, items or months with the most decided cases. */
function RateBars({ lines }: { readonly lines: readonly FigureLine[] }) {
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

function FiguresTable({ lines, total, span, by }: TableProps) {
  const { t } = useWords()
  const rows: readonly Line[] =
    lines.length > 1 ? [...lines, { ...total, key: 'total', label: INSIGHT.total, whole: true }] : lines
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
    { key: 'rate', label: t(INSIGHT.rate), kind: 'number', cell: (line) => rateText(line) },
    { key: 'used', label: t(INSIGHT.used), kind: 'number', cell: (line) => averageText(line, 'daysUsed') },
    {
      key: 'promised',
      label: t(INSIGHT.promised),
      kind: 'number',
      cell: (line) => averageText(line, 'daysPromised'),
    },
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

function StepTimes({ span }: { readonly span: Span }) {
  const { t } = useWords()
  const { data } = useQuery(stepTimesQuery(span))
  const columns: readonly Column<StepTime>[] = [
    { key: 'organ', phone: 'title', label: t(INSIGHT.organ), cell: ({ organ }) => t(organ) },
    { key: 'step', phone: 'bare', label: t(INSIGHT.step), kind: 'wide', cell: ({ step }) => t(step) },
    { key: 'role', label: t(INSIGHT.role), cell: ({ role }) => t(role) },
    { key: 'count', label: t(INSIGHT.passes), kind: 'number', cell: ({ count }) => count },
    {
      key: 'average',
      label: t(INSIGHT.average),
      kind: 'number',
      cell: ({ days, count }) => (days / count).toFixed(1),
    },
    { key: 'longest', label: t(INSIGHT.longest), kind: 'number', cell: ({ longest }) => longest },
  ]
  return (
    <>
      <h2 className="list-title">
        {t(INSIGHT.stepTimes)} <span className="quiet">{t(INSIGHT.days)}</span>
      </h2>
      {data && data.steps.length === 0 && <p className="quiet">{t(INSIGHT.noSteps)}</p>}
      {data && data.steps.length > 0 && (
        <DataTable
          label={t(INSIGHT.stepTimes)}
          rows={data.steps}
          keyOf={({ organ, step, role }) => `${organ.zh} ${step.zh} ${role.zh}`}
          columns={columns}
        />
      )}
    </>
  )
}
