import type { ApplicationStatus } from '@mashang/approvals/contract'
import type { FigureCase, FigureName } from '@mashang/insight/contract'
import { useQuery } from '@tanstack/react-query'
import { Pagination } from 'antd'
import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { rememberOrder } from '../inbox/case-order.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { useOrganName } from '../show/organs.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { StatusTag } from '../show/status-tag.tsx'
import { FIGURE_WORDS, INSIGHT } from '../words/insight.ts'
import { SHELL } from '../words/shell.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { type Behind, behindQuery } from './insight-query.ts'

function askedIn(search: URLSearchParams): Behind {
  const named = search.get('figure')
  const figure = (Object.keys(FIGURE_WORDS) as FigureName[]).find((name) => name === named) ?? 'running'
  const texts = (['from', 'to', 'organ', 'item', 'officer', 'step', 'role'] as const).flatMap((name) => {
    const value = search.get(name)
    return value ? [[name, value] as const] : []
  })
  return { figure, ...Object.fromEntries(texts), page: Number(search.get('page')) || 1 }
}

/** The cases behind one number. */
export function BehindPage() {
  const { t } = useWords()
  const nameOf = useOrganName()
  const [search, setSearch] = useSearchParams()
  const asked = askedIn(search)
  const query = useQuery(behindQuery(asked))
  const { cases = [], total = 0, page = 1 } = query.data ?? {}
  useEffect(() => {
    rememberOrder({
      from: `/supervision/cases?${search}`,
      ids: (query.data?.cases ?? []).map(({ id }) => id),
    })
  }, [query.data, search])
  const passes = asked.figure === 'passes'
  const about = [
    asked.organ && nameOf(asked.organ),
    asked.item,
    asked.step,
    asked.from && `${asked.from} – ${asked.to ?? ''}`,
  ]
  return (
    <div className="page">
      <PageTitle
        title={t(INSIGHT.behind(t(FIGURE_WORDS[asked.figure])))}
        trail={[{ label: t(SHELL.supervision), to: '/supervision' }]}
      />
      <p className="quiet">
        {[t(passes ? INSIGHT.passCount(total) : INSIGHT.count(total)), ...about].filter(Boolean).join(' · ')}
      </p>
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && cases.length === 0 && <Empty title={t(INSIGHT.noneBehind)} />}
      {cases.length > 0 && <CaseLines cases={cases} passes={passes} />}
      {total > 50 && (
        <Pagination
          current={page}
          total={total}
          pageSize={50}
          showSizeChanger={false}
          onChange={(to) => {
            const next = new URLSearchParams(search)
            next.set('page', String(to))
            setSearch(next)
          }}
        />
      )}
    </div>
  )
}

interface LinesProps {
  readonly cases: readonly FigureCase[]
  /** Whether a line is a pass through a step, not a whole case. */
  readonly passes: boolean
}

function CaseLines({ cases, passes }: LinesProps) {
  const { t } = useWords()
  const columns: readonly Column<FigureCase>[] = [
    {
      key: 'number',
      phone: 'title',
      label: t(INSIGHT.number),
      kind: 'tight',
      cell: ({ id, number }) => (
        <Link to={`/cases/${id}`} className="row-link" data-row>
          {number}
        </Link>
      ),
    },
    { key: 'item', phone: 'bare', label: t(INSIGHT.item), kind: 'wide', cell: ({ item }) => t(item) },
    { key: 'organ', phone: 'bare', label: t(INSIGHT.organ), cell: ({ organ }) => t(organ) },
    {
      key: 'status',
      phone: 'beside',
      label: t(INSIGHT.status),
      kind: 'tight',
      cell: ({ status }) => <StatusTag status={status as ApplicationStatus} />,
    },
    { key: 'received', label: t(INSIGHT.receivedOn), kind: 'tight', cell: ({ receivedOn }) => receivedOn },
    { key: 'due', label: t(INSIGHT.due), kind: 'tight', cell: ({ promisedDue = '—' }) => promisedDue },
    {
      key: 'concluded',
      label: t(INSIGHT.concludedOn),
      kind: 'tight',
      cell: ({ concludedOn = '—' }) => concludedOn,
    },
    ...(passes ? passColumns(t) : []),
    {
      key: 'used',
      label: t(INSIGHT.usedOf),
      kind: 'number',
      cell: ({ daysUsed, daysPromised, onTime }) =>
        daysUsed === undefined ? (
          '—'
        ) : (
          <span className={onTime === false ? 'due-late' : ''}>
            {daysUsed} / {daysPromised}
          </span>
        ),
    },
  ]
  return (
    <DataTable
      label={t(INSIGHT.behindTable)}
      rows={cases}
      keyOf={({ id, pass }) => `${id} ${pass?.place ?? ''}`}
      columns={columns}
    />
  )
}

/** When a step was done with, and in how many working days. */
function passColumns(t: (words: SomeWords) => string): readonly Column<FigureCase>[] {
  return [
    { key: 'pass', label: t(INSIGHT.passOn), kind: 'tight', cell: ({ pass }) => pass?.on ?? '—' },
    { key: 'pass-days', label: t(INSIGHT.passDays), kind: 'number', cell: ({ pass }) => pass?.days ?? '—' },
  ]
}
