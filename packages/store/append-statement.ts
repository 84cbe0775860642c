import { randomFillSync } from 'node:crypto'
import { digestOf } from '@mashang/proof'
import { type CompiledQuery, type Expression, type RawBuilder, sql } from 'kysely'
import { compiler } from './compiler.ts'
import type { Alongside, Append, Entry } from './contract.ts'

/** An append with its entries complete: revisions, salts, digests. */
export interface PreparedAppend {
  readonly append: Append
  readonly entries: readonly Entry[]
}

/** Throws on what a module may never do: no entries, an instant that is no ISO 8601 UTC with milliseconds. */
export function prepareAppend(append: Append): PreparedAppend {
  const { stream, caseId, expected, at, actor } = append
  if (append.entries.length === 0) throw new Error(`an append to ${stream} ${caseId} without entries`)
  if (!Number.isInteger(expected) || expected < 0)
    throw new Error(`the revision ${expected} cannot be expected`)
  if (new Date(at).toISOString() !== at)
    throw new Error(`an entry's instant is like 2026-03-01T01:02:03.004Z, not ${at}`)
  const entries = append.entries.map(({ kind, content }, index) => {
    const bare = { stream, caseId, revision: expected + index + 1, kind, at, actor, content, salt: newSalt() }
    return { ...bare, digest: digestOf(bare) }
  })
  return { append, entries }
}

const random = Buffer.alloc(4096)
let taken = random.length

/** 16 random bytes in hex, taken from a larger draw: a draw for each salt would cost more than its digest. */
function newSalt(): string {
  if (taken === random.length) {
    randomFillSync(random)
    taken = 0
  }
  taken += 16
  return random.toString('hex', taken - 16, taken)
}

/**
 * The one statement of an append. Its text depends only on the number of entries and on the texts alongside, so
 * that each shape is parsed and planned once.
 *
 * A case that goes on reads the revision of its first new entry from the entry before. Where that is missing
 * (or of another stream) the revision is null, which the table refuses, and with it the whole statement.
 */
export function appendStatement(prepared: readonly PreparedAppend[]): CompiledQuery {
  const parts: RawBuilder<unknown>[] = [
    sql`entries as (insert into journal.entry
      (stream, case_id, revision, kind, at, actor, content, salt, digest) values ${sql.join(prepared.flatMap(entryRows))})`,
    sql`pending as (insert into journal.pending (case_id, revision, digest) values ${sql.join(prepared.flatMap(pendingRows))})`,
  ]
  const answers = prepared.flatMap(answerRows)
  if (answers.length > 0) {
    parts.push(
      sql`answers as (insert into journal.answer (actor_id, key, body_digest, answer) values ${sql.join(answers)})`,
    )
  }
  const alongside = prepared.flatMap(({ append }) => append.alongside ?? [])
  for (const [index, one] of alongside.entries()) {
    parts.push(sql`${nameOf(index)} as (${one as Expression<unknown>})`)
  }
  // PostgreSQL leaves out a select that nothing reads, and the function it calls with it.
  const reads = alongside.flatMap((one, index) =>
    isSelect(one) ? [sql`(select count(*) from ${nameOf(index)})`] : [],
  )
  return sql`with ${sql.join(parts)} select ${reads.length > 0 ? sql.join(reads) : sql``}`.compile(compiler)
}

const nameOf = (index: number) => sql.raw(`alongside${index}`)

function isSelect(one: Alongside): boolean {
  const node = one.toOperationNode() as { kind: string; sqlFragments?: readonly string[] }
  if (node.kind !== 'RawNode') return node.kind === 'SelectQueryNode'
  return /^\s*select\b/i.test(node.sqlFragments?.[0] ?? '')
}

function entryRows({ append, entries }: PreparedAppend): RawBuilder<unknown>[] {
  const { stream, caseId, expected, at } = append
  const actor = JSON.stringify(append.actor)
  return entries.map((entry, index) => {
    const revision =
      index === 0 && expected > 0
        ? sql`(select revision + 1 from journal.entry
            where case_id = ${caseId} and revision = ${expected} and stream = ${stream})`
        : sql`${entry.revision}`
    return sql`(${stream}, ${caseId}, ${revision}, ${entry.kind}, ${at}, ${actor}, ${JSON.stringify(entry.content)},
      ${Buffer.from(entry.salt, 'hex')}, ${Buffer.from(entry.digest, 'hex')})`
  })
}

function pendingRows({ entries }: PreparedAppend): RawBuilder<unknown>[] {
  return entries.map(
    (entry) =>
      sql`(${entry.caseId}::uuid, ${entry.revision}::integer, ${Buffer.from(entry.digest, 'hex')}::bytea)`,
  )
}

function answerRows({ append }: PreparedAppend): RawBuilder<unknown>[] {
  if (append.once === undefined) return []
  const { key, bodyDigest, answer } = append.once
  return [sql`(${append.actor.id}, ${key}, ${bodyDigest}, ${JSON.stringify(answer)})`]
}
