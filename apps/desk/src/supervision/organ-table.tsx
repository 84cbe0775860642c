import { approvalsRoutes } from 'virtual:contract'
import { Link } from 'react-router'
import { searchOf } from '../inbox/inbox-filter.ts'
import { useMayUse } from '../session/use-session.ts'
import { type Column, DataTable } from '../show/data-table.tsx'
import { SUPERVISION } from '../words/supervision.ts'
import { useWords } from '../words/words.ts'
import { type OrganLine, rateText, totalsOf } from './totals.ts'

type Line = Omit<OrganLine, 'organ'> & { readonly organ?: OrganLine['organ'] }

/** Counts by organ with their sum; an organ opens its list. */
export function OrganTable({ lines }: { readonly lines: readonly OrganLine[] }) {
  const { t } = useWords()
  const lists = useMayUse()(approvalsRoutes.listInbox)
  const rows: readonly Line[] = lines.length > 1 ? [...lines, totalsOf(lines)] : lines
  const count = (key: Exclude<keyof Line, 'organ'>, tone = ''): Column<Line> => ({
    key,
    label: t(SUPERVISION[key]),
    kind: 'number',
    cell: (line) => <span className={line[key] > 0 ? tone : 'quiet'}>{line[key]}</span>,
  })
  return (
    <DataTable
      label={t(SUPERVISION.byOrgan)}
      rows={rows}
      keyOf={(line) => line.organ?.id ?? 'total'}
      classOf={(line) => (line.organ ? '' : 'row-total')}
      columns={[
        {
          key: 'organ',
          phone: 'title',
          label: t(SUPERVISION.organ),
          kind: 'wide',
          cell: ({ organ }) =>
            !organ ? (
              <strong>{t(SUPERVISION.total)}</strong>
            ) : lists ? (
              <Link to={`/inbox?${searchOf({ view: 'all', organ: organ.id })}`} className="row-link" data-row>
                {t(organ.name)}
              </Link>
            ) : (
              t(organ.name)
            ),
        },
        count('running'),
        count('soon', 'due-soon'),
        count('yellow', 'due-soon'),
        count('red', 'due-late'),
        count('stopped'),
        count('concluded'),
        count('onTime'),
        { key: 'rate', label: t(SUPERVISION.rate), kind: 'number', cell: (line) => rateText(line) },
      ]}
    />
  )
}
