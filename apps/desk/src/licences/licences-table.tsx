import { WarningOutlined } from '@ant-design/icons'
import type { LicenceRow } from '@mashang/approvals/contract'
import { Link } from 'react-router'
import { DataTable } from '../show/data-table.tsx'
import { CASE } from '../words/case.ts'
import { LICENCES } from '../words/licences.ts'
import { useWords } from '../words/words.ts'

/** Days within which an expiry is pointed out. */
const SOON = 60

export function LicenceStatusTag({
  row,
}: {
  readonly row: Pick<LicenceRow, 'status'> & { proposed?: boolean }
}) {
  const { t } = useWords()
  if (row.proposed) return <span className="tag tag-soon">{t(LICENCES.proposed)}</span>
  const tone = row.status === 'valid' ? 'tag-done' : row.status === 'expired' ? 'tag-quiet' : 'tag-late'
  return <span className={`tag ${tone}`}>{t(CASE.licenceStatus[row.status])}</span>
}

export function LicencesTable({ rows }: { readonly rows: readonly LicenceRow[] }) {
  const { t } = useWords()
  return (
    <DataTable
      label={t(LICENCES.register)}
      rows={rows}
      keyOf={(row) => row.id}
      classOf={(row) => (row.status === 'valid' ? '' : 'row-off')}
      columns={[
        {
          key: 'title',
          phone: 'title',
          label: t(LICENCES.title),
          kind: 'wide',
          cell: (row) => (
            <Link to={`/licences/${row.id}`} className="row-link" data-row>
              {row.title}
              <code className="item-code">{row.number}</code>
            </Link>
          ),
        },
        { key: 'holder', phone: 'bare', label: t(LICENCES.holder), cell: (row) => row.holder },
        { key: 'code', label: t(LICENCES.code), kind: 'tight', cell: (row) => <code>{row.holderCode}</code> },
        {
          key: 'organ',
          phone: 'left-out',
          label: t(LICENCES.organ),
          kind: 'spare',
          cell: (row) => t(row.organ.short),
        },
        {
          key: 'until',
          label: t(LICENCES.until),
          kind: 'tight',
          cell: (row) => <Until row={row} />,
        },
        {
          key: 'status',
          phone: 'beside',
          label: t(LICENCES.view),
          kind: 'tight',
          cell: (row) => <LicenceStatusTag row={row} />,
        },
      ]}
    />
  )
}

function Until({ row }: { readonly row: LicenceRow }) {
  const { t } = useWords()
  const { to, remaining = SOON + 1, status } = row
  if (!to) return t(LICENCES.unlimited)
  if (status !== 'valid' || remaining > SOON) return to
  return (
    <span className="due due-soon">
      <WarningOutlined aria-hidden="true" /> {to} · {t(LICENCES.daysLeft(remaining))}
    </span>
  )
}
