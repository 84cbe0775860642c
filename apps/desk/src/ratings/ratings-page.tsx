import '../styles/ratings.css'
import { approvalsRoutes } from 'virtual:contract'
import type { RatingRow, RatingViewName } from '@mashang/hall/contract'
import { useQuery } from '@tanstack/react-query'
import { Pagination, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useMayUse } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { dayAndTime } from '../show/dates.ts'
import { useOrgans } from '../show/organs.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { INBOX } from '../words/inbox.ts'
import { NO_RATINGS, RATING_KIND, RATING_STATE, RATING_VIEW_WORDS, RATINGS } from '../words/ratings.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { LevelTag, useReasons } from './level-tag.tsx'
import { ratingsQuery } from './ratings-query.ts'

const VIEWS = Object.keys(RATING_VIEW_WORDS) as readonly RatingViewName[]
/** Lists that are supervision's to work off. */
const OF_SUPERVISION: readonly RatingViewName[] = ['words']

/** 评价: what people said of one's office, and what is still to be done about it. */
export function RatingsPage() {
  const { t } = useWords()
  const oversees = useMayUse()(approvalsRoutes.getSupervision)
  const [search, setSearch] = useSearchParams()
  const organ = search.get('organ') ?? undefined
  const views = VIEWS.filter((view) => oversees || !OF_SUPERVISION.includes(view))
  const view = views.find((name) => name === search.get('view')) ?? 'all'
  const page = Number(search.get('page')) || 1
  const days = daysIn(search)
  const query = useQuery(ratingsQuery({ view, page, ...(organ ? { organ } : {}), ...days }))
  const searchOf = (change: Readonly<Record<string, string>>) =>
    new URLSearchParams({
      view,
      ...(organ ? { organ } : {}),
      ...(days ? { from: days.from, to: days.to, counted: 'true' } : {}),
      ...change,
    }).toString()
  const { ratings = [], total = 0, counts = {} } = query.data ?? {}
  return (
    <div className="page">
      <PageTitle title={t(RATINGS.title)} trail={[]}>
        {oversees && (
          <OrganChoice organ={organ} onChoose={(id) => setSearch({ view, ...(id ? { organ: id } : {}) })} />
        )}
      </PageTitle>
      <nav className="tabs" aria-label={t(RATINGS.lists)}>
        {views.map((name) => (
          <Link
            key={name}
            to={{ search: searchOf({ view: name }) }}
            className={name === 'overdue' && (counts[name] ?? 0) > 0 ? 'tab tab-late' : 'tab'}
            aria-current={name === view ? 'page' : undefined}
          >
            {t(RATING_VIEW_WORDS[name])} <span className="tab-count">{counts[name] ?? ''}</span>
          </Link>
        ))}
      </nav>
      {days && (
        <p>
          {t(RATINGS.countedOf(days.from, days.to))} <Link to={`?view=${view}`}>{t(RATINGS.ofAnyTime)}</Link>
        </p>
      )}
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && ratings.length === 0 && <Empty title={t(NO_RATINGS[view])} />}
      {ratings.length > 0 && <RatingLines ratings={ratings} withOrgan={oversees} />}
      {total > 50 && (
        <Pagination
          current={page}
          total={total}
          pageSize={50}
          showSizeChanger={false}
          onChange={(to) => setSearch(searchOf({ page: String(to) }))}
        />
      )}
    </div>
  )
}

/** Those that a number of some days counts, where that number was opened. */
function daysIn(search: URLSearchParams) {
  const [from, to] = [search.get('from'), search.get('to')]
  return from && to ? { from, to, counted: true } : undefined
}

function OrganChoice({
  organ,
  onChoose,
}: {
  readonly organ: string | undefined
  onChoose(organ: string | undefined): void
}) {
  const { t } = useWords()
  return (
    <Select
      className="tool-select"
      aria-label={t(INBOX.organ)}
      placeholder={t(INBOX.anyOrgan)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={organ}
      options={useOrgans().map(({ id, name }) => ({ value: id, label: t(name) }))}
      onChange={(id?: string) => onChoose(id)}
    />
  )
}

function RatingLines({
  ratings,
  withOrgan,
}: {
  readonly ratings: readonly RatingRow[]
  readonly withOrgan: boolean
}) {
  const { t } = useWords()
  const reasonsOf = useReasons()
  return (
    <DataTable
      label={t(RATINGS.title)}
      rows={ratings}
      keyOf={({ id }) => id}
      classOf={({ state }) => (state === 'overdue' ? 'row-late' : state === 'excluded' ? 'row-off' : '')}
      columns={[...saidColumns(t, reasonsOf), ...(withOrgan ? [organColumn(t)] : []), ...doneColumns(t)]}
    />
  )
}

type Say = (words: SomeWords) => string

/** What was said, and of what. */
function saidColumns(t: Say, reasonsOf: (ids: readonly string[]) => string): readonly Column<RatingRow>[] {
  return [
    {
      key: 'level',
      phone: 'beside',
      label: t(RATINGS.level),
      kind: 'tight',
      cell: ({ level }) => <LevelTag level={level} />,
    },
    {
      key: 'item',
      phone: 'title',
      label: t(RATINGS.item),
      cell: ({ id, item }) => (
        <Link to={`/ratings/${id}`} className="row-link" data-row>
          {t(item.name)}
        </Link>
      ),
    },
    {
      key: 'kind',
      phone: 'bare',
      label: t(RATINGS.kind),
      kind: 'tight',
      cell: ({ kind }) => t(RATING_KIND[kind]),
    },
    {
      key: 'words',
      phone: 'bare',
      label: t(RATINGS.words),
      kind: 'wide',
      cell: ({ words, tags }) => [reasonsOf(tags), words].filter(Boolean).join(' · ') || '—',
    },
  ]
}

const organColumn = (t: Say): Column<RatingRow> => ({
  key: 'organ',
  phone: 'bare',
  label: t(RATINGS.organ),
  cell: ({ organ }) => t(organ.short),
})

/** When, and what became of it. */
function doneColumns(t: Say): readonly Column<RatingRow>[] {
  return [
    {
      key: 'rated',
      phone: 'bare',
      label: t(RATINGS.ratedAt),
      kind: 'tight',
      cell: ({ ratedAt }) => dayAndTime(ratedAt).day,
    },
    {
      key: 'follow-up',
      label: t(RATINGS.followUp),
      kind: 'tight',
      cell: (row) => <FollowUpState row={row} />,
    },
    {
      key: 'again',
      phone: 'left-out',
      label: t(RATINGS.again),
      kind: 'tight',
      cell: ({ again }) => (again ? <LevelTag level={again} /> : '—'),
    },
  ]
}

function FollowUpState({ row: { state, due, toRule } }: { readonly row: RatingRow }) {
  const { t } = useWords()
  if (toRule) return <span className="tag tag-soon">{t(RATING_VIEW_WORDS['to-rule'])}</span>
  if (state === 'none') return '—'
  const tone = state === 'overdue' ? 'due-late' : state === 'open' ? 'due-soon' : 'quiet'
  return (
    <span className={tone}>
      {t(RATING_STATE[state])}
      {due && (state === 'open' || state === 'overdue') ? ` · ${due.slice(5)}` : ''}
    </span>
  )
}
