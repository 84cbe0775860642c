/**
 * 文书 — issues the official documents that entries call for: rendered, sealed, signed, stored, journaled; each once.
 */
import { randomBytes } from 'node:crypto'
import { DOCUMENT_TITLES, type IssuedKind } from '@mashang/document'
import { type Actor, isRefusal, legalDayOf, licenceIdOf } from '@mashang/kit'
import type { Entry } from '@mashang/store'
import type { DocumentEntries, LicenceEntries } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { DOCUMENT_WORDS, documentIdOf, licenceIdFor, validUntil } from '../rules/issue.ts'
import type { Case } from '../store/cases.ts'
import { saveDocument, saveLicence } from '../store/issued-rows.ts'
import { takeDocumentNumber } from '../store/numbers.ts'
import { DOCUMENT_MAKERS, type IssuedLicence, type Issuing, shownFields } from './document-data.ts'

const ISSUER: Actor = { kind: 'system', id: 'approvals.issue-documents', name: '' }

/** Issues one document, and with a grant the licence it is about. */
export async function issueFor(
  inside: Inside,
  found: Case,
  entry: Pick<Entry, 'revision' | 'at'>,
  kind: IssuedKind,
): Promise<void> {
  const licensed = kind === 'grant-decision' && found.item.result.licence !== undefined
  const licence = licensed ? await ensureLicence(inside, found, entry.at) : undefined
  await issueOnce(inside, found, entry, kind, licence)
  if (licence) await issueOnce(inside, found, entry, 'licence', licence)
}

async function issueOnce(
  inside: Inside,
  found: Case,
  entry: Pick<Entry, 'revision' | 'at'>,
  kind: IssuedKind,
  licence: IssuedLicence | undefined,
): Promise<void> {
  const id = documentIdOf(found.id, entry.revision, kind)
  const there = await inside.db.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()
  if (there) return
  const organ = getOrgan(inside.city, found.item.organ)
  const word = `${inside.city.documentWord}${organ['document-word']}审${DOCUMENT_WORDS[kind]}字`
  const number = await takeDocumentNumber(inside.db, id, word, legalDayOf(entry.at).slice(0, 4))
  const code = newCode()
  const issuing: Issuing = { found, organ, number, code, at: entry.at, licence }
  const file = await printAndStore(inside, kind, issuing)
  const content: DocumentEntries['issued'] = {
    kind,
    number,
    code,
    title:
      kind === 'licence' && licence
        ? { zh: licence.title, en: found.item.result.name.en ?? licence.title }
        : DOCUMENT_TITLES[kind],
    application: found.id,
    applicationNumber: found.application.number,
    revision: entry.revision,
    dated: entry.at,
    organ: organ.id,
    file: file.digest,
    size: file.size,
    shows: [
      { label: '办件编号', text: found.application.number },
      { label: '事项', text: found.item.name.zh },
    ],
    ...(kind === 'licence' && licence ? { licence: licence.id } : {}),
  }
  const at = inside.clock.now().toISOString()
  const appended = await inside.journal.append({
    stream: 'document',
    caseId: id,
    expected: 0,
    at,
    actor: ISSUER,
    entries: [{ kind: 'issued', content }],
    alongside: [saveDocument(inside.db, id, content)],
  })
  // Another worker was faster with the same document: there is one, as there should be.
  if (isRefusal(appended) && appended.code !== 'case-changed') {
    throw new Error(`document ${number} could not be journaled: ${appended.code}`)
  }
}

async function printAndStore(
  inside: Inside,
  kind: IssuedKind,
  issuing: Issuing,
): Promise<{ digest: string; size: number }> {
  const { pdf } = await inside.documents.issue(
    kind,
    DOCUMENT_MAKERS[kind](inside, issuing),
    new Date(issuing.at),
  )
  const stored = await inside.files.put({
    name: `${kind}.pdf`,
    body: chunksOf(pdf),
    maxBytes: 100 * 1_048_576,
    accepts: ['application/pdf'],
  })
  if (isRefusal(stored))
    throw new Error(`a document of our own was refused by the file store: ${stored.code}`)
  return stored
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The licence of a granted case: made once, found again. */
async function ensureLicence(inside: Inside, found: Case, at: string): Promise<IssuedLicence> {
  const id = licenceIdFor(found.id)
  const [entry] = await inside.journal.read('licence', id)
  if (entry) return { id, ...(entry.content as LicenceEntries['issued']) }
  const { application, item } = found
  const organ = getOrgan(inside.city, item.organ)
  const year = legalDayOf(at).slice(0, 4)
  const number = await takeDocumentNumber(
    inside.db,
    id,
    `${inside.city.documentWord}${organ['document-word']}许证字`,
    year,
  )
  const from = legalDayOf(at)
  const { applicant } = application
  const type = item.result.licence ?? 'licence'
  const content: LicenceEntries['issued'] = {
    number,
    identifier: licenceIdOf({
      type: type.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''),
      issuer: organ.uscc ?? inside.city.region,
      serial: application.number.replaceAll('-', ''),
      version: 1,
    }),
    code: newCode(),
    type,
    title: item.result.name.zh,
    holder: {
      kind: applicant.kind,
      name: applicant.name,
      code: applicant.kind === 'person' ? applicant.idCard : applicant.uscc,
    },
    personId: applicant.personId,
    application: found.id,
    item: application.item,
    organ: organ.id,
    from,
    ...(item.result.valid ? { to: validUntil(from, item.result.valid) } : {}),
    shows: shownFields(inside, found),
  }
  const appended = await inside.journal.append({
    stream: 'licence',
    caseId: id,
    expected: 0,
    at: inside.clock.now().toISOString(),
    actor: ISSUER,
    entries: [{ kind: 'issued', content }],
    alongside: [saveLicence(inside.db, id, content)],
  })
  if (!isRefusal(appended)) return { id, ...content }
  if (appended.code !== 'case-changed')
    throw new Error(`licence ${number} could not be journaled: ${appended.code}`)
  return ensureLicence(inside, found, at)
}

/** 80 random bits in 16 characters that nobody confuses (Crockford's base 32), grouped for reading aloud. */
function newCode(): string {
  const characters = [...randomBytes(16)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}
