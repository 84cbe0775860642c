import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { INBOX } from '../words/inbox.ts'
import { LICENCES, VIEWS } from '../words/licences.ts'
import { useWords } from '../words/words.ts'
import { type LicencesFilter, licencesQuery } from './licences-query.ts'
import { LicencesTable } from './licences-table.tsx'

const NAMES = ['view', 'text', 'type', 'organ', 'after'] as const

function filterFrom(search: URLSearchParams): LicencesFilter {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = search.get(name)?.trim()
      return value && (name !== 'view' || value in VIEWS) ? [[name, value]] : []
    }),
  )
}

/** The register: the organ's own licences, or for supervision all of them. */
export function LicencesPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const filter = filterFrom(search)
  const query = useQuery(licencesQuery(filter))
  const show = (next: LicencesFilter) =>
    setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value)))
  const { after, ...unpaged } = filter
  const data = query.data
  const address = `/api/approvals/desk/licence-export?${new URLSearchParams(unpaged as Record<string, string>)}`
  return (
    <div className="page">
      <PageTitle title={t(LICENCES.register)} trail={[]}>
        <a href={address} className="button-link" download>
          <DownloadOutlined aria-hidden="true" /> {t(LICENCES.exportCsv)}
        </a>
      </PageTitle>
      <Filters filter={unpaged} types={data?.types ?? []} organs={data?.organs ?? []} onFilter={show} />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {data?.rows.length === 0 && <Empty title={t(LICENCES.none)}>{t(LICENCES.noneHint)}</Empty>}
      {data && data.rows.length > 0 && <LicencesTable rows={data.rows} />}
      <div className="grid-foot">
        {after && <Button onClick={() => show(unpaged)}>{t(LICENCES.first)}</Button>}
        {data?.next && (
          <Button onClick={() => show({ ...filter, after: data.next })}>{t(LICENCES.more)}</Button>
        )}
      </div>
    </div>
  )
}

interface FiltersProps {
  readonly filter: LicencesFilter
  readonly types: readonly {
    readonly type: string
    readonly name: { readonly zh: string; readonly en?: string }
  }[]
  readonly organs: readonly {
    readonly id: string
    readonly name: { readonly zh: string; readonly en?: string }
  }[]
  onFilter(filter: LicencesFilter): void
}

function Filters({ filter, types, organs, onFilter }: FiltersProps) {
  const { t } = useWords()
  return (
    <search className="tools" aria-label={t(INBOX.filter)}>
      <Input.Search
        key={filter.text ?? ''}
        className="tool-text"
        aria-label={t(LICENCES.search)}
        placeholder={t(LICENCES.search)}
        defaultValue={filter.text ?? ''}
        allowClear
        maxLength={60}
        onSearch={(text) => onFilter({ ...filter, text: text.trim() })}
      />
      <Select
        className="tool-select"
        aria-label={t(LICENCES.view)}
        value={filter.view ?? 'all'}
        popupMatchSelectWidth={false}
        options={Object.entries(VIEWS).map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(view: keyof typeof VIEWS) => onFilter({ ...filter, view })}
      />
      <Select
        className="tool-select"
        aria-label={t(LICENCES.type)}
        placeholder={t(LICENCES.anyType)}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={filter.type}
        options={types.map(({ type, name }) => ({ value: type, label: t(name) }))}
        onChange={(type?: string) => onFilter({ ...filter, type: type ?? '' })}
      />
      {organs.length > 0 && (
        <Select
          className="tool-select"
          aria-label={t(LICENCES.organ)}
          placeholder={t(INBOX.anyOrgan)}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={filter.organ}
          options={organs.map(({ id, name }) => ({ value: id, label: t(name) }))}
          onChange={(organ?: string) => onFilter({ ...filter, organ: organ ?? '' })}
        />
      )}
    </search>
  )
}
