import { approvalsRoutes } from 'virtual:contract'
import type { StageItemView, StageView } from '@mashang/projects/contract'
import { Link } from 'react-router'
import { useMayUse, useMe } from '../session/use-session.ts'
import { type Column, DataTable } from '../show/data-table.tsx'
import { CAUSES, ITEM_STATE, PROJECTS } from '../words/projects.ts'
import { useWords } from '../words/words.ts'

/** The items of a stage in words: planned, now, how late and why. */
export function StageTable({ stage }: { readonly stage: StageView }) {
  const { t } = useWords()
  const opens = useMayUse()(approvalsRoutes.getCase)
  const { organ } = useMe().staff
  const columns: readonly Column<StageItemView>[] = [
    { key: 'item', phone: 'title', label: t(PROJECTS.item), kind: 'wide', cell: (row) => t(row.name) },
    {
      key: 'organ',
      phone: 'bare',
      label: t(PROJECTS.organ),
      kind: 'tight',
      cell: (row) => t(row.organ.short),
    },
    {
      key: 'days',
      phone: 'bare',
      label: t(PROJECTS.days),
      kind: 'tight',
      cell: (row) => (
        <>
          {t(PROJECTS.workingDays(row.days))}
          {row.critical && <span className="quiet"> {t(PROJECTS.critical)}</span>}
        </>
      ),
    },
    {
      key: 'planned',
      phone: 'bare',
      label: t(PROJECTS.planned),
      kind: 'tight',
      cell: (row) => `${row.from} – ${row.to}`,
    },
    {
      key: 'now',
      phone: 'bare',
      label: t(PROJECTS.now),
      kind: 'tight',
      cell: ({ application, organ: own, state }) =>
        application && opens && own.id === organ ? (
          <Link to={`/cases/${application.id}`} className="row-link" data-row>
            {t(ITEM_STATE[state])} {application.number}
          </Link>
        ) : (
          <>
            {t(ITEM_STATE[state])} {application?.number}
          </>
        ),
    },
    { key: 'late', phone: 'bare', label: t(PROJECTS.late), cell: (row) => <Late row={row} /> },
  ]
  return <DataTable label={t(stage.name)} columns={columns} rows={stage.items} keyOf={(row) => row.id} />
}

function Late({ row }: { readonly row: StageItemView }) {
  const { t } = useWords()
  if (row.late === 0) return '—'
  return (
    <span className="due-late">
      {t(PROJECTS.lateBy(row.late))}
      {row.why.map(({ cause, days }) => (
        <span key={cause} className="project-cause">
          {t(CAUSES[cause])} · {t(PROJECTS.workingDays(days))}
        </span>
      ))}
    </span>
  )
}
