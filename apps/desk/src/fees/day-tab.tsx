import { feesRoutes } from 'virtual:contract'
import type { DayView } from '@mashang/fees/contract'
import { formatMoney, legalDayOf } from '@mashang/kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { fees } from '../api/calls.ts'
import { uploadOf } from '../api/client.ts'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { DataTable } from '../show/data-table.tsx'
import { fullInstant } from '../show/dates.ts'
import { Labelled } from '../show/labelled.tsx'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { FEES, PAID_BY } from '../words/fees.ts'
import { useWords } from '../words/words.ts'
import { Compared } from './compared.tsx'
import { dayQuery } from './fees-query.ts'
import { fenOf, MoneyInput } from './money-input.tsx'

/** 对账与日结: what moved on a day, the bank's file, the tills, and the signature. */
export function DayTab() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const day = search.get('day') ?? legalDayOf(new Date())
  const query = useQuery(dayQuery(day))
  return (
    <>
      <div className="tools">
        <Labelled label={t(FEES.dayOf)}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={day}
              onChange={(event) => event.target.value && setSearch({ tab: 'day', day: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      {query.isPending && <Loading />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Accounts key={day} view={query.data} />}
    </>
  )
}

function Accounts({ view }: { readonly view: DayView }) {
  const client = useQueryClient()
  const { pending, refusal, write } = useWrite<DayView>()
  const { day } = view
  const params = { day }
  const send = async (content: object, call: Parameters<typeof write>[1]) => {
    const after = await write({ day, ...content }, call)
    if (after) client.setQueryData(['fees', 'day', day], after)
  }
  return (
    <>
      <RefusalNote refusal={refusal} />
      <Totals view={view} />
      <BankPanel
        view={view}
        pending={pending}
        onFile={(file) =>
          send({ name: file.name, size: file.size, at: Date.now() }, (key) =>
            fees.readBankFile({ params, upload: uploadOf(file), key }),
          )
        }
        onSettle={(about, note) => {
          const input = { key: about, note }
          return send(input, (key) => fees.settleDifference({ params, input, key }))
        }}
      />
      <Tills
        view={view}
        pending={pending}
        onCount={(counted, note) => {
          const input = { counted, note }
          return send(input, (key) => fees.countTill({ params, input, key }))
        }}
      />
      <Signature
        view={view}
        pending={pending}
        onSign={() => send({ sign: true }, (key) => fees.signDay({ params, input: {}, key }))}
      />
    </>
  )
}

function Totals({ view }: { readonly view: DayView }) {
  const { t } = useWords()
  return (
    <Panel title={t(FEES.total)}>
      <DataTable
        label={t(FEES.total)}
        rows={view.totals}
        keyOf={({ method }) => method}
        columns={[
          { key: 'method', phone: 'title', label: t(FEES.method), cell: ({ method }) => t(PAID_BY[method]) },
          { key: 'count', label: t(FEES.count), kind: 'number', cell: ({ payments }) => payments },
          { key: 'in', label: t(FEES.received), kind: 'number', cell: (row) => formatMoney(row.received) },
          { key: 'out', label: t(FEES.refunded), kind: 'number', cell: (row) => formatMoney(row.refunded) },
        ]}
      />
    </Panel>
  )
}

interface BankProps {
  readonly view: DayView
  readonly pending: boolean
  onFile(file: File): Promise<void>
  onSettle(key: string, note: string): Promise<void>
}

function BankPanel({ view, pending, onFile, onSettle }: BankProps) {
  const { t } = useWords()
  const may = useMayUse()
  const { file, counts, signed } = view
  return (
    <Panel
      title={t(FEES.reconcile)}
      beside={
        <a href="/api/fees/bank-template" download>
          {t(FEES.template)}
        </a>
      }
    >
      <p>
        {file
          ? `${t(FEES.file(file.name, file.lines, file.encoding))} · ${t(FEES.summary(counts.matched, counts.open))}`
          : t(FEES.noFile)}
      </p>
      {!signed && may(feesRoutes.readBankFile) && (
        <Labelled label={t(FEES.upload)}>
          {(id) => (
            <input
              id={id}
              type="file"
              accept=".csv,text/csv"
              disabled={pending}
              onChange={(event) => {
                const chosen = event.target.files?.[0]
                event.target.value = ''
                if (chosen) void onFile(chosen)
              }}
            />
          )}
        </Labelled>
      )}
      {view.compared.length > 0 && (
        <Compared view={view} mayChange={!signed && may(feesRoutes.settleDifference)} onSettle={onSettle} />
      )}
    </Panel>
  )
}

interface SignatureProps {
  readonly view: DayView
  readonly pending: boolean
  onSign(): Promise<void>
}

function Signature({ view, pending, onSign }: SignatureProps) {
  const { t } = useWords()
  if (view.signed)
    return <p className="note">{t(FEES.signed(view.signed.by, fullInstant(view.signed.at)))}</p>
  return (
    <Popconfirm title={t(FEES.sign)} description={t(FEES.signWhat)} onConfirm={onSign}>
      <Button type="primary" className="sign-day" loading={pending}>
        {t(FEES.sign)}
      </Button>
    </Popconfirm>
  )
}

interface TillsProps {
  readonly view: DayView
  readonly pending: boolean
  onCount(counted: number, note: string): Promise<void>
}

function Tills({ view, pending, onCount }: TillsProps) {
  const { t } = useWords()
  const own = view.tills.find((till) => till.own)
  return (
    <Panel title={t(FEES.till)}>
      {view.tills.length === 0 && <p>{t(FEES.noTill)}</p>}
      {view.tills.length > 0 && (
        <DataTable
          label={t(FEES.till)}
          rows={view.tills}
          keyOf={({ cashier }) => cashier.id}
          columns={[
            { key: 'name', phone: 'title', label: t(FEES.cashier), cell: ({ cashier }) => cashier.name },
            { key: 'in', label: t(FEES.received), kind: 'number', cell: (row) => formatMoney(row.received) },
            { key: 'out', label: t(FEES.refunded), kind: 'number', cell: (row) => formatMoney(row.paidOut) },
            {
              key: 'expected',
              label: t(FEES.expected),
              kind: 'number',
              cell: (row) => formatMoney(row.expected),
            },
            {
              key: 'counted',
              label: t(FEES.counted),
              kind: 'number',
              cell: ({ counted }) => (counted === undefined ? '—' : formatMoney(counted)),
            },
            {
              key: 'difference',
              label: t(FEES.difference),
              kind: 'number',
              cell: ({ counted, expected }) =>
                counted === undefined ? '—' : formatMoney(counted - expected),
            },
            { key: 'note', phone: 'bare', label: t(FEES.note), kind: 'wide', cell: ({ note }) => note ?? '' },
          ]}
        />
      )}
      {own && !view.signed && <CountTill pending={pending} onCount={onCount} />}
    </Panel>
  )
}

function CountTill({ pending, onCount }: Omit<TillsProps, 'view'>) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const counted = fenOf(text)
  return (
    <div className="columns columns-end">
      <MoneyInput label={FEES.counted} text={text} onText={setText} />
      <Labelled label={t(FEES.note)} optional>
        {(id) => (
          <Input id={id} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        )}
      </Labelled>
      <Button
        loading={pending}
        disabled={counted === undefined}
        onClick={() => void onCount(counted ?? 0, note.trim())}
      >
        {t(FEES.countTill)}
      </Button>
    </div>
  )
}
