import { type Kysely, sql } from 'kysely'
import type { Sequenced, Subscriber } from './contract.ts'
import { withRetry } from './database.ts'
import { type EntryRow, entryOf } from './entry-row.ts'
import { together } from './together.ts'

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

/** How far a subscriber is, and how far the public log. */
export interface Standing {
  readonly position: number
  readonly head: number
}

/** Where subscribers stand: those that look at the same time are told by one statement. */
export function createStandings(db: Kysely<unknown>): (name: string) => Promise<Standing> {
  const looks = together<string, Standing>({
    work: (names) => readStandings(db, names),
    atOnce: 1,
    sizes: Array.from({ length: 100 }, (_, index) => index + 1),
  })
  return (name) => looks.do(name)
}

/**
 * Hands the next entries to one subscriber, in order, and keeps its position. What was handled before a failure
 * is not handed over again; what was handled but not yet saved when the process died is.
 */
export async function deliver(
  db: Kysely<unknown>,
  subscriber: Subscriber,
  {
    mayGoOn = () => true,
    standingOf = createStandings(db),
  }: { readonly mayGoOn?: () => boolean; readonly standingOf?: (name: string) => Promise<Standing> } = {},
): Promise<Delivered> {
  const { position, head } = await standingOf(subscriber.name)
  const { rows, reached } = await readNext(db, subscriber, position, head)
  let saved = position
  let done = position
  let lastSave = Date.now()
  let handled = 0
  const save = async (leaf: number) => {
    if (leaf > saved) await move(db, subscriber.name, saved, leaf)
    saved = leaf
    lastSave = Date.now()
  }
  const waiting = portionsOf(subscriber, rows)
  for (let portion = waiting.shift(); portion; portion = waiting.shift()) {
    if (!mayGoOn()) {
      await save(done)
      return { handled, leaf: done, moved: done > position }
    }
    const { first, last } = portion
    try {
      await handOver(subscriber, portion)
    } catch (error) {
      if (first !== last) {
        // Which of them is at fault shows one by one.
        waiting.unshift(...portion.entries.map(alone))
        continue
      }
      // Everything before this leaf is done, matching or not.
      await save(first - 1)
      throw new FailedDelivery(first, error)
    }
    done = last
    handled += portion.entries.length
    if (Date.now() - lastSave > SAVE_EVERY_MS) await save(done)
  }
  await save(reached)
  return { handled, leaf: reached, moved: reached > position }
}

/** What is handed over at once, from its first to its last leaf. */
interface Portion {
  readonly first: number
  readonly last: number
  readonly entries: readonly Sequenced[]
}

const alone = (entry: Sequenced): Portion => ({ first: entry.leaf, last: entry.leaf, entries: [entry] })

/** All at once for a subscriber that takes it so, else one after the other. */
function portionsOf(subscriber: Subscriber, rows: readonly LeafRow[]): Portion[] {
  const entries = rows.map((row): Sequenced => ({ ...entryOf(row), leaf: row.leaf }))
  const [first, last] = [entries[0], entries.at(-1)]
  if (!subscriber.handleAll || !first || !last) return entries.map(alone)
  return [{ first: first.leaf, last: last.leaf, entries }]
}

async function handOver(subscriber: Subscriber, { entries }: Portion): Promise<void> {
  if (subscriber.handleAll) return subscriber.handleAll(entries)
  for (const entry of entries) await subscriber.handle(entry)
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

async function readStandings(db: Kysely<unknown>, names: readonly string[]): Promise<readonly Standing[]> {
  const read = async () => {
    const found = await sql<{ name: string; position: number; head: number | null }>`
      select name, leaf as position, (select max(leaf) from journal.leaf) as head
      from journal.subscription where name = any(${[...names]}::text[])`.execute(db)
    return new Map(found.rows.map((row) => [row.name, { position: row.position, head: row.head ?? -1 }]))
  }
  let found = await read()
  const fresh = names.filter((name) => !found.has(name))
  if (fresh.length > 0) {
    await sql`insert into journal.subscription (name) select unnest(${fresh}::text[])
      on conflict do nothing`.execute(db)
    found = await read()
  }
  return names.map((name) => found.get(name) ?? { position: -1, head: -1 })
}

type LeafRow = EntryRow & { readonly leaf: number }

async function readNext(
  db: Kysely<unknown>,
  subscriber: Subscriber,
  position: number,
  head: number,
): Promise<{ rows: readonly LeafRow[]; reached: number }> {
  const last = Math.min(head, position + WINDOW)
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

/** Not waited for on the disk: what a power cut takes of it is handed over again, as after any other end. */
async function move(db: Kysely<unknown>, name: string, from: number, to: number): Promise<void> {
  const moved = await withRetry(() =>
    sql`with quickly as (select set_config('synchronous_commit', 'off', true))
      update journal.subscription set leaf = ${to} from quickly where name = ${name} and leaf = ${from}`.execute(
      db,
    ),
  )
  if (moved.numAffectedRows !== 1n) throw new Error(`the position of ${name} was moved by another node`)
}
