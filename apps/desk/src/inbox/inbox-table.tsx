import type { ApplicationRow } from '@mashang/approvals/contract'
import { Link } from 'react-router'
import { type Column, DataTable } from '../show/data-table.tsx'
import { dayAndTime, shortDay, shortInstant } from '../show/dates.ts'
import { DueLabel } from '../show/due-label.tsx'
import { CardTag, StatusTag } from '../show/status-tag.tsx'
import { INBOX } from '../words/inbox.ts'
import { MANDATES } from '../words/mandates.ts'
import { SHELL } from '../words/shell.ts'
import { type SomeWords, useWords } from '../words/words.ts'

/** Cases as rows: due first, since that is the order of the day. */
export function InboxTable({ rows }: { readonly rows: readonly ApplicationRow[] }) {
  const { t } = useWords()
  return (
    <DataTable
      label={t(SHELL.inbox)}
      columns={columnsIn(t)}
      rows={rows}
      keyOf={(row) => row.id}
      classOf={(row) => (row.state === 'overdue' || row.delivery?.state === 'overdue' ? 'row-late' : '')}
    />
  )
}

/** The day that counts now: once granted, the one by which it has to be delivered. */
function RowDue({ row }: { readonly row: ApplicationRow }) {
  const { due, remaining, state } = row.delivery?.due
    ? row.delivery
    : { due: row.promisedDue, remaining: row.remaining, state: row.state }
  return <DueLabel due={due} remaining={remaining} state={state} />
}

function columnsIn(t: (words: SomeWords) => string): readonly Column<ApplicationRow>[] {
  const now = new Date()
  const today = dayAndTime(now).day
  return [
    {
      key: 'due',
      phone: 'beside',
      label: t(INBOX.due),
      kind: 'tight',
      cell: (row) => <RowDue row={row} />,
    },
    {
      key: 'statutory',
      phone: 'left-out',
      label: t(INBOX.statutory),
      kind: 'tight',
      cell: (row) => (
        <span className="quiet">{row.statutoryDue ? shortDay(row.statutoryDue, today) : '—'}</span>
      ),
    },
    {
      key: 'number',
      phone: 'title',
      label: t(INBOX.number),
      kind: 'tight',
      cell: (row) => (
        <Link to={`/cases/${row.id}`} className="row-link" data-row>
          {row.number}
        </Link>
      ),
    },
    { key: 'item', phone: 'bare', label: t(INBOX.item), kind: 'wide', cell: (row) => t(row.item.name) },
    {
      key: 'applicant',
      phone: 'bare',
      label: t(INBOX.applicant),
      kind: 'wide',
      cell: (row) => row.applicant,
    },
    {
      key: 'status',
      phone: 'bare',
      label: t(INBOX.status),
      kind: 'tight',
      cell: (row) => (
        <span className="tags">
          <StatusTag status={row.status} />
          {row.onBehalf && <span className="tag tag-soon">{t(MANDATES.behalfTag(row.onBehalf))}</span>}
          {row.cards.map((colour) => (
            <CardTag key={colour} colour={colour} />
          ))}
        </span>
      ),
    },
    {
      key: 'step',
      phone: 'left-out',
      label: t(INBOX.step),
      cell: (row) => (row.delivery ? t(INBOX.toDeliver) : row.step ? t(row.step) : '—'),
    },
    {
      key: 'submitted',
      phone: 'left-out',
      label: t(INBOX.submitted),
      kind: 'spare',
      cell: (row) => <span className="quiet">{shortInstant(row.submittedAt, now)}</span>,
    },
  ]
}
