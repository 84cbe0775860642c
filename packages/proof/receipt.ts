/** Receipts: what lets anyone check, without asking us, that an entry stands in the public log. */
import { isRefusal, type Refusal, refuse, type Words } from '@mashang/kit'
import { bytesOfHex, findBytesOfBase64, hexOf } from './bytes.ts'
import { type Checkpoint, openCheckpoint, readCheckpoint } from './checkpoint.ts'
import { type Digestible, digestOf } from './digest.ts'
import { hashLeaf, verifyInclusion } from './merkle.ts'
import { readNote, readVerifierKey } from './note.ts'
import { type Receipt, readReceipt } from './receipt-format.ts'
import { type FindingResult, RECEIPT_STEPS, type ReceiptStep, STEP_WORDS } from './receipt-words.ts'

/** One step of the check, in the order a reader follows it. */
export interface Finding {
  readonly step: ReceiptStep
  readonly result: FindingResult
  readonly words: Words
}

/** What a valid receipt proves; show a reader these values, not others that came along with it. */
export interface VerifiedReceipt {
  readonly valid: true
  readonly findings: readonly Finding[]
  readonly log: string
  readonly leaf: number
  readonly digest: string
  readonly entry?: Digestible
  /** Leaves in the tree of the checkpoint, and its root in hex. */
  readonly size: number
  readonly root: string
}

/**
 * Checks a receipt, in any form `readReceipt` takes, with the log's verifier key (`name+id+base64`) alone.
 * Refuses with `receipt-malformed`, `log-key-malformed`, `receipt-entry-altered`, `receipt-not-in-log`,
 * `receipt-not-signed`; the facts of the last three hold all findings.
 */
export function verifyReceipt(given: unknown, verifierKey: string): VerifiedReceipt | Refusal {
  const receipt = readReceipt(given)
  if (isRefusal(receipt)) return receipt
  const key = readVerifierKey(verifierKey)
  if (isRefusal(key)) return key
  const { log, leaf, digest, entry } = receipt
  const claimed = findClaim(receipt.checkpoint)
  const opened = openCheckpoint(receipt.checkpoint, key)
  const results: Record<ReceiptStep, FindingResult> = {
    'entry-has-digest': entry === undefined ? 'not-shown' : resultOf(findDigest(entry) === digest),
    'leaf-in-tree': resultOf(claimed !== undefined && isInTree(receipt, claimed)),
    'checkpoint-signed': resultOf(!isRefusal(opened) && opened.origin === log),
  }
  const findings = RECEIPT_STEPS.map((step) => {
    return { step, result: results[step], words: STEP_WORDS[step][results[step]] }
  })
  const facts = { log, leaf, digest, findings }
  if (results['entry-has-digest'] === 'fails') return refuse('receipt-entry-altered', { facts })
  if (results['leaf-in-tree'] === 'fails') return refuse('receipt-not-in-log', { facts })
  if (isRefusal(opened)) return refuse('receipt-not-signed', { facts: { ...facts, cause: opened.code } })
  if (opened.origin !== log) {
    return refuse('receipt-not-signed', { facts: { ...facts, cause: 'checkpoint-of-another-log' } })
  }
  return { valid: true, findings, log, leaf, digest, entry, size: opened.size, root: hexOf(opened.root) }
}

function resultOf(holds: boolean): FindingResult {
  return holds ? 'holds' : 'fails'
}

/** The checkpoint as it is claimed, its signature not yet looked at. */
function findClaim(checkpoint: string): Checkpoint | undefined {
  const note = readNote(checkpoint)
  const claim = isRefusal(note) ? note : readCheckpoint(note.text)
  return isRefusal(claim) ? undefined : claim
}

function isInTree({ leaf, digest, proof }: Receipt, { size, root }: Checkpoint): boolean {
  const hashes = proof.map(findBytesOfBase64).filter((hash) => hash !== undefined)
  if (hashes.length !== proof.length) return false
  return verifyInclusion({ leaf: hashLeaf(bytesOfHex(digest)), index: leaf, size, proof: hashes, root })
}

/** Undefined where the entry has no canonical JSON: then it cannot be what was logged. */
function findDigest(entry: Digestible): string | undefined {
  try {
    return digestOf(entry)
  } catch {
    return undefined
  }
}
