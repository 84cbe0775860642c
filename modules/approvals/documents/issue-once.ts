/**
 * 文书 — one official document: numbered, rendered, sealed, signed, stored, journaled; however often it is called for.
 */
import type { IssuedData } from '@mashang/document'
import type { Organ } from '@mashang/flow'
import { type Actor, isRefusal, legalDayOf } from '@mashang/kit'
import type { DocumentEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { newCode } from '../licences/store/licences.ts'
import { DOCUMENT_WORDS, type OwnKind } from '../rules/issue.ts'
import { saveDocument, saveReplaced } from '../store/issued-rows.ts'
import { takeDocumentNumber } from '../store/numbers.ts'

const ISSUER: Actor = { kind: 'system', id: 'approvals.issue-documents', name: '' }

type Issued = DocumentEntries['issued']

interface ToIssue<K extends OwnKind> {
  /** Made of what it is for, so that issuing twice finds the first. */
  readonly id: string
  readonly kind: K
  readonly organ: Organ
  /** Instant of the entry that calls for it: the date on the document. */
  readonly at: string
  /** What it says, once it has its number and the code of its QR. */
  readonly data: (number: string, code: string) => IssuedData[K]
  /** Of a print of a licence, the code that the licence's journal gave it. */
  readonly code?: string | undefined
  readonly content: Omit<Issued, 'kind' | 'number' | 'code' | 'dated' | 'organ' | 'file' | 'size'>
}

export async function issueOnce<K extends OwnKind>(inside: Inside, what: ToIssue<K>): Promise<void> {
  const { id, kind, organ, at } = what
  const there = await inside.db.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()
  if (there) return
  const word = `${inside.city.documentWord}${organ['document-word']}审${DOCUMENT_WORDS[kind]}字`
  const number = await takeDocumentNumber(inside.db, id, word, legalDayOf(at).slice(0, 4))
  const code = what.code ?? newCode()
  const file = await printAndStore(inside, kind, what.data(number, code), at)
  const content: Issued = {
    ...what.content,
    kind,
    number,
    code,
    dated: at,
    organ: organ.id,
    file: file.digest,
    size: file.size,
  }
  const appended = await inside.journal.append({
    stream: 'document',
    caseId: id,
    expected: 0,
    at: inside.clock.now().toISOString(),
    actor: ISSUER,
    entries: [{ kind: 'issued', content }],
    alongside: [saveDocument(inside.db, id, content)],
  })
  // Another worker was faster with the same document: there is one, as there should be.
  if (isRefusal(appended) && appended.code !== 'case-changed') {
    throw new Error(`document ${number} could not be journaled: ${appended.code}`)
  }
}

/** 被替代 — what was issued stays what it was; from now on it verifies as replaced. Once, however often it is asked. */
export async function replaceDocument(
  inside: Inside,
  id: string,
  by: { readonly id: string; readonly at: string },
): Promise<void> {
  const { db } = inside
  const next = await db.selectFrom('document').select('number').where('id', '=', by.id).executeTakeFirst()
  const was = await db.selectFrom('document').select('replaced_by').where('id', '=', id).executeTakeFirst()
  if (!was || was.replaced_by) return
  const content: DocumentEntries['replaced'] = { by: by.id, number: next?.number ?? '' }
  const appended = await inside.journal.append({
    stream: 'document',
    caseId: id,
    expected: 1,
    at: by.at,
    actor: ISSUER,
    entries: [{ kind: 'replaced', content }],
    alongside: [saveReplaced(db, id, content, by.at)],
  })
  if (isRefusal(appended) && appended.code !== 'case-changed')
    throw new Error(`document ${id} could not be replaced: ${appended.code}`)
}

async function printAndStore<K extends OwnKind>(
  inside: Inside,
  kind: K,
  data: IssuedData[K],
  at: string,
): Promise<{ digest: string; size: number }> {
  const { pdf } = await inside.documents.issue(kind, data, new Date(at))
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
