/** Signed tree heads (C2SP `tlog-checkpoint`, c2sp.org/tlog-checkpoint). */
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import { base64Of, findBytesOfBase64 } from './bytes.ts'
import { HASH_SIZE, type Hash } from './merkle.ts'
import { openNote, type Signer, signNote, type VerifierKey } from './note.ts'

export interface Checkpoint {
  /** The log's name, e.g. `mashang.example/dalian/log`. */
  readonly origin: string
  /** Leaves in the tree. */
  readonly size: number
  readonly root: Hash
  /** Further lines, which no monitor can check. */
  readonly extensions?: readonly string[]
}

export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  const lines = [origin, String(size), base64Of(root), ...extensions]
  if (lines.some((line) => line === '' || line.includes('\n')))
    throw new TypeError('a line of a checkpoint is empty')
  return `${lines.join('\n')}\n`
}

/** Refuses with `checkpoint-malformed`. */
export function readCheckpoint(text: string): Checkpoint | Refusal {
  const malformed = refuse('checkpoint-malformed')
  if (!text.endsWith('\n')) return malformed
  const lines = text.slice(0, -1).split('\n')
  const [origin, size, base64, ...extensions] = lines
  if (origin === undefined || size === undefined || base64 === undefined || lines.includes(''))
    return malformed
  const root = findBytesOfBase64(base64)
  const count = /^(?:0|[1-9]\d{0,15})$/.test(size) ? Number(size) : Number.NaN
  if (root?.length !== HASH_SIZE || !Number.isSafeInteger(count)) return malformed
  return { origin, size: count, root, extensions }
}

/** The checkpoint as a note signed by the log. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  return signNote(formatCheckpoint(checkpoint), [signer])
}

/**
 * A checkpoint of the log that the key names. Refuses as `openNote` does, and with `checkpoint-malformed` and
 * `checkpoint-of-another-log`.
 */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint | Refusal {
  const text = openNote(note, key)
  if (isRefusal(text)) return text
  const checkpoint = readCheckpoint(text)
  if (isRefusal(checkpoint) || checkpoint.origin === key.name) return checkpoint
  return refuse('checkpoint-of-another-log', { facts: { expected: key.name, found: checkpoint.origin } })
}
