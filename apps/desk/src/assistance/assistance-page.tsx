import type { HelpRow } from '@mashang/assistance/contract'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { DueLabel } from '../show/due-label.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { ASSISTANCE, CIRCUMSTANCES, HELP_KINDS, HELP_STATUS } from '../words/assistance.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { type HelpListView, helpListQuery, VIEWS } from './assistance-query.ts'

/** 帮办代办 — who waits for help, and whom the reader helps. */
export function AssistancePage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'waiting'
  const query = useQuery(helpListQuery(view))
  const counts = query.data?.counts
  const countOf = (one: HelpListView) =>
    counts && (one === 'waiting' || one === 'mine') ? ` ${counts[one]}` : ''
  return (
    <div className="page">
      <PageTitle title={t(ASSISTANCE.title)} trail={[]}>
        <Segmented
          aria-label={t(ASSISTANCE.view)}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: `${t(ASSISTANCE[one])}${countOf(one)}` }))}
          onChange={(chosen) => setSearch({ view: chosen })}
        />
      </PageTitle>
      {counts && (
        <p className="quiet lead">
          {t(ASSISTANCE.figures(counts.taken, counts.takenInTime, counts.concluded))}
        </p>
      )}
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.requests.length === 0 && <Empty title={t(ASSISTANCE.none)} />}
      {query.data && query.data.requests.length > 0 && (
        <DataTable
          label={t(ASSISTANCE.title)}
          columns={columnsIn(t)}
          rows={query.data.requests}
          keyOf={(row) => row.id}
        />
      )}
    </div>
  )
}

function columnsIn(t: (words: SomeWords) => string): readonly Column<HelpRow>[] {
  return [
    {
      key: 'item',
      phone: 'title',
      label: t(ASSISTANCE.item),
      kind: 'wide',
      cell: (row) => (
        <Link to={`/assistance/${row.id}`} className="row-link" data-row>
          {t(row.item.name)}
        </Link>
      ),
    },
    {
      key: 'kind',
      phone: 'beside',
      label: t(ASSISTANCE.kind),
      kind: 'tight',
      cell: (row) => t(HELP_KINDS[row.kind]),
    },
    { key: 'number', phone: 'bare', label: t(ASSISTANCE.number), kind: 'tight', cell: (row) => row.number },
    {
      key: 'principal',
      phone: 'bare',
      label: t(ASSISTANCE.principal),
      kind: 'tight',
      cell: (row) => (
        <>
          {row.principal}
          {row.circumstance === 'none' ? '' : ` · ${t(CIRCUMSTANCES[row.circumstance])}`}
        </>
      ),
    },
    {
      key: 'assistant',
      phone: 'left-out',
      label: t(ASSISTANCE.assistant),
      kind: 'tight',
      cell: (row) => row.assistant ?? '—',
    },
    {
      key: 'due',
      phone: 'bare',
      label: t(ASSISTANCE.status),
      kind: 'tight',
      cell: (row) =>
        row.status === 'waiting' ? (
          <DueLabel
            due={row.due}
            remaining={row.remaining}
            state={row.overdue ? 'overdue' : row.remaining < 1 ? 'soon' : 'running'}
          />
        ) : (
          <>
            {t(HELP_STATUS[row.status])}{' '}
            {row.mandated && <span className="tag tag-done">{t(ASSISTANCE.mandate)}</span>}
          </>
        ),
    },
  ]
}
