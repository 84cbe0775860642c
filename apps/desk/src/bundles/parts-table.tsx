import { approvalsRoutes } from 'virtual:contract'
import type { PartView } from '@mashang/bundles/contract'
import { Link } from 'react-router'
import { useMayUse, useMe } from '../session/use-session.ts'
import { type Column, DataTable } from '../show/data-table.tsx'
import { BUNDLES, PART_STATE } from '../words/bundles.ts'
import { useWords } from '../words/words.ts'

/** The items of a bundle in words; only one's own office's are opened from here. */
export function PartsTable({ parts, here }: { readonly parts: readonly PartView[]; readonly here?: string }) {
  const { t } = useWords()
  const opens = useMayUse()(approvalsRoutes.getCase)
  const { organ } = useMe().staff
  const columns: readonly Column<PartView>[] = [
    { key: 'item', phone: 'title', label: t(BUNDLES.item), kind: 'wide', cell: (row) => t(row.name) },
    {
      key: 'organ',
      phone: 'bare',
      label: t(BUNDLES.organ),
      kind: 'tight',
      cell: (row) => t(row.organ.short),
    },
    {
      key: 'now',
      phone: 'bare',
      label: t(BUNDLES.now),
      kind: 'tight',
      cell: ({ application, organ: own, state }) =>
        application && opens && own.id === organ && application.id !== here ? (
          <Link to={`/cases/${application.id}`} className="row-link" data-row>
            {t(PART_STATE[state])} {application.number}
          </Link>
        ) : (
          t(PART_STATE[state])
        ),
    },
    {
      key: 'planned',
      phone: 'bare',
      label: t(BUNDLES.planned),
      kind: 'tight',
      cell: (row) => `${row.from} – ${row.to}`,
    },
    {
      key: 'late',
      phone: 'bare',
      label: t(BUNDLES.late),
      cell: (row) => (row.late > 0 ? <span className="due-late">{t(BUNDLES.lateBy(row.late))}</span> : '—'),
    },
  ]
  return <DataTable label={t(BUNDLES.parts)} columns={columns} rows={parts} keyOf={(row) => row.id} />
}
