import type { BundleCaseRow } from '@mashang/bundles/contract'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { dayAndTime } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { BUNDLE_STATUS, BUNDLES } from '../words/bundles.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { bundlesQuery, ONLY } from './bundles-query.ts'

/** 一件事: those that have come to the reader's office or are led by it, and which parts are late. */
export function BundlesPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const only = ONLY.find((one) => one === search.get('only'))
  const query = useQuery(bundlesQuery(only))
  const words = { running: BUNDLES.running, late: BUNDLES.onlyLate, done: BUNDLES.over }
  return (
    <div className="page">
      <PageTitle title={t(BUNDLES.title)} trail={[]}>
        <Select
          className="tool-select"
          aria-label={t(BUNDLES.which)}
          popupMatchSelectWidth={false}
          value={only ?? ''}
          options={[
            { value: '', label: t(BUNDLES.all) },
            ...ONLY.map((one) => ({ value: one, label: t(words[one]) })),
          ]}
          onChange={(one: string) => setSearch(one === '' ? {} : { only: one })}
        />
      </PageTitle>
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.bundles.length === 0 && <Empty title={t(BUNDLES.none)} />}
      {query.data && query.data.bundles.length > 0 && (
        <DataTable
          label={t(BUNDLES.title)}
          columns={columnsIn(t)}
          rows={query.data.bundles}
          keyOf={(row) => row.id}
        />
      )}
    </div>
  )
}

function columnsIn(t: (words: SomeWords) => string): readonly Column<BundleCaseRow>[] {
  return [
    {
      key: 'name',
      phone: 'title',
      label: t(BUNDLES.name),
      kind: 'wide',
      cell: (row) => (
        <Link to={`/bundles/${row.id}`} className="row-link" data-row>
          {t(row.name)}
        </Link>
      ),
    },
    { key: 'applicant', phone: 'bare', label: t(BUNDLES.applicant), cell: (row) => row.applicant },
    {
      key: 'status',
      phone: 'beside',
      label: t(BUNDLES.status),
      kind: 'tight',
      cell: (row) => t(BUNDLE_STATUS[row.status]),
    },
    {
      key: 'done',
      label: t(BUNDLES.done),
      kind: 'tight',
      cell: (row) => `${row.done} / ${row.parts}`,
    },
    { key: 'due', label: t(BUNDLES.due), kind: 'tight', cell: (row) => row.due ?? '—' },
    {
      key: 'late',
      label: t(BUNDLES.late),
      cell: (row) =>
        row.late.length > 0 ? <span className="due-late">{row.late.map(t).join('、')}</span> : '—',
    },
    {
      key: 'lead',
      phone: 'left-out',
      label: t(BUNDLES.lead),
      kind: 'tight',
      cell: (row) => t(row.lead.short),
    },
    {
      key: 'submitted',
      phone: 'left-out',
      label: t(BUNDLES.submitted),
      kind: 'tight',
      cell: (row) => (row.submittedAt ? dayAndTime(row.submittedAt).day : ''),
    },
  ]
}
