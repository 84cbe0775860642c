import type { CardLine, CardViewName } from '@mashang/insight/contract'
import { useQuery } from '@tanstack/react-query'
import { Pagination } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { type Column, DataTable } from '../show/data-table.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { CardTag } from '../show/status-tag.tsx'
import { CARDS } from '../words/cards.ts'
import { CARD_VIEW_WORDS, INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'
import { cardsQuery } from './insight-query.ts'
import { SpanTools, useDates } from './span-tools.tsx'

const CARD_VIEWS = Object.keys(CARD_VIEW_WORDS) as readonly CardViewName[]

/** Every card of a time with its appeal and ruling, in lists with their numbers; a card opens its case. */
export function CardsTab({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const [dates, setDates] = useDates()
  const view = CARD_VIEWS.find((name) => name === search.get('view')) ?? 'all'
  const page = Number(search.get('page')) || 1
  const query = useQuery(cardsQuery({ ...dates, ...(organ ? { organ } : {}), view, page }))
  const searchOf = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    for (const [name, value] of Object.entries(change)) next.set(name, value)
    return next.toString()
  }
  const { cards = [], total = 0, counts } = query.data ?? {}
  return (
    <>
      <SpanTools dates={dates} onChange={setDates} />
      <nav className="tabs" aria-label={t(INSIGHT.cardLists)}>
        {CARD_VIEWS.map((name) => (
          <Link
            key={name}
            to={{ search: searchOf({ view: name }) }}
            className="tab"
            aria-current={name === view ? 'page' : undefined}
          >
            {t(CARD_VIEW_WORDS[name])} <span className="tab-count">{counts?.[name] ?? ''}</span>
          </Link>
        ))}
      </nav>
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && cards.length === 0 && <Empty title={t(INSIGHT.noCards)} />}
      {cards.length > 0 && <CardLines cards={cards} />}
      {total > 50 && (
        <Pagination
          current={page}
          total={total}
          pageSize={50}
          showSizeChanger={false}
          onChange={(to) => setSearch(searchOf({ page: String(to) }))}
        />
      )}
    </>
  )
}

function CardLines({ cards }: { readonly cards: readonly CardLine[] }) {
  const { t } = useWords()
  const columns: readonly Column<CardLine>[] = [
    {
      key: 'card',
      phone: 'bare',
      label: t(INSIGHT.card),
      kind: 'tight',
      cell: ({ colour }) => <CardTag colour={colour} />,
    },
    {
      key: 'number',
      phone: 'title',
      label: t(INSIGHT.number),
      kind: 'tight',
      cell: ({ caseId, number }) => (
        <Link to={`/cases/${caseId}`} className="row-link" data-row>
          {number}
        </Link>
      ),
    },
    { key: 'item', phone: 'bare', label: t(INSIGHT.item), kind: 'wide', cell: ({ item }) => t(item) },
    { key: 'organ', phone: 'bare', label: t(INSIGHT.organ), cell: ({ organ }) => t(organ) },
    { key: 'given', label: t(INSIGHT.given), kind: 'tight', cell: ({ givenOn }) => givenOn },
    {
      key: 'due',
      label: t(INSIGHT.cardDue),
      kind: 'tight',
      cell: ({ clock, due }) => `${t(INSIGHT.clocks[clock])} ${due}`,
    },
    { key: 'appeal', label: t(INSIGHT.appeal), cell: ({ appeal }) => appeal?.grounds ?? '—' },
    {
      key: 'ruling',
      label: t(INSIGHT.ruling),
      cell: ({ appeal, ruling }) =>
        ruling ? (
          <span className={`tag ${ruling.outcome === 'lifted' ? 'tag-done' : 'tag-late'}`}>
            {t(CARDS[ruling.outcome])}
          </span>
        ) : appeal ? (
          <span className="tag tag-soon">{t(CARDS.waiting)}</span>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <DataTable
      label={t(INSIGHT.statements)}
      rows={cards}
      keyOf={({ caseId, colour, clock }) => `${caseId} ${colour} ${clock}`}
      columns={columns}
    />
  )
}
