import { type Refusal, refuse, type Stream, type Who } from '@mashang/kit'
import type { Inside } from '../../inside.ts'
import { nothingIsHandedOverWhileAFeeIsOwed } from '../../rules/owed.ts'
import { licenceStandingOf } from '../rules/reading.ts'
import { findLicence } from '../store/licences.ts'
import { answeringOf } from './answering.ts'

/** A print of a licence, or a letter about it; supervision, who sees them masked, opens none. */
export async function openLicenceDocument(
  inside: Inside,
  who: Who,
  { id, document }: { readonly id: string; readonly document: string },
): Promise<Stream | Refusal> {
  const held = await findLicence(inside, id)
  const standing = held && licenceStandingOf(who, held.licence, await answeringOf(inside, who))
  if (!standing || standing === 'supervisor') return refuse('licence-not-found')
  const row = await inside.db
    .selectFrom('document')
    .select(['file', 'number', 'kind', 'application_id'])
    .where('id', '=', document)
    .where('licence_id', '=', id)
    .executeTakeFirst()
  const owing = who.kind === 'citizen' && row?.kind === 'licence' ? row.application_id : null
  const kept = owing
    ? nothingIsHandedOverWhileAFeeIsOwed(await inside.fees.owes(owing, 'before-delivery'))
    : undefined
  if (kept) return kept
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
