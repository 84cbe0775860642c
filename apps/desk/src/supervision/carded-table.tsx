import { approvalsRoutes } from 'virtual:contract'
import { BellOutlined } from '@ant-design/icons'
import type { ApplicationRow } from '@mashang/approvals/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMayUse } from '../session/use-session.ts'
import { type Column, DataTable } from '../show/data-table.tsx'
import { DueLabel } from '../show/due-label.tsx'
import { CardTag, StatusTag } from '../show/status-tag.tsx'
import { INBOX } from '../words/inbox.ts'
import { SUPERVISION } from '../words/supervision.ts'
import { type SomeWords, useWords } from '../words/words.ts'
import { RemindDialog } from './remind-dialog.tsx'

/** Where there is still an office to be reminded. */
const OPEN: readonly ApplicationRow['status'][] = [
  'submitted',
  'awaiting-correction',
  'under-review',
  'clock-stopped',
]

/** Cases with a yellow or red card; each can be reminded of from here. */
export function CardedTable({ rows }: { readonly rows: readonly ApplicationRow[] }) {
  const { t } = useWords()
  const may = useMayUse()
  const [reminding, setReminding] = useState<ApplicationRow>()
  const remind = may(approvalsRoutes.remindOffice) ? setReminding : undefined
  return (
    <>
      <DataTable
        label={t(SUPERVISION.carded)}
        columns={columnsIn(t, may(approvalsRoutes.getCase), remind)}
        rows={rows}
        keyOf={(row) => row.id}
        classOf={(row) => (row.cards.includes('red') ? 'row-late' : '')}
      />
      {reminding && <RemindDialog row={reminding} onClose={() => setReminding(undefined)} />}
    </>
  )
}

function columnsIn(
  t: (words: SomeWords) => string,
  opens: boolean,
  remind: ((row: ApplicationRow) => void) | undefined,
): readonly Column<ApplicationRow>[] {
  return [
    {
      key: 'cards',
      phone: 'bare',
      label: t(INBOX.cards),
      kind: 'tight',
      cell: (row) => (
        <span className="tags">
          {row.cards.map((colour) => (
            <CardTag key={colour} colour={colour} />
          ))}
        </span>
      ),
    },
    {
      key: 'due',
      phone: 'beside',
      label: t(INBOX.due),
      kind: 'tight',
      cell: (row) => <DueLabel due={row.promisedDue} remaining={row.remaining} state={row.state} />,
    },
    {
      key: 'number',
      phone: 'title',
      label: t(INBOX.number),
      kind: 'tight',
      cell: (row) =>
        opens ? (
          <Link to={`/cases/${row.id}`} className="row-link" data-row>
            {row.number}
          </Link>
        ) : (
          row.number
        ),
    },
    { key: 'item', phone: 'bare', label: t(INBOX.item), kind: 'wide', cell: (row) => t(row.item.name) },
    { key: 'organ', phone: 'bare', label: t(INBOX.organ), cell: (row) => t(row.organ.short) },
    {
      key: 'status',
      phone: 'bare',
      label: t(INBOX.status),
      kind: 'tight',
      cell: (row) => <StatusTag status={row.status} />,
    },
    { key: 'step', phone: 'left-out', label: t(INBOX.step), cell: (row) => (row.step ? t(row.step) : '—') },
    ...(remind
      ? [
          {
            key: 'remind',
            phone: 'bare' as const,
            label: t(SUPERVISION.remind),
            kind: 'tight' as const,
            cell: (row: ApplicationRow) =>
              OPEN.includes(row.status) && (
                <Button size="small" icon={<BellOutlined />} onClick={() => remind(row)}>
                  {t(SUPERVISION.remind)}
                </Button>
              ),
          },
        ]
      : []),
  ]
}
