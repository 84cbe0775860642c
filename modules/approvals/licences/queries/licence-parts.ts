import type { LicencePage } from '../../contract/index.ts'
import type { Inside } from '../../inside.ts'
import type { HeldLicence } from '../store/licences.ts'

export const hrefOf = (licence: string, document: string) =>
  `/api/approvals/licences/${licence}/documents/${document}`

/** PDFs of a licence: its prints by version, and the letters about it, oldest first. */
export async function printsOf(
  { db }: Inside,
  id: string,
): Promise<{ prints: ReadonlyMap<number, string>; documents: LicencePage['documents'] }> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'title', 'issued_at', 'certificate'])
    .where('licence_id', '=', id)
    .orderBy('issued_at')
    .execute()
  const prints = rows.filter(({ kind }) => kind === 'licence')
  return {
    prints: new Map(prints.map((row) => [row.certificate ?? 1, row.id])),
    documents: rows
      .filter(({ kind }) => kind !== 'licence')
      .map((row) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        at: row.issued_at.toISOString(),
        href: hrefOf(id, row.id),
      })),
  }
}

/** The case a licence came of and those that act on it, newest first. */
export async function casesOf(inside: Inside, { id, licence }: HeldLicence): Promise<LicencePage['cases']> {
  const rows = await inside.db
    .selectFrom('licence_case')
    .innerJoin('application', 'application.id', 'licence_case.application_id')
    .select([
      'application.id',
      'application.number',
      'application.item_code',
      'application.item_version',
      'application.status',
      'application.submitted_at',
      'licence_case.situation',
    ])
    .where('licence_case.licence_id', '=', id)
    .orderBy('application.id', 'desc')
    .limit(100)
    .execute()
  const first = licence.certificates[0]?.application
  const began = first
    ? await inside.db
        .selectFrom('application')
        .select(['id', 'number', 'item_code', 'item_version', 'status', 'submitted_at'])
        .where('id', '=', first)
        .execute()
    : []
  const all = [...rows, ...began.map((row) => ({ ...row, situation: 'first' as const }))]
  return Promise.all(
    all.map(async (row) => ({
      id: row.id,
      number: row.number,
      item: (await inside.catalogue.getVersion(row.item_code, row.item_version)).name,
      situation: row.situation,
      status: row.status,
      submittedAt: row.submitted_at.toISOString(),
    })),
  )
}
