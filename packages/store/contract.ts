/**
 * What the store promises, apart from how PostgreSQL keeps it. Modules see these types only.
 *
 * One journal holds every case of every module. An append is ONE statement, hence one transaction and one
 * round trip: idempotency key, entries, the row for the sequencer, and the module's own summary rows.
 */
import type { Actor, LookReason, Refusal } from '@mashang/kit'
import type { CompiledQuery, Kysely, RawBuilder } from 'kysely'

/** One entry of a case's journal, as a module writes it. `content` is plain JSON. */
export interface NewEntry<K extends string = string, C = unknown> {
  readonly kind: K
  readonly content: C
}

/** One entry as it stands in the journal. */
export interface Entry<K extends string = string, C = unknown> extends NewEntry<K, C> {
  /** UUIDv7 of the case this entry belongs to. */
  readonly caseId: string
  /** `application`, `licence`, `document`, `account` … : the kind of case. */
  readonly stream: string
  /** 1, 2, 3 … without a gap inside the case. */
  readonly revision: number
  /** Instant, ISO 8601 UTC with milliseconds. */
  readonly at: string
  readonly actor: Actor
  /** 16 random bytes in hex, so that a digest of few possible contents cannot be guessed. */
  readonly salt: string
  /** SHA-256 in hex over the salt and the canonical JSON of the entry; see `digestOf` in @mashang/proof. */
  readonly digest: string
}

/** A statement built with kysely that an append carries into its own transaction (summary rows). */
export type Alongside = RawBuilder<unknown> | { compile(): CompiledQuery; toOperationNode(): unknown }

export interface Append {
  readonly stream: string
  readonly caseId: string
  /** Revision the writer has seen; 0 for a new case. Another one there = `conflict`. */
  readonly expected: number
  readonly at: string
  readonly actor: Actor
  readonly entries: readonly NewEntry[]
  /** Summary statements (insert/update/delete without result) to run in the same transaction. */
  readonly alongside?: readonly Alongside[]
  /** Idempotency: the same key and body gets `answer` again, the same key with another body is refused. */
  readonly once?: { readonly key: string; readonly bodyDigest: string; readonly answer: unknown }
}

/**
 * `appended`: written now. `repeated`: this key and body was answered before; `answer` is that answer.
 * Refusals: `case-changed` (facts: expected, actual) and `key-used-for-another-request`.
 */
export type Appended =
  | { readonly outcome: 'appended'; readonly entries: readonly Entry[] }
  | { readonly outcome: 'repeated'; readonly answer: unknown }
  | Refusal

export interface Journal {
  append(append: Append): Promise<Appended>
  /** Several cases in one transaction (e.g. decision and licence): all or none. */
  appendAll(appends: readonly Append[]): Promise<Appended>
  /** All entries of a case by revision; empty when there is none. */
  read(stream: string, caseId: string): Promise<readonly Entry[]>
  /** An answer given before under this key by this actor, to reply before any work is done. */
  findAnswer(
    actorId: string,
    key: string,
    bodyDigest: string,
  ): Promise<Refusal | { answer: unknown } | undefined>
  /** Personal data shown: who looked at what, why. Durable, apart from the case's own entries. */
  recordLook(look: Look): Promise<void>
  /** Who looked at these cases, the newest first: fewer than `limit`, or those before the id `before`. */
  listLooks(
    caseIds: readonly string[],
    page: { readonly limit: number; readonly before?: string },
  ): Promise<readonly (Look & { readonly id: string })[]>
}

/** 查看留痕 — one showing of personal data to a member of staff. */
export interface Look {
  readonly actor: Actor
  /** Instant, ISO 8601. */
  readonly at: string
  /** The case it belongs to; the person's own account where there is none. */
  readonly caseId: string
  /** What was shown: `application`, `person`, `project`. */
  readonly what: string
  readonly reason: LookReason
}

/** A subscriber of one module; it sees sequenced entries in order, at least once, and must be idempotent. */
export interface Subscriber {
  /** Unique, e.g. `approvals.issue-documents`; its position is kept under this name. */
  readonly name: string
  readonly streams: readonly string[]
  readonly kinds?: readonly string[]
  handle(entry: Sequenced): Promise<void>
  /** Takes what came since at once, where that is cheaper than one after the other: all, or none where it throws. */
  handleAll?(entries: readonly Sequenced[]): Promise<void>
}

/** An entry with its place in the public log. */
export type Sequenced = Entry & { readonly leaf: number }

/** A summary that can be dropped and made again from the journal (`mashang rebuild`). */
export interface Summary {
  /** e.g. `approvals.application`. */
  readonly name: string
  readonly streams: readonly string[]
  /** Empties its tables. */
  clear(): readonly Alongside[]
  /** The statements that bring the summary of one case up to date, from all of its entries. */
  project(caseId: string, entries: readonly Entry[]): readonly Alongside[] | Promise<readonly Alongside[]>
  /** What is made of all cases together, once they are there: in order, in one transaction. */
  finish?(): readonly Alongside[]
}

/** A stored file: content-addressed, so that the same bytes are kept once. */
export interface StoredFile {
  /** SHA-256 of the content in hex: its address. */
  readonly digest: string
  readonly size: number
  /** Sniffed from the content, never believed from the name. */
  readonly type: string
}

export interface Files {
  /**
   * Streams to storage with a running digest; never held whole in memory.
   * Refusals: `file-too-large` (facts: limit), `file-empty`, `file-type-not-accepted` (facts: found, accepted),
   * `file-name-not-accepted`, `file-type-mismatch` (facts: name, found), `upload-broken-off`.
   */
  put(upload: {
    readonly name: string
    readonly body: AsyncIterable<Uint8Array>
    readonly maxBytes: number
    /** MIME types accepted, e.g. `application/pdf`. */
    readonly accepts: readonly string[]
  }): Promise<StoredFile | Refusal>
  /** Opens a file for reading; undefined when there is none. */
  open(digest: string): Promise<{ size: number; body: AsyncIterable<Uint8Array> } | undefined>
}

/** A migration folder of one module: `schema` and the plain SQL files `0001-….sql` in order. */
export interface Migrations {
  readonly module: string
  readonly folder: string
}

/** Work put off: graphile-worker tasks, enqueued beside an append or alone. */
export interface Jobs {
  enqueue(
    task: string,
    payload: unknown,
    options?: { readonly at?: Date; readonly key?: string },
  ): Promise<void>
}

/** Everything a module is handed. */
export interface Store {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly files: Files
  readonly jobs: Jobs
}
