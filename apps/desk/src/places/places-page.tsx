import { approvalsRoutes } from 'virtual:contract'
import type { QuotaAtDesk } from '@mashang/approvals/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { approvals } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { DataTable } from '../show/data-table.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { PLACES } from '../words/places.ts'
import { SHELL } from '../words/shell.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { placesQuery } from './places-query.ts'

type Pool = QuotaAtDesk['pools'][number]

/** 名额 — of the office’s items that can only be granted so often: who has a place, who waits, and the draw. */
export function PlacesPage() {
  const { t } = useWords()
  const query = useQuery(placesQuery)
  const quotas = query.data ?? []
  return (
    <div className="page">
      <PageTitle title={t(PLACES.title)} trail={[]} />
      <p className="quiet lead">{t(PLACES.lead)}</p>
      {query.isPending && <Loading rows={4} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && quotas.length === 0 && <Empty title={t(PLACES.none)}>{t(PLACES.noneHint)}</Empty>}
      {quotas.map((one) => (
        <QuotaPanel key={one.item.code} found={one} />
      ))}
    </div>
  )
}

function QuotaPanel({ found }: { readonly found: QuotaAtDesk }) {
  const { t, language } = useWords()
  const { item, organ, quota, basis, pools } = found
  const many = quota.per === 'year' ? PLACES.yearly(quota.places) : PLACES.once(quota.places)
  const how = quota.method === 'draw' ? PLACES.drawn(quota.closes ?? '') : PLACES.inOrder
  const article = [basis.law, basis.article].filter(Boolean).join(' ')
  return (
    <Panel
      className="places"
      title={t(item.name)}
      beside={
        <a
          className="button-link"
          href={`/items/${encodeURIComponent(item.code)}/quota`}
          target="_blank"
          rel="noreferrer"
        >
          {t(PLACES.public)}
        </a>
      }
    >
      <p>
        {`${t(many)}${language === 'zh' ? '，' : '. '}${t(how)}`}{' '}
        <span className="quiet">
          {t(organ.name)} · <span lang="zh-CN">{article}</span>
        </span>
      </p>
      <Pools found={found} />
      {pools
        .filter(({ line }) => line.length > 0)
        .map((pool) => (
          <Line key={nameOf(pool)} pool={pool} method={quota.method} />
        ))}
    </Panel>
  )
}

const nameOf = ({ year = '', value = '' }: Pool) => `${year} ${value}`

function Pools({ found }: { readonly found: QuotaAtDesk }) {
  const { t } = useWords()
  const label = ({ label: words }: Pool) => t(words) || t(PLACES.all)
  return (
    <DataTable
      label={t(found.item.name)}
      rows={found.pools}
      keyOf={nameOf}
      columns={[
        { key: 'pool', phone: 'title', label: t(PLACES.pool), kind: 'tight', cell: label },
        { key: 'places', label: t(PLACES.places), kind: 'number', cell: ({ places }) => places },
        { key: 'taken', label: t(PLACES.taken), kind: 'number', cell: ({ taken }) => taken },
        {
          key: 'free',
          label: t(PLACES.free),
          kind: 'number',
          cell: ({ places, taken }) => Math.max(places - taken, 0),
        },
        { key: 'waiting', label: t(PLACES.waiting), kind: 'number', cell: ({ waiting }) => waiting },
        {
          key: 'state',
          label: t(PLACES.state),
          kind: 'wide',
          phone: 'bare',
          cell: (pool) => <HowTheyGo found={found} pool={pool} />,
        },
      ]}
    />
  )
}

interface PoolProps {
  readonly found: QuotaAtDesk
  readonly pool: Pool
}

/** What a draw waits for; with nothing left to wait for, the button. */
function waitsFor({ quota, closed, atIntake }: QuotaAtDesk, pool: Pool): SomeWords | undefined {
  if (quota.method !== 'draw') return PLACES.byOrder
  if (pool.drawn) return PLACES.drawnAt(fullInstant(pool.drawn.at))
  if (pool.called) return PLACES.calledAt(fullInstant(pool.called.at))
  if (!closed) return PLACES.open(quota.closes ?? '')
  if (atIntake > 0) return PLACES.intake(atIntake)
  return pool.waiting === 0 ? PLACES.nobody : undefined
}

function HowTheyGo({ found, pool }: PoolProps) {
  const { t } = useWords()
  const may = useMayUse()
  const told = waitsFor(found, pool)
  if (told) return <span role="status">{t(told)}</span>
  if (!may(approvalsRoutes.drawPlaces)) return t(PLACES.headCalls)
  return <Draw found={found} pool={pool} />
}

function Draw({ found: { item }, pool }: PoolProps) {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const { pending, refusal, write } = useWrite<object>()
  const { year, value } = pool
  const input = { ...(year ? { year } : {}), ...(value ? { value } : {}) }
  async function call() {
    const params = { code: item.code }
    const done = await write({ ...params, ...input }, (key) => approvals.drawPlaces({ params, input, key }))
    if (done) void message.success(t(PLACES.called))
    await client.invalidateQueries({ queryKey: placesQuery.queryKey })
  }
  function ask() {
    modal.confirm({
      title: t(PLACES.drawOf(t(item.name))),
      content: t(PLACES.drawWhat(pool.waiting, pool.places)),
      okText: t(PLACES.draw),
      cancelText: t(SHELL.cancel),
      onOk: call,
    })
  }
  return (
    <>
      <Button type="primary" loading={pending} onClick={ask}>
        {t(PLACES.draw)}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  )
}

function Line({ pool, method }: { readonly pool: Pool; readonly method: QuotaAtDesk['quota']['method'] }) {
  const { t } = useWords()
  const waits = method === 'draw' && !pool.drawn ? PLACES.entered : PLACES.waits
  const states = { placed: PLACES.placed, waiting: waits, left: PLACES.left }
  const rows = pool.line.map((one, index) => ({ ...one, order: index + 1 }))
  return (
    <details>
      <summary>{`${t(pool.label)} ${t(PLACES.line(rows.length))}`.trim()}</summary>
      <DataTable
        label={t(PLACES.order)}
        rows={rows}
        keyOf={({ number }) => number}
        columns={[
          { key: 'order', label: t(PLACES.order), kind: 'number', cell: ({ order }) => order },
          {
            key: 'number',
            phone: 'title',
            label: t(PLACES.number),
            kind: 'tight',
            cell: ({ number }) => number,
          },
          {
            key: 'state',
            phone: 'beside',
            label: t(PLACES.standing),
            kind: 'wide',
            cell: ({ state }) => t(states[state]),
          },
        ]}
      />
    </details>
  )
}
