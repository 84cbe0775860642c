import { type Kysely, sql } from 'kysely'
import type { Subscriber } from './contract.ts'
import { withRetry } from './database.ts'
import { type EntryRow, entryOf } from './entry-row.ts'

/** Leaves looked at in one go; what matches is far less for most subscribers. */
const WINDOW = 2000
const BATCH = 200
const SAVE_EVERY_MS = 1000

/** A handler failed at this leaf; `cause` is what it threw. */
export class FailedDelivery extends Error {
  readonly leaf: number
  constructor(leaf: number, cause: unknown) {
    super(`delivery of leaf ${leaf} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
    this.leaf = leaf
  }
}

export interface Delivered {
  /** Entries handled. */
  readonly handled: number
  /** The last leaf this subscriber is done with. */
  readonly leaf: number
  /** Whether its position changed: there may be more. */
  readonly moved: boolean
}

/**
 * Hands the next entries to one subscriber, in order, and keeps its position. What was handled before a failure
 * is not handed over again; what was handled but not yet saved when the process died is.
 */
export async function deliver(
  db: Kysely<unknown>,
  subscriber: Subscriber,
  { mayGoOn = () => true }: { readonly mayGoOn?: () => boolean } = {},
): Promise<Delivered> {
  const position = await findPosition(db, subscriber.name)
  const { rows, reached } = await readNext(db, subscriber, position)
  let saved = position
  let done = position
  let lastSave = Date.now()
  let handled = 0
  const save = async (leaf: number) => {
    if (leaf > saved) await move(db, subscriber.name, saved, leaf)
    saved = leaf
    lastSave = Date.now()
  }
  for (const row of rows) {
    if (!mayGoOn()) {
      await save(done)
      return { handled, leaf: done, moved: done > position }
    }
    try {
      await subscriber.handle({ ...entryOf(row), leaf: row.leaf })
    } catch (error) {
      // Everything before this leaf is done, matching or not.
      await save(row.leaf - 1)
      throw new FailedDelivery(row.leaf, error)
    }
    done = row.leaf
    handled += 1
    if (Date.now() - lastSave > SAVE_EVERY_MS) await save(done)
  }
  await save(reached)
  return { handled, leaf: reached, moved: reached > position }
}

/** Hands over everything there is now to all subscribers, one after the other: for tests and one-off tools. */
export async function deliverAll(db: Kysely<unknown>, subscribers: readonly Subscriber[]): Promise<number> {
  let handled = 0
  for (const subscriber of subscribers) {
    for (;;) {
      const delivered = await deliver(db, subscriber)
      handled += delivered.handled
      if (!delivered.moved) break
    }
  }
  return handled
}

/** How far each subscriber is behind the public log, in leaves: for metrics. */
export async function listSubscriptions(
  db: Kysely<unknown>,
): Promise<readonly { name: string; leaf: number; behind: number }[]> {
  const found = await sql<{ name: string; leaf: number; behind: number }>`
    select name, leaf, coalesce((select max(leaf) from journal.leaf), -1) - leaf as behind
    from journal.subscription order by name`.execute(db)
  return found.rows
}

async function findPosition(db: Kysely<unknown>, name: string): Promise<number> {
  const find = () =>
    sql<{ leaf: number }>`select leaf from journal.subscription where name = ${name}`.execute(db)
  const found = (await find()).rows[0]
  if (found !== undefined) return found.leaf
  await sql`insert into journal.subscription (name) values (${name}) on conflict do nothing`.execute(db)
  return (await find()).rows[0]?.leaf ?? -1
}

type LeafRow = EntryRow & { readonly leaf: number }

async function readNext(
  db: Kysely<unknown>,
  subscriber: Subscriber,
  position: number,
): Promise<{ rows: readonly LeafRow[]; reached: number }> {
  const head = await sql<{ leaf: number | null }>`select max(leaf) as leaf from journal.leaf`.execute(db)
  const last = Math.min(head.rows[0]?.leaf ?? -1, position + WINDOW)
  if (last <= position) return { rows: [], reached: position }
  const { streams, kinds } = subscriber
  const found = await sql<LeafRow>`
    select l.leaf, e.stream, e.case_id, e.revision, e.kind, e.at, e.actor, e.content, e.salt, e.digest
    from journal.leaf l join journal.entry e on e.case_id = l.case_id and e.revision = l.revision
    where l.leaf > ${position} and l.leaf <= ${last} and e.stream = any(${streams}::text[])
      and (${kinds ?? null}::text[] is null or e.kind = any(${kinds ?? null}::text[]))
    order by l.leaf limit ${BATCH}`.execute(db)
  const lastRow = found.rows.at(-1)
  const isCut = found.rows.length === BATCH && lastRow !== undefined
  return { rows: found.rows, reached: isCut ? lastRow.leaf : last }
}

async function move(db: Kysely<unknown>, name: string, from: number, to: number): Promise<void> {
  const moved = await withRetry(() =>
    sql`update journal.subscription set leaf = ${to} where name = ${name} and leaf = ${from}`.execute(db),
  )
  if (moved.numAffectedRows !== 1n) throw new Error(`the position of ${name} was moved by another node`)
}
