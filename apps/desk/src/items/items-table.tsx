import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { CatalogueRow } from '@mashang/approvals/contract'
import { Checkbox } from 'antd'
import { Link } from 'react-router'
import { type Column, DataTable } from '../show/data-table.tsx'
import { ITEM_STATUS, ITEMS } from '../words/items.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

const TONES: Readonly<Record<CatalogueRow['status'], string>> = {
  draft: 'tag-quiet',
  submitted: 'tag-soon',
  approved: 'tag-done',
  published: 'tag-done',
  suspended: 'tag-soon',
  cancelled: 'tag-quiet',
  superseded: 'tag-quiet',
  discarded: 'tag-quiet',
}

export function ItemStatusTag({ status }: { readonly status: CatalogueRow['status'] }) {
  const { t } = useWords()
  return <span className={`tag ${TONES[status]}`}>{t(ITEM_STATUS[status])}</span>
}

interface Props {
  readonly rows: readonly CatalogueRow[]
  /** Ticked, to be exported or merged. */
  readonly chosen: readonly CatalogueRow[]
  onChoose(rows: readonly CatalogueRow[]): void
}

const keyOf = (row: CatalogueRow) => `${row.code}/${row.version}`

export function ItemsTable({ rows, chosen, onChoose }: Props) {
  const { t } = useWords()
  const isChosen = (row: CatalogueRow) => chosen.some((one) => keyOf(one) === keyOf(row))
  const choose = (row: CatalogueRow) =>
    onChoose(isChosen(row) ? chosen.filter((one) => keyOf(one) !== keyOf(row)) : [...chosen, row])
  return (
    <DataTable
      label={t(SHELL.items)}
      rows={rows}
      keyOf={keyOf}
      classOf={(row) => (row.status === 'superseded' || row.status === 'cancelled' ? 'row-off' : '')}
      columns={[
        {
          key: 'choose',
          phone: 'left-out',
          label: t(ITEMS.choose),
          kind: 'tight',
          cell: (row) => (
            <Checkbox
              aria-label={t(ITEMS.chooseOne(t(row.name), row.version))}
              checked={isChosen(row)}
              onChange={() => choose(row)}
            />
          ),
        },
        {
          key: 'name',
          phone: 'title',
          label: t(ITEMS.name),
          kind: 'wide',
          cell: (row) => (
            <Link to={`/items/${encodeURIComponent(row.code)}/${row.version}`} className="row-link" data-row>
              {t(row.name)}
              <code className="item-code">{row.code}</code>
            </Link>
          ),
        },
        ...factColumns(t),
      ]}
    />
  )
}

/** What stands beside the name of a version. */
function factColumns(t: ReturnType<typeof useWords>['t']): readonly Column<CatalogueRow>[] {
  return [
    { key: 'version', label: t(ITEMS.version), kind: 'number', cell: (row) => row.version },
    { key: 'organ', phone: 'bare', label: t(ITEMS.organ), cell: (row) => t(row.organ.short) },
    {
      key: 'status',
      phone: 'beside',
      label: t(ITEMS.status),
      kind: 'tight',
      cell: (row) => <ItemStatusTag status={row.status} />,
    },
    {
      key: 'findings',
      label: t(ITEMS.findings),
      kind: 'number',
      cell: (row) =>
        row.findings > 0 ? (
          <span className="due due-soon">
            <WarningOutlined aria-hidden="true" /> {row.findings}
          </span>
        ) : (
          <span className="due due-done">
            <CheckCircleOutlined aria-hidden="true" /> 0
          </span>
        ),
    },
    { key: 'running', label: t(ITEMS.running), kind: 'number', cell: (row) => row.running },
    {
      key: 'effective',
      phone: 'left-out',
      label: t(ITEMS.effective),
      kind: 'tight',
      cell: (row) => row.effectiveFrom || '—',
    },
    {
      key: 'source',
      phone: 'left-out',
      label: t(ITEMS.source),
      kind: 'spare',
      cell: (row) => <span className="quiet">{row.source}</span>,
    },
  ]
}
