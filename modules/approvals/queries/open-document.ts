import { type Refusal, refuse, type Stream } from '@mashang/kit'
import { issueFor } from '../documents/issue-document.ts'
import type { Inside } from '../inside.ts'
import { receiptIdOf } from '../rules/issue.ts'
import { nothingIsHandedOverWhileAFeeIsOwed } from '../rules/owed.ts'
import type { Case } from '../store/cases.ts'
import { caseOf } from '../store/cases.ts'

/** The print of a licence is opened by its applicant once what is due before it is handed over has been paid. */
export async function aLicenceIsPaidForFirst(
  inside: Inside,
  caseId: string,
  documentId: string,
): Promise<Refusal | undefined> {
  const row = await inside.db
    .selectFrom('document')
    .select('kind')
    .where('id', '=', documentId)
    .where('application_id', '=', caseId)
    .executeTakeFirst()
  if (row?.kind !== 'licence') return undefined
  return nothingIsHandedOverWhileAFeeIsOwed(await inside.fees.owes(caseId, 'before-delivery'))
}

/** Opens an issued document of a case; the material receipt is issued by its first reader. */
export async function openIssued(inside: Inside, found: Case, documentId: string): Promise<Stream | Refusal> {
  if (documentId === receiptIdOf(found.id)) {
    const first = found.entries[0]
    const then = caseOf(found.id, found.entries.slice(0, 1), found.item)
    if (first && then) await issueFor(inside, then, first, 'material-receipt')
  }
  const row = await inside.db
    .selectFrom('document')
    .select(['file', 'number'])
    .where('id', '=', documentId)
    .where('application_id', '=', found.id)
    .executeTakeFirst()
  const opened = row && (await inside.files.open(row.file))
  if (!row || !opened) return refuse('document-not-found')
  return {
    type: 'application/pdf',
    filename: `${row.number}.pdf`,
    size: opened.size,
    inline: true,
    etag: row.file,
    body: opened.body,
  }
}
