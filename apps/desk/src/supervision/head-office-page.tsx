import '../styles/supervision.css'
import type { FigureName, OfficeMonth, OfficerLoad, OfficeView } from '@mashang/insight/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { HEAD_OFFICE, MONTH_WORDS } from '../words/head-office.ts'
import { FIGURE_WORDS } from '../words/insight.ts'
import { useWords } from '../words/words.ts'
import { FigureLink } from './figure-link.tsx'
import { headOfficeQuery } from './insight-query.ts'

/** 部门负责人视图: what presses today, who has how much in hand, this month beside the one before. */
export function HeadOfficePage() {
  const { t } = useWords()
  const query = useQuery(headOfficeQuery)
  const view = query.data
  return (
    <div className="page">
      <PageTitle
        title={view ? `${t(HEAD_OFFICE.title)} · ${t(view.organ.name)}` : t(HEAD_OFFICE.title)}
        trail={[]}
      />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {view && (
        <>
          <p className="quiet board-at">{t(HEAD_OFFICE.asOf(fullInstant(view.at)))}</p>
          <Now view={view} />
          <h2 className="list-title">{t(HEAD_OFFICE.officers)}</h2>
          {view.officers.length === 0 ? (
            <Empty title={t(HEAD_OFFICE.noOfficers)} />
          ) : (
            <Officers view={view} />
          )}
          <h2 className="list-title">{t(HEAD_OFFICE.month)}</h2>
          <Months view={view} />
          <p className="quiet">{t(HEAD_OFFICE.how)}</p>
        </>
      )}
    </div>
  )
}

const NOW = ['toDecide', 'dueToday', 'dueTomorrow', 'overdue', 'stopped', 'running'] as const
const TONES: Partial<Record<(typeof NOW)[number], string>> = {
  dueToday: 'due-soon',
  dueTomorrow: 'due-soon',
  overdue: 'due-late',
}

function Now({ view: { now } }: { readonly view: OfficeView }) {
  const { t } = useWords()
  return (
    <dl className="tiles tiles-four" aria-label={t(HEAD_OFFICE.now)}>
      {NOW.map((figure) => (
        <div key={figure} className="tile">
          <dt>{t(figure === 'dueTomorrow' ? HEAD_OFFICE.dueNext : FIGURE_WORDS[figure])}</dt>
          <dd>
            <FigureLink figure={figure} count={now[figure]} tone={TONES[figure] ?? ''} />
          </dd>
        </div>
      ))}
      <div className="tile">
        <dt>{t(HEAD_OFFICE.followUps)}</dt>
        <dd>
          <RatingsLink count={now.followUps} view="open" />
        </dd>
      </div>
      <div className="tile">
        <dt>{t(HEAD_OFFICE.followUpsOverdue)}</dt>
        <dd>
          <RatingsLink count={now.followUpsOverdue} view="overdue" tone="due-late" />
        </dd>
      </div>
    </dl>
  )
}

function RatingsLink({ count, view, tone = '' }: { count: number; view: string; tone?: string }) {
  if (count === 0) return <span className="quiet">0</span>
  return (
    <Link className={`figure-link ${tone}`} to={`/ratings?view=${view}`}>
      {count}
    </Link>
  )
}

function Officers({ view: { officers, month } }: { readonly view: OfficeView }) {
  const { t } = useWords()
  const opens = (figure: FigureName, pick: (load: OfficerLoad) => number, tone = '') =>
    function Cell(load: OfficerLoad) {
      const days = figure === 'concluded' ? spanOf(month) : {}
      return <FigureLink figure={figure} count={pick(load)} officer={load.id} tone={tone} {...days} />
    }
  const columns: readonly Column<OfficerLoad>[] = [
    {
      key: 'officer',
      phone: 'title',
      label: t(HEAD_OFFICE.officer),
      kind: 'wide',
      cell: ({ name }) => name ?? <span className="quiet">{t(HEAD_OFFICE.nobody)}</span>,
    },
    {
      key: 'open',
      label: t(HEAD_OFFICE.open),
      kind: 'number',
      cell: opens('running', ({ open }) => open),
    },
    {
      key: 'due',
      label: t(HEAD_OFFICE.dueSoon),
      kind: 'number',
      cell: opens('dueSoon', ({ dueSoon }) => dueSoon, 'due-soon'),
    },
    {
      key: 'concluded',
      label: t(HEAD_OFFICE.concluded),
      kind: 'number',
      cell: opens('concluded', ({ concluded }) => concluded),
    },
    {
      key: 'median',
      label: t(HEAD_OFFICE.median),
      kind: 'number',
      cell: ({ id, concluded, median }) =>
        median === undefined ? (
          '—'
        ) : (
          <FigureLink
            figure="decided"
            count={concluded}
            text={String(median)}
            officer={id}
            {...spanOf(month)}
          />
        ),
    },
  ]
  return (
    <DataTable label={t(HEAD_OFFICE.officers)} rows={officers} keyOf={({ id }) => id} columns={columns} />
  )
}

const spanOf = ({ from, to }: OfficeMonth) => ({ from, to })

type Measure = keyof typeof MONTH_WORDS
const MEASURES = Object.keys(MONTH_WORDS) as readonly Measure[]
const CASES: readonly Measure[] = ['received', 'concluded', 'onTime', 'late']

function Months({ view: { month, before } }: { readonly view: OfficeView }) {
  const { t } = useWords()
  const columns: readonly Column<Measure>[] = [
    {
      key: 'measure',
      phone: 'title',
      label: t(HEAD_OFFICE.measure),
      kind: 'wide',
      cell: (measure) => t(MONTH_WORDS[measure]),
    },
    ...[month, before].map(
      (one): Column<Measure> => ({
        key: one.from,
        label: t(HEAD_OFFICE.span(one.from, one.to)),
        kind: 'number',
        cell: (measure) => <Value measure={measure} month={one} />,
      }),
    ),
    {
      key: 'change',
      label: t(HEAD_OFFICE.change),
      kind: 'number',
      cell: (measure) => changeOf(month[measure], before[measure]),
    },
  ]
  return (
    <DataTable label={t(HEAD_OFFICE.month)} rows={MEASURES} keyOf={(measure) => measure} columns={columns} />
  )
}

/** A number that opens what it counts, in its days: cases, cards, ratings. */
function Value({ measure, month }: { readonly measure: Measure; readonly month: OfficeMonth }) {
  const value = month[measure]
  if (value === undefined) return '—'
  const days = spanOf(month)
  if (measure === 'median')
    return <FigureLink figure="decided" count={month.onTime + month.late} text={String(value)} {...days} />
  if (CASES.includes(measure)) return <FigureLink figure={measure as FigureName} count={value} {...days} />
  const text = measure === 'satisfaction' ? `${(Math.round(value * 10) / 10).toFixed(1)}%` : String(value)
  if (value === 0 && measure !== 'satisfaction') return <span className="quiet">0</span>
  return (
    <Link className="figure-link" to={listOf(measure, days)}>
      {text}
    </Link>
  )
}

function listOf(measure: Measure, days: ReturnType<typeof spanOf>): string {
  if (measure === 'cards' || measure === 'appealed') {
    const view = measure === 'cards' ? 'all' : 'appealed'
    return `/supervision?${new URLSearchParams({ tab: 'cards', view, ...days })}`
  }
  const view = measure === 'bad' ? 'bad' : 'all'
  return `/ratings?${new URLSearchParams({ view, counted: 'true', ...days })}`
}

function changeOf(now: number | undefined, before: number | undefined): string {
  if (now === undefined || before === undefined) return '—'
  const change = Math.round((now - before) * 10) / 10
  return change > 0 ? `+${change}` : String(change)
}
