/** The forms of a receipt: JSON, and the text of C2SP `tlog-proof` (c2sp.org/tlog-proof), small enough for a QR code. */
import { type Actor, type Refusal, refuse } from '@mashang/kit'
import { base64Of, findBytesOfBase64, findText, isHex, utf8 } from './bytes.ts'
import type { Digestible } from './digest.ts'

export const RECEIPT_FORMAT = 'mashang-receipt/1'

/**
 * 回执 — proof that one entry of a case's journal stands in the public log, to be checked offline with nothing
 * but the log's verifier key. Without `entry` it proves a digest only: what a third party may be shown.
 */
export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT
  /** The log's origin, e.g. `mashang.example/dalian/log`. */
  readonly log: string
  /** The entry's digest in hex: 32 bytes, the leaf's content. */
  readonly digest: string
  /** All that the digest covers, the salt included. */
  readonly entry?: Digestible
  /** Index of the leaf, from 0. */
  readonly leaf: number
  /** Inclusion proof (RFC 6962 §2.1.1): hashes in base64, the leaf's sibling first. */
  readonly proof: readonly string[]
  /** The signed checkpoint (C2SP) of the tree that the proof leads to. */
  readonly checkpoint: string
}

/** The receipt without the entry's content: it still proves that this digest stands in the log. */
export function withoutEntry({ entry: _, ...receipt }: Receipt): Receipt {
  return receipt
}

const TEXT_HEAD = 'c2sp.org/tlog-proof@v1'

/**
 * The receipt as a text that other verifiers of C2SP logs read too. Its extra data is ours: the digest, which
 * is the log's record, and the entry if the receipt has one. About 1.2 kB without entry in a log of a million.
 */
export function formatReceipt({ digest, entry, leaf, proof, checkpoint }: Receipt): string {
  const extra = base64Of(utf8(JSON.stringify({ digest, entry })))
  return [TEXT_HEAD, `extra ${extra}`, `index ${leaf}`, ...proof, '', checkpoint].join('\n')
}

/** Takes a receipt as a value, as JSON text or as `formatReceipt` wrote it; refuses with `receipt-malformed`. */
export function readReceipt(given: unknown): Receipt | Refusal {
  const value = typeof given === 'string' ? findValue(given) : given
  return findReceipt(value) ?? refuse('receipt-malformed')
}

function findValue(text: string): unknown {
  // A form sends other line ends, and a copied text often lacks the last one.
  const lines = `${text.replaceAll('\r\n', '\n').trim()}\n`
  return lines.startsWith(TEXT_HEAD) ? findValueOfText(lines) : findJson(text)
}

function findJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const TEXT =
  /^c2sp\.org\/tlog-proof@v1\nextra (?<extra>[A-Za-z0-9+/=]+)\nindex (?<leaf>0|[1-9]\d{0,15})\n(?<proof>(?:[A-Za-z0-9+/=]+\n)*)\n(?<checkpoint>[\s\S]+)$/

function findValueOfText(text: string): unknown {
  const parts = TEXT.exec(text)?.groups
  const bytes = parts?.extra === undefined ? undefined : findBytesOfBase64(parts.extra)
  const extra = bytes === undefined ? undefined : findJson(findText(bytes) ?? '')
  if (!isRecord(extra) || parts?.proof === undefined || parts.checkpoint === undefined) return undefined
  return {
    format: RECEIPT_FORMAT,
    log: parts.checkpoint.split('\n', 1)[0],
    digest: extra.digest,
    entry: extra.entry,
    leaf: Number(parts.leaf),
    proof: parts.proof.split('\n').slice(0, -1),
    checkpoint: parts.checkpoint,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A tree of safe integers is no higher. */
const LONGEST_PROOF = 53

function findReceipt(value: unknown): Receipt | undefined {
  if (!isRecord(value) || value.format !== RECEIPT_FORMAT) return undefined
  const { log, digest, entry, leaf, proof, checkpoint } = value
  if (typeof log !== 'string' || !isHexOf(digest, 32) || typeof checkpoint !== 'string') return undefined
  if (typeof leaf !== 'number' || !Number.isSafeInteger(leaf) || leaf < 0) return undefined
  if (!isTexts(proof) || proof.length > LONGEST_PROOF) return undefined
  const receipt: Receipt = { format: RECEIPT_FORMAT, log, digest, leaf, proof, checkpoint }
  if (entry === undefined) return receipt
  const read = findEntry(entry)
  return read && { ...receipt, entry: read }
}

function isHexOf(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && isHex(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

const ACTOR_KINDS: readonly unknown[] = [
  'anonymous',
  'citizen',
  'staff',
  'machine',
  'system',
] satisfies Actor['kind'][]

/** Takes only what the digest covers, so that nothing unproven travels along. */
function findEntry(value: unknown): Digestible | undefined {
  if (!isRecord(value) || !isRecord(value.actor) || !('content' in value)) return undefined
  const { stream, caseId, revision, kind, at, actor, content, salt } = value
  if (typeof stream !== 'string' || typeof caseId !== 'string' || typeof revision !== 'number')
    return undefined
  if (typeof kind !== 'string' || typeof at !== 'string' || !isHexOf(salt, 16)) return undefined
  if (!ACTOR_KINDS.includes(actor.kind)) return undefined
  if (typeof actor.id !== 'string' || typeof actor.name !== 'string') return undefined
  const who = { kind: actor.kind as Actor['kind'], id: actor.id, name: actor.name }
  return { stream, caseId, revision, kind, at, actor: who, content, salt }
}
