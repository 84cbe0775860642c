import { type CompiledQuery, type Expression, type Kysely, sql, type Transaction } from 'kysely'
import { compiler } from './compiler.ts'
import type { Alongside, Entry, Summary } from './contract.ts'
import { withRetry } from './database.ts'
import { type EntryRow, entryOf } from './entry-row.ts'

export interface RebuildProgress {
  readonly summary: string
  /** Cases projected so far, of how many there were at the beginning. */
  readonly done: number
  readonly total: number
}

export interface Rebuilt {
  readonly summary: string
  readonly cases: number
}

/** Cases of one transaction; writers wait for as long as it takes. */
const CASES = 200
/** Cases whose statements are sent as one. */
const TOGETHER = 25

/**
 * Empties each summary and makes it again from the journal, case by case. The server may go on meanwhile: the
 * writers are held up for one batch at a time, and a case not yet made again misses in lists until it is.
 * A summary's statements must write a case's rows whether or not they are there.
 */
export async function rebuild(
  db: Kysely<unknown>,
  summaries: readonly Summary[],
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<readonly Rebuilt[]> {
  const rebuilt: Rebuilt[] = []
  for (const summary of summaries) {
    const total = await countCases(db, summary)
    await db.transaction().execute(async (trx) => {
      for (const statement of summary.clear()) await run(trx, [statement])
    })
    let done = 0
    let last = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const batch = await withRetry(() => projectBatch(db, summary, last))
      if (batch === undefined) break
      last = batch.last
      done += batch.cases
      onProgress({ summary: summary.name, done, total: Math.max(total, done) })
    }
    if (summary.finish) await withRetry(() => finish(db, summary))
    rebuilt.push({ summary: summary.name, cases: done })
  }
  return rebuilt
}

async function finish(db: Kysely<unknown>, summary: Summary): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const statement of summary.finish?.() ?? []) {
      await trx.executeQuery(sql`${statement as Expression<unknown>}`.compile(compiler))
    }
  })
}

async function countCases(db: Kysely<unknown>, { streams }: Summary): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from journal.entry
    where revision = 1 and stream = any(${streams}::text[])`.execute(db)
  return found.rows[0]?.n ?? 0
}

/** Undefined after the last case. */
async function projectBatch(
  db: Kysely<unknown>,
  summary: Summary,
  after: string,
): Promise<{ last: string; cases: number } | undefined> {
  return db.transaction().execute(async (trx) => {
    // Nobody may append between the reading of a case and the writing of its summary.
    await sql`lock table journal.entry in share mode`.execute(trx)
    const found = await sql<EntryRow>`
      select stream, case_id, revision, kind, at, actor, content, salt, digest from journal.entry
      where case_id in (
        select case_id from journal.entry
        where case_id > ${after} and revision = 1 and stream = any(${summary.streams}::text[])
        order by case_id limit ${CASES})
      order by case_id, revision`.execute(trx)
    const cases = groupByCase(found.rows.map(entryOf))
    const last = cases.at(-1)?.[0]
    if (last === undefined) return undefined
    for (let start = 0; start < cases.length; start += TOGETHER) {
      await project(trx, summary, cases.slice(start, start + TOGETHER))
    }
    return { last, cases: cases.length }
  })
}

type Case = readonly [caseId: string, entries: readonly Entry[]]

function groupByCase(entries: readonly Entry[]): readonly Case[] {
  const cases = new Map<string, Entry[]>()
  for (const entry of entries) {
    const known = cases.get(entry.caseId)
    if (known === undefined) cases.set(entry.caseId, [entry])
    else known.push(entry)
  }
  return [...cases]
}

/** The first statements of several cases as one, then the second ones: they never touch the same rows. */
async function project(trx: Transaction<unknown>, summary: Summary, cases: readonly Case[]): Promise<void> {
  const statements = await Promise.all(cases.map(([caseId, entries]) => summary.project(caseId, entries)))
  const most = Math.max(...statements.map(({ length }) => length))
  for (let index = 0; index < most; index++) {
    await run(
      trx,
      statements.flatMap((ofCase) => ofCase[index] ?? []),
    )
  }
}

async function run(trx: Transaction<unknown>, statements: readonly Alongside[]): Promise<void> {
  await trx.executeQuery(together(statements))
}

function together(statements: readonly Alongside[]): CompiledQuery {
  const parts = statements.map(
    (one, index) => sql`${sql.raw(`s${index}`)} as (${one as Expression<unknown>})`,
  )
  return sql`with ${sql.join(parts)} select`.compile(compiler)
}
