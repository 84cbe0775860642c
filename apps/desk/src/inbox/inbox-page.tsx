import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useMe } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { EMPTY_WORDS, INBOX } from '../words/inbox.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { rememberOrder } from './case-order.ts'
import { filterFrom, type InboxFilter, isFiltered, searchOf } from './inbox-filter.ts'
import { inboxQuery } from './inbox-query.ts'
import { InboxTable } from './inbox-table.tsx'
import { InboxTools } from './inbox-tools.tsx'
import { readingOf } from './reading.ts'
import { ViewTabs } from './view-tabs.tsx'

export function InboxPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => filterFrom(search), [search])
  const query = useInfiniteQuery(inboxQuery(filter))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  const first = query.data?.pages[0]
  const show = (next: InboxFilter) => setSearch(searchOf(next))

  useEffect(() => {
    rememberOrder({ from: `/inbox?${searchOf(filter)}`, ids: rows.map((row) => row.id) })
  }, [filter, rows])

  return (
    <div className="page">
      <PageTitle title={t(SHELL.inbox)} trail={[]} />
      <ViewTabs filter={filter} counts={first?.counts ?? {}} />
      <InboxTools
        filter={filter}
        items={first?.items ?? []}
        rows={rows}
        refreshing={query.isFetching}
        onFilter={show}
        onRefresh={() => void query.refetch()}
      />
      {query.isPending && <Loading rows={10} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <NoRows filter={filter} onFilter={show} />}
      {rows.length > 0 && <InboxTable rows={rows} />}
      {rows.length > 0 && (
        <div className="grid-foot">
          <span role="status">{t(INBOX.shown(rows.length, query.hasNextPage))}</span>
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t(INBOX.more)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function NoRows({ filter, onFilter }: { readonly filter: InboxFilter; onFilter(filter: InboxFilter): void }) {
  const { t } = useWords()
  const { works } = readingOf(useMe().staff.roles)
  const view = filter.view === 'to-do' && !works ? 'all' : filter.view
  if (!isFiltered(filter)) return <Empty title={t(EMPTY_WORDS[view])} />
  return (
    <Empty title={t(INBOX.noMatch)}>
      <Button onClick={() => onFilter({ view: filter.view })}>{t(INBOX.clear)}</Button>
    </Empty>
  )
}
