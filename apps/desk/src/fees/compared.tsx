import type { ComparedView, DayView } from '@mashang/fees/contract'
import { formatMoney } from '@mashang/kit'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { DataTable } from '../show/data-table.tsx'
import { DIFFERENCE, FEES, MOVED } from '../words/fees.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly view: DayView
  readonly mayChange: boolean
  onSettle(key: string, note: string): Promise<void>
}

/** Ours against the bank's, order by order; differences come first. */
export function Compared({ view, mayChange, onSettle }: Props) {
  const { t } = useWords()
  const rows = [...view.compared].sort(
    (a, b) => Number(a.state === 'matched') - Number(b.state === 'matched'),
  )
  const money = (fen: number | undefined) => (fen === undefined ? '—' : formatMoney(fen))
  return (
    <DataTable
      label={t(FEES.reconcile)}
      rows={rows}
      keyOf={(row) => row.key}
      columns={[
        { key: 'order', phone: 'title', label: t(FEES.order), kind: 'tight', cell: ({ order }) => order },
        {
          key: 'number',
          phone: 'bare',
          label: t(FEES.number),
          kind: 'tight',
          cell: (row) => row.number ?? '—',
        },
        { key: 'kind', label: t(FEES.kind), kind: 'tight', cell: ({ kind }) => t(MOVED[kind]) },
        { key: 'ours', label: t(FEES.ours), kind: 'number', cell: ({ ours }) => money(ours) },
        { key: 'bank', label: t(FEES.bank), kind: 'number', cell: ({ bank }) => money(bank) },
        {
          key: 'state',
          phone: 'beside',
          label: t(FEES.status),
          kind: 'tight',
          cell: ({ state }) => (
            <span className={state === 'matched' ? 'tag' : 'tag tag-soon'}>{t(DIFFERENCE[state])}</span>
          ),
        },
        {
          key: 'settle',
          phone: 'bare',
          label: t(FEES.note),
          kind: 'wide',
          cell: (row) => <Settle row={row} mayChange={mayChange} onSettle={onSettle} />,
        },
      ]}
    />
  )
}

function Settle({ row, mayChange, onSettle }: Omit<Props, 'view'> & { readonly row: ComparedView }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  if (row.state === 'matched') return null
  if (row.settled)
    return (
      <>
        {t(FEES.settled)}：{row.settled.note} <span className="quiet">{row.settled.by}</span>
      </>
    )
  if (!mayChange) return <>—</>
  return (
    <span className="button-row">
      <Input
        aria-label={`${t(FEES.note)} ${row.order}`}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button disabled={note.trim().length < 2} onClick={() => void onSettle(row.key, note.trim())}>
        {t(FEES.settle)}
      </Button>
    </span>
  )
}
