import { DownloadOutlined, DownOutlined, ImportOutlined } from '@ant-design/icons'
import type { CatalogueRow, OrganRef } from '@mashang/approvals/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Input, Pagination, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { INBOX } from '../words/inbox.ts'
import { ITEM_STATUS, ITEMS } from '../words/items.ts'
import { OFFICE } from '../words/office.ts'
import { SHELL } from '../words/shell.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { type ItemsFilter, itemsFrom } from './items-filter.ts'
import { itemsQuery } from './items-query.ts'
import { ItemsTable } from './items-table.tsx'
import { MergeDialog, NewItemDialog } from './office/start-dialogs.tsx'

/** Every version of the catalogue, with what stands against publishing it. */
export function ItemsPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => itemsFrom(search), [search])
  const query = useQuery(itemsQuery(filter))
  const data = query.data
  const [chosen, setChosen] = useState<readonly CatalogueRow[]>([])
  const show = (next: ItemsFilter) =>
    setSearch(
      Object.fromEntries(
        Object.entries(next).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
      ),
    )
  const filtered = Boolean(filter.text ?? filter.status ?? filter.organ)
  return (
    <div className="page">
      <PageTitle title={t(SHELL.items)} trail={[]}>
        <ItemsTools filter={filter} organs={data?.organs ?? []} chosen={chosen} />
      </PageTitle>
      <Filters filter={filter} organs={data?.organs ?? []} onFilter={show} />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {data?.rows.length === 0 && <Empty title={t(filtered ? ITEMS.none : ITEMS.empty)} />}
      {data && data.rows.length > 0 && <ItemsTable rows={data.rows} chosen={chosen} onChoose={setChosen} />}
      {data && data.rows.length > 0 && (
        <div className="grid-foot">
          <span role="status">{t(ITEMS.total(data.total))}</span>
          {data.pages > 1 && (
            <Pagination
              current={data.page}
              total={data.total}
              pageSize={Math.max(data.rows.length, Math.ceil(data.total / data.pages))}
              showSizeChanger={false}
              size="small"
              onChange={(page) => show({ ...filter, page })}
            />
          )}
        </div>
      )}
    </div>
  )
}

interface ToolsProps {
  readonly filter: ItemsFilter
  readonly organs: readonly OrganRef[]
  readonly chosen: readonly CatalogueRow[]
}

/** New, merge, import, export: of what is ticked, else of all that the filter shows. */
function ItemsTools({ filter, organs, chosen }: ToolsProps) {
  const { t } = useWords()
  const [open, setOpen] = useState<'new' | 'merge'>()
  const mergeable = chosen.filter((row) => row.publishedAt !== undefined && row.cancelledOn === undefined)
  const about = chosen.length > 0 ? t(ITEMS.exportChosen(chosen.length)) : t(ITEMS.exportShown)
  return (
    <>
      {mergeable.length > 1 && <Button onClick={() => setOpen('merge')}>{t(OFFICE.merge)}…</Button>}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: <a href={exportAddress('xlsx', filter, chosen)}>{`${about} · XLSX`}</a> },
            { key: 'json', label: <a href={exportAddress('json', filter, chosen)}>{`${about} · JSON`}</a> },
            {
              key: 'template',
              label: <a href="/api/approvals/catalogue-template/items.xlsx">{t(ITEMS.template)}</a>,
            },
          ],
        }}
      >
        <Button>
          <DownloadOutlined aria-hidden="true" /> {t(ITEMS.export)} <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      <Link to="/items/import" className="button-link">
        <ImportOutlined aria-hidden="true" /> {t(ITEMS.import)}
      </Link>
      <Button type="primary" onClick={() => setOpen('new')}>
        {t(OFFICE.new)}
      </Button>
      {open === 'new' && <NewItemDialog organs={organs} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && <MergeDialog rows={mergeable} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function exportAddress(
  format: 'xlsx' | 'json',
  filter: ItemsFilter,
  chosen: readonly CatalogueRow[],
): string {
  const { text, status, organ } = filter
  const query = new URLSearchParams(
    chosen.length > 0
      ? { items: chosen.map(({ code, version }) => `${code}@${version}`).join(',') }
      : Object.entries({ text, status, organ }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return `/api/approvals/catalogue-export/${format}?${query}`
}

interface FiltersProps {
  readonly filter: ItemsFilter
  readonly organs: readonly { readonly id: string; readonly name: SomeWords }[]
  onFilter(filter: ItemsFilter): void
}

function Filters({ filter, organs, onFilter }: FiltersProps) {
  const { t } = useWords()
  const { page: _, ...rest } = filter
  const statuses = Object.entries(ITEM_STATUS) as [CatalogueRow['status'], SomeWords][]
  return (
    <search className="tools" aria-label={t(INBOX.filter)}>
      <Input.Search
        key={filter.text ?? ''}
        className="tool-text"
        aria-label={t(ITEMS.search)}
        placeholder={t(ITEMS.search)}
        defaultValue={filter.text ?? ''}
        allowClear
        maxLength={100}
        onSearch={(text) => onFilter({ ...rest, text: text.trim() })}
      />
      <Select
        className="tool-select"
        aria-label={t(ITEMS.status)}
        placeholder={t(ITEMS.anyStatus)}
        allowClear
        value={filter.status}
        options={statuses.map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(status?: string) => onFilter({ ...rest, status: status ?? '' })}
      />
      <Select
        className="tool-select"
        aria-label={t(ITEMS.organ)}
        placeholder={t(INBOX.anyOrgan)}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={filter.organ}
        options={organs.map(({ id, name }) => ({ value: id, label: t(name) }))}
        onChange={(organ?: string) => onFilter({ ...rest, organ: organ ?? '' })}
      />
    </search>
  )
}
