import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { rememberOrder } from '../inbox/case-order.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { useOrgans } from '../show/organs.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { INBOX } from '../words/inbox.ts'
import { SHELL } from '../words/shell.ts'
import { SUPERVISION } from '../words/supervision.ts'
import { useWords } from '../words/words.ts'
import { CardedTable } from './carded-table.tsx'
import { OrganTable } from './organ-table.tsx'
import { RepeatedAsks } from './repeated-asks.tsx'
import { supervisionQuery } from './supervision-query.ts'

/** 电子监察: how each organ stands, which cases carry a card, and a reminder to those in charge. */
export function SupervisionPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const organ = search.get('organ') ?? undefined
  const query = useQuery(supervisionQuery(organ))
  const organs = useOrgans()
  const carded = query.data?.carded ?? []
  useEffect(() => {
    const from = `/supervision${organ ? `?organ=${encodeURIComponent(organ)}` : ''}`
    rememberOrder({ from, ids: (query.data?.carded ?? []).map((row) => row.id) })
  }, [query.data, organ])
  return (
    <div className="page">
      <PageTitle title={t(SHELL.supervision)} trail={[]}>
        <Select
          className="tool-select"
          aria-label={t(INBOX.organ)}
          placeholder={t(INBOX.anyOrgan)}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={organ}
          options={organs.map(({ id, name }) => ({ value: id, label: t(name) }))}
          onChange={(id?: string) => setSearch(id ? { organ: id } : {})}
        />
      </PageTitle>
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <h2 className="list-title">{t(SUPERVISION.carded)}</h2>
          {carded.length === 0 ? <Empty title={t(SUPERVISION.noCarded)} /> : <CardedTable rows={carded} />}
          <h2 className="list-title">{t(SUPERVISION.byOrgan)}</h2>
          {query.data.byOrgan.length === 0 ? (
            <Empty title={t(SUPERVISION.noOrgans)} />
          ) : (
            <OrganTable lines={query.data.byOrgan} />
          )}
          <RepeatedAsks organ={organ} />
        </>
      )}
    </div>
  )
}
