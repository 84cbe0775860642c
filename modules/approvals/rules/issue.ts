/**
 * 文书 — which official documents an entry of the journal calls for, and the ids by which they are issued once.
 */
import { createHash } from 'node:crypto'
import type { FeeData, IssuedKind, LicenceLetters, ProjectLetters } from '@mashang/document'
import { addDays } from '@mashang/kit'
import type { ApplicationEntries, ApplicationEntryKind } from '../contract/index.ts'

/** Kinds that this module issues; papers of a project are issued for the project. */
export type OwnKind = Exclude<IssuedKind, keyof ProjectLetters>

/** The character(s) of each kind in document numbers, after the organ's own: 大市监审受字. */
export const DOCUMENT_WORDS: Readonly<Record<OwnKind, string>> = {
  'material-receipt': '收',
  'correction-notice': '补',
  'decline-decision': '不受',
  'not-needed-notice': '不需',
  'acceptance-notice': '受',
  'clock-stop-notice': '特',
  'clock-resume-notice': '复',
  'extension-notice': '延',
  'grant-decision': '准',
  'refusal-decision': '不准',
  'delivery-record': '达',
  licence: '证',
  'withdrawal-confirmation': '撤',
  'revocation-notice': '拟撤',
  'revocation-decision': '撤销',
  'taking-back-decision': '撤回',
  'cancellation-decision': '注销',
  'payment-notice': '缴',
  'fee-receipt': '票',
  'red-receipt': '红',
  'opinion-request': '询',
  'announcement-notice': '示',
  'hearing-rights-notice': '听告',
  'hearing-notice': '听通',
}

/** Documents that a case calls for; letters about a licence are called for by its own journal. */
export type CaseDocument = Exclude<OwnKind, keyof LicenceLetters | FeePaper>

/** Papers of a payment; its own journal calls for them. */
export type FeePaper = keyof FeeData<unknown>

/** The document that an entry of each kind calls for at once; a decision's depends on its outcome. */
const CALLED_FOR: Partial<Record<ApplicationEntryKind, CaseDocument>> = {
  'correction-requested': 'correction-notice',
  accepted: 'acceptance-notice',
  declined: 'decline-decision',
  'found-not-needed': 'not-needed-notice',
  'clock-stopped': 'clock-stop-notice',
  'clock-resumed': 'clock-resume-notice',
  extended: 'extension-notice',
  decided: 'grant-decision',
  delivered: 'delivery-record',
  withdrawn: 'withdrawal-confirmation',
  'opinions-requested': 'opinion-request',
  announced: 'announcement-notice',
  'hearing-offered': 'hearing-rights-notice',
  'hearing-set': 'hearing-notice',
}

/** Entries of other kinds call for none: the material receipt is issued when it is first opened. */
export const KINDS_CALLING_FOR_A_DOCUMENT: readonly string[] = [...Object.keys(CALLED_FOR), 'rectified']

/** The document an entry calls for at once. */
export function documentCalledFor(kind: ApplicationEntryKind, content: unknown): CaseDocument | undefined {
  const isRefusal = kind === 'decided' && (content as ApplicationEntries['decided']).outcome !== 'grant'
  return isRefusal ? 'refusal-decision' : CALLED_FOR[kind]
}

/** A UUID (version 8) made of what it is for: issuing twice finds the first. */
function idMadeOf(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join('\u0000')).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

export function documentIdOf(caseId: string, revision: number, kind: IssuedKind): string {
  return idMadeOf('document', caseId, revision, kind)
}

/** The document that takes the place of one that repeated a slip, by the entry that put the slip right. */
export function reissuedIdOf(document: string, revision: number): string {
  return idMadeOf('reissued-document', document, revision)
}

/** The ledger of one pool of an item's quota. */
export function ledgerIdOf(item: string, year: string, value: string): string {
  return idMadeOf('quota', item, year, value)
}

export function receiptIdOf(caseId: string): string {
  return documentIdOf(caseId, 1, 'material-receipt')
}

export function licenceIdFor(caseId: string): string {
  return idMadeOf('licence', caseId)
}

export function evidenceIdOf(caseId: string, material: string, digests: string): string {
  return idMadeOf('evidence', caseId, material, digests)
}

/** Where a holder's word about offering a licence or a piece of evidence is kept. */
export function offerIdOf(source: string): string {
  return idMadeOf('evidence-offer', source)
}

/** One request that asked again for what was held; repeated with its key it is the same one. */
export function repeatedAskIdOf(caseId: string, actor: string, key: string): string {
  return idMadeOf('repeated-ask', caseId, actor, key)
}

/** Taken over twice, it is found the second time. */
export function takenOverIdFor(number: string): string {
  return idMadeOf('taken-over', number)
}

/** Day until which a licence is valid, inclusive: five years from 2026-12-03 end on 2031-12-02. */
export function validUntil(from: string, valid: string): string {
  const count = Number.parseInt(valid, 10)
  if (valid.endsWith('d')) return addDays(from, count - 1)
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const months = month - 1 + (valid.endsWith('y') ? count * 12 : count)
  const lastDay = new Date(Date.UTC(year, months + 1, 0))
  // From 29 February there may be no such day: the month's last is then the end itself.
  if (day > lastDay.getUTCDate()) return lastDay.toISOString().slice(0, 10)
  return addDays(new Date(Date.UTC(year, months, day)).toISOString().slice(0, 10), -1)
}
