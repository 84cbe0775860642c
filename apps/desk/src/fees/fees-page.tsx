import { feesRoutes } from 'virtual:contract'
import type { ChargeRow } from '@mashang/fees/contract'
import { formatMoney } from '@mashang/kit'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMayUse } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { type Column, DataTable } from '../show/data-table.tsx'
import { dayAndTime } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Empty, Loading } from '../show/states.tsx'
import { CHARGE_STATUS, FEES, REFUND_STATUS } from '../words/fees.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { CaseFees, StatusTag } from './case-fees.tsx'
import { DayTab } from './day-tab.tsx'
import { chargesQuery, feesOfCaseQuery, refundsQuery } from './fees-query.ts'

const TABS = ['charges', 'refunds', 'day'] as const

/** 收费: what is owed, refunds, and the accounts of a day. */
export function FeesPage() {
  const { t } = useWords()
  const may = useMayUse()
  const [search] = useSearchParams()
  const tabs = TABS.filter(
    (tab) => (tab !== 'day' || may(feesRoutes.getDay)) && (tab !== 'refunds' || may(feesRoutes.listRefunds)),
  )
  const open = tabs.find((tab) => tab === search.get('tab')) ?? 'charges'
  return (
    <div className="page">
      <PageTitle title={t(FEES.title)} trail={[]} />
      <nav className="tabs" aria-label={t(FEES.tabs)}>
        {tabs.map((tab) => (
          <Link
            key={tab}
            to={{ search: `tab=${tab}` }}
            className="tab"
            aria-current={tab === open ? 'page' : undefined}
          >
            {t(FEES[tab])}
          </Link>
        ))}
      </nav>
      {open === 'charges' && <ChargesTab />}
      {open === 'refunds' && <RefundsTab />}
      {open === 'day' && <DayTab />}
    </div>
  )
}

/** The fees of one case, for those who take the money. */
export function ChargePage() {
  const { id = '' } = useParams()
  const { t } = useWords()
  const query = useQuery(feesOfCaseQuery(id))
  return (
    <div className="page">
      <PageTitle
        title={query.data?.number ?? t(FEES.title)}
        trail={[{ label: t(FEES.title), to: '/fees' }]}
      />
      {query.data && (
        <p>
          {t(query.data.item.name)} <span className="quiet">{t(query.data.organ)}</span>
        </p>
      )}
      <CaseFees id={id} />
    </div>
  )
}

type Status = ChargeRow['status']

function ChargesTab() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const text = search.get('text') ?? undefined
  const status = (search.get('status') ?? undefined) as Status | undefined
  const query = useQuery(chargesQuery({ ...(text ? { text } : {}), ...(status ? { status } : {}) }))
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    setSearch(
      Object.fromEntries(
        Object.entries({ tab: 'charges', text, status, ...change }).flatMap(([key, value]) =>
          value ? [[key, value]] : [],
        ),
      ),
    )
  return (
    <>
      <div className="tools">
        <Input.Search
          className="tool-text"
          aria-label={t(FEES.search)}
          placeholder={t(FEES.search)}
          allowClear
          defaultValue={text}
          onSearch={(value) => set({ text: value.trim() })}
        />
        <Select
          className="tool-select"
          aria-label={t(FEES.status)}
          placeholder={t(FEES.anyStatus)}
          allowClear
          popupMatchSelectWidth={false}
          value={status}
          options={Object.entries(CHARGE_STATUS).map(([value, words]) => ({ value, label: t(words) }))}
          onChange={(value?: string) => set({ status: value })}
        />
        {query.data && (
          <strong>{t(FEES.owedNow(query.data.owed.count, formatMoney(query.data.owed.amount)))}</strong>
        )}
      </div>
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.charges.length === 0 && <Empty title={t(FEES.none)} />}
      {query.data && query.data.charges.length > 0 && (
        <DataTable
          label={t(FEES.charges)}
          columns={columnsIn(t)}
          rows={query.data.charges}
          keyOf={(row) => row.caseId}
        />
      )}
    </>
  )
}

function columnsIn(t: (words: SomeWords) => string): readonly Column<ChargeRow>[] {
  return [
    {
      key: 'number',
      phone: 'title',
      label: t(FEES.number),
      kind: 'tight',
      cell: (row) => (
        <Link to={`/fees/${row.caseId}`} className="row-link" data-row>
          {row.number}
        </Link>
      ),
    },
    { key: 'item', phone: 'bare', label: t(FEES.item), kind: 'wide', cell: (row) => t(row.item) },
    { key: 'payer', phone: 'bare', label: t(FEES.payer), cell: (row) => row.payer },
    { key: 'total', label: t(FEES.amount), kind: 'number', cell: (row) => formatMoney(row.total) },
    {
      key: 'status',
      phone: 'beside',
      label: t(FEES.status),
      kind: 'tight',
      cell: (row) => <StatusTag status={row.status} />,
    },
    { key: 'organ', phone: 'left-out', label: t(FEES.organ), kind: 'spare', cell: (row) => t(row.organ) },
    {
      key: 'raised',
      phone: 'left-out',
      label: t(FEES.raisedAt),
      kind: 'tight',
      cell: (row) => dayAndTime(row.raisedAt).day,
    },
  ]
}

function RefundsTab() {
  const { t } = useWords()
  const query = useQuery(refundsQuery())
  if (query.isPending) return <Loading />
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  const { refunds } = query.data
  if (refunds.length === 0) return <Empty title={t(FEES.noRefunds)} />
  return (
    <DataTable
      label={t(FEES.refunds)}
      rows={refunds}
      keyOf={({ refund }) => refund.id}
      columns={[
        {
          key: 'number',
          phone: 'title',
          label: t(FEES.number),
          kind: 'tight',
          cell: ({ charge }) => (
            <Link to={`/fees/${charge.caseId}`} className="row-link" data-row>
              {charge.number}
            </Link>
          ),
        },
        {
          key: 'amount',
          label: t(FEES.amount),
          kind: 'number',
          cell: ({ refund }) => formatMoney(refund.amount),
        },
        { key: 'payer', phone: 'bare', label: t(FEES.payer), cell: ({ charge }) => charge.payer },
        {
          key: 'reason',
          phone: 'bare',
          label: t(FEES.reason),
          kind: 'wide',
          cell: ({ refund }) => refund.reason,
        },
        { key: 'by', label: t(FEES.askedBy), kind: 'tight', cell: ({ refund }) => refund.askedBy },
        {
          key: 'status',
          phone: 'beside',
          label: t(FEES.status),
          kind: 'tight',
          cell: ({ refund }) => (
            <span
              className={['requested', 'asked', 'approved'].includes(refund.status) ? 'tag tag-soon' : 'tag'}
            >
              {t(REFUND_STATUS[refund.status])}
            </span>
          ),
        },
      ]}
    />
  )
}
