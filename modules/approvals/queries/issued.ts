import { DOCUMENT_TITLES } from '@mashang/document'
import { legalDayOf, type Words } from '@mashang/kit'
import type { DocumentView, LicenceView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { licenceStatusOn } from '../licences/rules/status.ts'
import { receiptIdOf } from '../rules/issue.ts'
import type { Case } from '../store/cases.ts'

/** Documents of a case, oldest first. The material receipt is always there: it is printed when first opened. */
export async function documentsOf(inside: Inside, { id, application }: Case): Promise<DocumentView[]> {
  const rows = await inside.db
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'title', 'issued_at', 'code', 'replaced_by'])
    .where('application_id', '=', id)
    .orderBy('application_revision')
    .orderBy('licence_id', (order) => order.nullsFirst())
    .execute()
  const issued = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    title: row.title,
    at: row.issued_at.toISOString(),
    href: hrefOf(id, row.id),
    code: row.code,
    ...(row.replaced_by ? { replacedBy: rows.find(({ id }) => id === row.replaced_by)?.number ?? '' } : {}),
  }))
  const receipt = receiptIdOf(id)
  if (issued.some((one) => one.id === receipt)) return issued
  const unprinted: DocumentView = {
    id: receipt,
    kind: 'material-receipt',
    number: application.number,
    title: DOCUMENT_TITLES['material-receipt'],
    at: application.submittedAt,
    href: hrefOf(id, receipt),
    code: application.number,
  }
  return [unprinted, ...issued]
}

const hrefOf = (caseId: string, document: string) =>
  `/api/approvals/applications/${caseId}/documents/${document}`

/** The licence a case ended in, once it is issued; of one that acted on a licence, that one. */
export async function licenceOfApplication(
  inside: Inside,
  { id, application }: Case,
): Promise<LicenceView | undefined> {
  if (application.decision?.outcome !== 'grant') return undefined
  const acted = application.licence
  const licences = inside.db.selectFrom('licence').selectAll()
  const row = await (acted
    ? licences.where('id', '=', acted.id)
    : licences.where('application_id', '=', id)
  ).executeTakeFirst()
  if (!row) return undefined
  const organ = getOrgan(inside.city, row.organ)
  const pdf = await inside.db
    .selectFrom('document')
    .select('id')
    .where('application_id', '=', id)
    .where('licence_id', '=', row.id)
    .where('kind', '=', 'licence')
    .executeTakeFirst()
  return {
    id: row.id,
    number: row.number,
    identifier: row.identifier,
    title: row.title,
    holder: row.holder,
    organ: { id: organ.id, name: organ.name, short: organ.short },
    from: row.valid_from,
    to: row.valid_to ?? undefined,
    status: licenceStatusOn({ to: row.valid_to, ending: row.ending }, legalDayOf(inside.clock.now())),
    shows: [...row.shows],
    code: row.code,
    href: pdf && hrefOf(id, pdf.id),
  }
}

/** Words with both languages filled. */
export function fullWords(text: { readonly zh: string; readonly en?: string }): Words {
  return { zh: text.zh, en: text.en ?? text.zh }
}
