import type { CardLine } from '@mashang/insight/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type Column, DataTable } from '../show/data-table.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { CardTag } from '../show/status-tag.tsx'
import { CARDS } from '../words/cards.ts'
import { INSIGHT } from '../words/insight.ts'
import { useWords } from '../words/words.ts'
import { cardsQuery } from './insight-query.ts'
import { SpanTools, useDates } from './span-tools.tsx'

/** Every card of a time with its appeal and ruling; a card opens its case, where it is appealed and ruled on. */
export function CardsTab({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const [dates, setDates] = useDates()
  const query = useQuery(cardsQuery({ ...dates, ...(organ ? { organ } : {}) }))
  return (
    <>
      <SpanTools dates={dates} onChange={setDates} />
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.toRule > 0 && (
        <p className="note note-soon">{t(INSIGHT.toRule(query.data.toRule))}</p>
      )}
      {query.data && query.data.cards.length === 0 && <Empty title={t(INSIGHT.noCards)} />}
      {query.data && query.data.cards.length > 0 && <CardLines cards={query.data.cards} />}
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
