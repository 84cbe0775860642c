import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** `number` is right-aligned with tabular figures; `wide` takes the room that is left; `tight` never wraps; `spare` needs a wide screen. */
  readonly kind?: 'number' | 'wide' | 'tight' | 'spare'
  /** On a phone a row is a card: its title, what stands beside the title, bare lines, lines with their label. */
  readonly phone?: 'title' | 'beside' | 'bare' | 'left-out'
  cell(row: Row): ReactNode
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): string
  /** Marks a row that is over, disabled, or new. */
  classOf?(row: Row): string
}

/**
 * A dense table with a sticky head. On a phone its rows become cards. A cell with a link marked `data-row` makes
 * the whole row open it; `j` and `k` walk over these links.
 */
export function DataTable<Row>({ label, columns, rows, keyOf, classOf }: Props<Row>) {
  return (
    <table className="grid" data-rows aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classNames(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={classOf?.(row)}>
            {columns.map((column) => (
              <td key={column.key} className={classNames(column)} data-label={column.label}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function classNames<Row>({ kind, phone }: Column<Row>): string {
  return [kind && `cell-${kind}`, phone && `phone-${phone}`].filter(Boolean).join(' ')
}
