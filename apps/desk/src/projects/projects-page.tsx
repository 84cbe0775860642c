import type { ProjectRow } from '@mashang/projects/contract'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { dayAndTime } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { PROJECT_STATUS, PROJECTS } from '../words/projects.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { Duties } from './duties.tsx'
import { projectsQuery } from './projects-query.ts'

/** 投资项目: those that concern the reader's office, and in which stage each is. */
export function ProjectsPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const text = search.get('text') ?? undefined
  const stage = search.get('stage') ?? undefined
  const query = useQuery(projectsQuery({ ...(text ? { text } : {}), ...(stage ? { stage } : {}) }))
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    setSearch(
      Object.fromEntries(
        Object.entries({ text, stage, ...change }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
      ),
    )
  return (
    <div className="page">
      <PageTitle title={t(PROJECTS.title)} trail={[]}>
        <Input.Search
          className="tool-select"
          aria-label={t(PROJECTS.search)}
          placeholder={t(PROJECTS.search)}
          allowClear
          defaultValue={text}
          onSearch={(value) => set({ text: value.trim() })}
        />
        <Select
          className="tool-select"
          aria-label={t(PROJECTS.stage)}
          placeholder={t(PROJECTS.anyStage)}
          allowClear
          popupMatchSelectWidth={false}
          value={stage}
          options={(query.data?.stages ?? []).map(({ id, name }) => ({ value: id, label: t(name) }))}
          onChange={(id?: string) => set({ stage: id })}
        />
      </PageTitle>
      <Duties />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.projects.length === 0 && <Empty title={t(PROJECTS.none)} />}
      {query.data && query.data.projects.length > 0 && (
        <DataTable
          label={t(PROJECTS.title)}
          columns={columnsIn(t)}
          rows={query.data.projects}
          keyOf={(row) => row.id}
          classOf={(row) => (row.status === 'withdrawn' ? 'row-off' : '')}
        />
      )}
    </div>
  )
}

function columnsIn(t: (words: SomeWords) => string): readonly Column<ProjectRow>[] {
  return [
    {
      key: 'name',
      phone: 'title',
      label: t(PROJECTS.name),
      kind: 'wide',
      cell: (row) => (
        <Link to={`/projects/${row.id}`} className="row-link" data-row>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'secret',
      phone: 'beside',
      label: t(PROJECTS.secret),
      kind: 'tight',
      cell: (row) => (row.secret ? <span className="tag tag-soon">{t(PROJECTS.secret)}</span> : ''),
    },
    { key: 'code', phone: 'bare', label: t(PROJECTS.code), kind: 'tight', cell: (row) => row.code ?? '—' },
    { key: 'owner', phone: 'bare', label: t(PROJECTS.owner), cell: (row) => row.owner },
    {
      key: 'stage',
      phone: 'bare',
      label: t(PROJECTS.stage),
      kind: 'tight',
      cell: (row) => t(row.stage.name),
    },
    {
      key: 'status',
      phone: 'bare',
      label: t(PROJECTS.status),
      kind: 'tight',
      cell: (row) => t(PROJECT_STATUS[row.status]),
    },
    { key: 'kind', phone: 'left-out', label: t(PROJECTS.kind), kind: 'spare', cell: (row) => t(row.kind) },
    {
      key: 'applications',
      phone: 'left-out',
      label: t(PROJECTS.applications),
      kind: 'number',
      cell: (row) => row.applications,
    },
    {
      key: 'registered',
      phone: 'left-out',
      label: t(PROJECTS.registeredAt),
      kind: 'tight',
      cell: (row) => dayAndTime(row.registeredAt).day,
    },
  ]
}
