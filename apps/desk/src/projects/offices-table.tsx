import type { DrawingsView } from '@mashang/projects/contract'
import { type Column, DataTable } from '../show/data-table.tsx'
import { fullInstant } from '../show/dates.ts'
import { JOINT } from '../words/joint.ts'
import { useWords } from '../words/words.ts'

type Office = DrawingsView['offices'][number]

/** Each office that takes part: what it looks at, by when, how it stands. */
export function OfficesTable({
  offices,
  label,
}: {
  readonly offices: readonly Office[]
  readonly label: string
}) {
  const { t } = useWords()
  const columns: readonly Column<Office>[] = [
    { key: 'organ', phone: 'title', label: t(JOINT.office), kind: 'wide', cell: (row) => t(row.organ.name) },
    { key: 'looks', phone: 'bare', label: t(JOINT.looks), cell: (row) => t(row.looks) },
    { key: 'due', phone: 'bare', label: t(JOINT.due), kind: 'tight', cell: (row) => row.due || '—' },
    {
      key: 'now',
      phone: 'bare',
      label: t(JOINT.now),
      cell: (row) => (
        <>
          {row.answeredAt
            ? `${t(JOINT.answered)} ${fullInstant(row.answeredAt)} ${row.by ?? ''}`
            : t(JOINT.waiting)}
          {row.late && <span className="due-late"> {t(JOINT.lateBy(row.lateBy))}</span>}
          {row.opinion && <span className="project-cause">{row.opinion}</span>}
        </>
      ),
    },
  ]
  const why = offices[0]?.why ?? []
  return (
    <>
      <DataTable label={label} columns={columns} rows={offices} keyOf={(row) => row.organ.id} />
      {why.length > 0 && (
        <details>
          <summary>{t(JOINT.why)}</summary>
          <ul>
            {why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** A sealed document of the project. */
export function DocumentLink({
  project,
  document,
}: {
  readonly project: string
  readonly document: NonNullable<DrawingsView['document']>
}) {
  return (
    <a href={`/api/projects/case/${project}/documents/${document.id}`} target="_blank" rel="noreferrer">
      {document.number}（PDF）
    </a>
  )
}
