import { approvalsRoutes } from 'virtual:contract'
import type { BoardCounts, BoardLine } from '@mashang/insight/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { rememberOrder } from '../inbox/case-order.ts'
import { ratingsQuery } from '../ratings/ratings-query.ts'
import { useMayUse } from '../session/use-session.ts'
import { type Column, DataTable } from '../show/data-table.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { FIGURE_WORDS, INSIGHT } from '../words/insight.ts'
import { RATINGS } from '../words/ratings.ts'
import { SUPERVISION } from '../words/supervision.ts'
import { useWords } from '../words/words.ts'
import { CardedTable } from './carded-table.tsx'
import { FigureLink } from './figure-link.tsx'
import { boardQuery } from './insight-query.ts'
import { RepeatedAsks } from './repeated-asks.tsx'
import { supervisionQuery } from './supervision-query.ts'

const SHOWN = ['receivedToday', 'running', 'dueToday', 'overdue', 'stopped', 'yellow', 'red'] as const
const TONES: Partial<Record<keyof BoardCounts, string>> = {
  dueToday: 'due-soon',
  yellow: 'due-soon',
  overdue: 'due-late',
  red: 'due-late',
}

/** How things stand at this moment: each number, the cases that carry a card, each organ. */
export function BoardTab({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const oversees = useMayUse()(approvalsRoutes.getSupervision)
  const query = useQuery(boardQuery(organ))
  if (query.isPending) return <Loading />
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  const { at, total, organs } = query.data
  return (
    <>
      <p className="quiet board-at">{t(INSIGHT.asOf(fullInstant(at)))}</p>
      <dl className="tiles">
        {SHOWN.map((figure) => (
          <div key={figure} className="tile">
            <dt>{t(FIGURE_WORDS[figure])}</dt>
            <dd>
              <FigureLink
                figure={figure}
                count={total[figure]}
                tone={TONES[figure] ?? ''}
                {...(organ ? { organ } : {})}
              />
            </dd>
          </div>
        ))}
      </dl>
      {oversees && <FollowUps organ={organ} />}
      {oversees && <Carded organ={organ} />}
      <h2 className="list-title">{t(SUPERVISION.byOrgan)}</h2>
      {organs.length === 0 ? <Empty title={t(INSIGHT.noOpen)} /> : <BoardTable lines={organs} />}
      {oversees && <RepeatedAsks organ={organ} />}
    </>
  )
}

/** Bad ratings whose follow-up is late, and appeals that wait for a ruling; nothing where there are none. */
function FollowUps({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const { counts = {} } = useQuery(ratingsQuery({ view: 'overdue', ...(organ ? { organ } : {}) })).data ?? {}
  const of = organ ? `&organ=${encodeURIComponent(organ)}` : ''
  const shown = (['overdue', 'to-rule'] as const).filter((view) => (counts[view] ?? 0) > 0)
  if (shown.length === 0) return null
  return (
    <p className="note note-late follow-up-note">
      {shown.map((view) => (
        <Link key={view} to={`/ratings?view=${view}${of}`} className="figure-link">
          {t(RATINGS.followUpCount[view](counts[view] ?? 0))}
        </Link>
      ))}
    </p>
  )
}

function Carded({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const query = useQuery(supervisionQuery(organ))
  const carded = query.data?.carded ?? []
  useEffect(() => {
    const from = `/supervision${organ ? `?organ=${encodeURIComponent(organ)}` : ''}`
    rememberOrder({ from, ids: (query.data?.carded ?? []).map((row) => row.id) })
  }, [query.data, organ])
  return (
    <>
      <h2 className="list-title">{t(SUPERVISION.carded)}</h2>
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && carded.length === 0 && <p className="quiet">{t(SUPERVISION.noCarded)}</p>}
      {carded.length > 0 && <CardedTable rows={carded} />}
    </>
  )
}

function BoardTable({ lines }: { readonly lines: readonly BoardLine[] }) {
  const { t } = useWords()
  const columns: readonly Column<BoardLine>[] = [
    { key: 'organ', phone: 'title', label: t(INSIGHT.organ), kind: 'wide', cell: ({ label }) => t(label) },
    ...SHOWN.map(
      (figure): Column<BoardLine> => ({
        key: figure,
        label: t(FIGURE_WORDS[figure]),
        kind: 'number',
        cell: (line) => (
          <FigureLink figure={figure} organ={line.key} count={line[figure]} tone={TONES[figure] ?? ''} />
        ),
      }),
    ),
  ]
  return <DataTable label={t(SUPERVISION.byOrgan)} rows={lines} keyOf={({ key }) => key} columns={columns} />
}
