import type { Actor } from '@mashang/kit'
import type { Entry } from './contract.ts'

/** A row of `journal.entry` as the driver gives it. */
export interface EntryRow {
  readonly stream: string
  readonly case_id: string
  readonly revision: number
  readonly kind: string
  readonly at: Date
  readonly actor: Actor
  readonly content: unknown
  readonly salt: Buffer
  readonly digest: Buffer
}

export function entryOf(row: EntryRow): Entry {
  return {
    stream: row.stream,
    caseId: row.case_id,
    revision: row.revision,
    kind: row.kind,
    at: row.at.toISOString(),
    actor: row.actor,
    content: row.content,
    salt: row.salt.toString('hex'),
    digest: row.digest.toString('hex'),
  }
}
