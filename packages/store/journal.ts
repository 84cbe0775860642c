import { isRefusal, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import { type Kysely, sql } from 'kysely'
import { appendStatement, type PreparedAppend, prepareAppend } from './append-statement.ts'
import type { Append, Appended, Entry, Journal, Look } from './contract.ts'
import { withRetry } from './database.ts'
import { type EntryRow, entryOf } from './entry-row.ts'
import { type Together, together } from './together.ts'

/** PostgreSQL's codes: a row of that key is there; no value where one must be; a text it cannot hold. */
const UNIQUE_VIOLATION = '23505'
const NOT_NULL_VIOLATION = '23502'
const UNTRANSLATABLE = new Set(['22P05', '22021'])

/** The journal on a database that was migrated. */
export function createJournal(db: Kysely<unknown>): Journal {
  const begin = newCases(db)
  return {
    append: (append) => (append.expected === 0 ? begin(append) : write(db, [append])),
    appendAll: (appends) => write(db, appends),
    read: caseReader(db),
    findAnswer: (actorId, key, bodyDigest) => findAnswer(db, actorId, key, bodyDigest),
    recordLook: async (look) => {
      await sql`insert into journal.look (case_id, id, at, actor, what, reason) values
        (${look.caseId}, ${uuidv7()}, ${look.at}, ${JSON.stringify(look.actor)}, ${look.what}, ${look.reason})`.execute(
        db,
      )
    },
    listLooks: (caseIds, page) => listLooks(db, caseIds, page),
  }
}

async function listLooks(
  db: Kysely<unknown>,
  caseIds: readonly string[],
  { limit, before }: { readonly limit: number; readonly before?: string },
): ReturnType<Journal['listLooks']> {
  const found = await sql<Omit<Look, 'caseId' | 'at'> & { id: string; case_id: string; at: Date }>`
    select id, case_id, at, actor, what, reason from journal.look
    where case_id = any(${[...caseIds]}::uuid[]) and (${before ?? null}::uuid is null
      or (at, id) < (select at, id from journal.look where id = ${before ?? null}::uuid
        and case_id = any(${[...caseIds]}::uuid[])))
    order by at desc, id desc limit ${limit}`.execute(db)
  return found.rows.map(({ case_id, at, ...look }) => ({ ...look, caseId: case_id, at: at.toISOString() }))
}

/** Forgets answers given more than `days` ago; the number forgotten. */
export async function pruneAnswers(db: Kysely<unknown>, days = 30): Promise<number> {
  const gone =
    await sql`delete from journal.answer where at < now() - make_interval(days => ${days})`.execute(db)
  return Number(gone.numAffectedRows ?? 0n)
}

/** Statements that begin new cases, in progress at once: while one waits for the disk, another is at work. */
const AT_ONCE = 2
const SIZES = [1, 2, 3, 4, 6, 8, 12, 16]

/**
 * New cases share nothing with each other, so those that come at once are written by one statement: one round
 * trip, one commit, one flush to the disk. Where that statement fails, each is written by one of its own, and only
 * what is at fault is refused.
 */
function newCases(db: Kysely<unknown>): (append: Append) => Promise<Appended> {
  const shapes = new Map<string, Together<Append, Appended>>()
  return (append) => {
    const shape = shapeOf(append)
    const found =
      shapes.get(shape) ??
      together<Append, Appended>({ work: (batch) => beginAll(db, batch), atOnce: AT_ONCE, sizes: SIZES })
    shapes.set(shape, found)
    return found.do(append)
  }
}

/** Appends whose statements have the same text, as far as it shows from outside: each text is prepared once. */
function shapeOf({ stream, entries, alongside = [], once }: Append): string {
  const kinds = entries.map(({ kind }) => kind).join(' ')
  return `${stream} ${kinds} ${alongside.length} ${once !== undefined}`
}

async function beginAll(
  db: Kysely<unknown>,
  batch: readonly Append[],
): Promise<readonly (Appended | Promise<Appended>)[]> {
  const eachAlone = () => batch.map((append) => write(db, [append]))
  if (batch.length === 1) return eachAlone()
  try {
    const prepared = batch.map(prepareAppend)
    await withRetry(() => db.executeQuery(appendStatement(prepared)))
    return prepared.map(({ entries }) => ({ outcome: 'appended', entries }))
  } catch {
    return eachAlone()
  }
}

async function write(db: Kysely<unknown>, appends: readonly Append[]): Promise<Appended> {
  const prepared = appends.map(prepareAppend)
  const statement = appendStatement(prepared)
  try {
    await withRetry(() => db.executeQuery(statement))
  } catch (error) {
    const explained = await explain(db, prepared, error)
    if (explained === undefined) throw error
    return explained
  }
  return { outcome: 'appended', entries: prepared.flatMap(({ entries }) => entries) }
}

/**
 * The statement was undone as a whole. Tells a repeated request, then a case that went on, from a fault: which
 * constraint PostgreSQL meets first is its own affair, so what stands in the tables decides.
 */
async function explain(
  db: Kysely<unknown>,
  prepared: readonly PreparedAppend[],
  error: unknown,
): Promise<Appended | undefined> {
  const { code } = error as { code?: unknown }
  if (UNTRANSLATABLE.has(String(code))) return refuse('text-not-accepted')
  if (code !== UNIQUE_VIOLATION && code !== NOT_NULL_VIOLATION) return undefined
  for (const { append } of prepared) {
    if (append.once === undefined) continue
    const { key, bodyDigest } = append.once
    const found = await findAnswer(db, append.actor.id, key, bodyDigest)
    if (found !== undefined) return isRefusal(found) ? found : { outcome: 'repeated', answer: found.answer }
  }
  for (const { append } of prepared) {
    const actual = await revisionOf(db, append.caseId)
    if (actual !== append.expected) {
      return refuse('case-changed', { facts: { caseId: append.caseId, expected: append.expected, actual } })
    }
  }
  return undefined
}

async function revisionOf(db: Kysely<unknown>, caseId: string): Promise<number> {
  const found = await sql<{ revision: number }>`
    select revision from journal.entry where case_id = ${caseId} order by revision desc limit 1`.execute(db)
  return found.rows[0]?.revision ?? 0
}

/** What is none would fail the statement for all that are read with it. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Cases that are asked for at the same time are read by one statement. */
function caseReader(db: Kysely<unknown>): Journal['read'] {
  const reads = together<{ readonly stream: string; readonly caseId: string }, readonly Entry[]>({
    work: async (asked) => {
      const ids = [...new Set(asked.map(({ caseId }) => caseId))].filter((id) => UUID.test(id))
      const found = await sql<EntryRow>`
        select stream, case_id, revision, kind, at, actor, content, salt, digest from journal.entry
        where case_id = any(${ids}::uuid[]) order by case_id, revision`.execute(db)
      return asked.map(({ stream, caseId }) =>
        found.rows
          .filter((row) => row.case_id === caseId.toLowerCase() && row.stream === stream)
          .map(entryOf),
      )
    },
    atOnce: 4,
    sizes: Array.from({ length: 50 }, (_, index) => index + 1),
  })
  return (stream, caseId) => reads.do({ stream, caseId })
}

async function findAnswer(
  db: Kysely<unknown>,
  actorId: string,
  key: string,
  bodyDigest: string,
): Promise<Refusal | { answer: unknown } | undefined> {
  const found = await sql<{ body_digest: string; answer: unknown }>`
    select body_digest, answer from journal.answer where actor_id = ${actorId} and key = ${key}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return undefined
  return row.body_digest === bodyDigest
    ? { answer: row.answer }
    : refuse('key-used-for-another-request', { facts: { key } })
}
