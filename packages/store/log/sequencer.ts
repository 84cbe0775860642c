import { setTimeout as sleep } from 'node:timers/promises'
import type { Signer } from '@mashang/proof'
import { type Kysely, sql } from 'kysely'
import { withRetry } from '../database.ts'
import { type Log, silentLog } from '../logger.ts'
import { createBell } from './bell.ts'
import { growLog, type Tree } from './grow-log.ts'

export interface SequencerOptions {
  readonly db: Kysely<unknown>
  readonly signer: Signer
  readonly log?: Log
  /** Told after each round that placed entries: the number of leaves there are now. */
  readonly onGrown?: (size: number) => void
  /** Entries of one round at most; default 4000. */
  readonly batch?: number
  /** Milliseconds from one round to the next while entries come (default 100) and while none do (default 200). */
  readonly busyMs?: number
  readonly idleMs?: number
  /** While entries come, rest for so many times as long as the round took, a second at most; default 20. */
  readonly restTimes?: number
}

/** Gives committed entries their places in the public log. Any number may run: one at a time does the work. */
export interface Sequencer {
  /** Makes a first round and goes on until stopped; throws where the first one cannot be made. */
  start(): Promise<void>
  /** Lets the running round end. */
  stop(): Promise<void>
  /** A hint that entries were committed; without it they are found a little later. */
  wake(): void
  /** One round; how many entries it placed. 0 also where another node is at it. */
  sequence(): Promise<number>
}

const AFTER_FAILURE_MS = 1000
const LONGEST_REST_MS = 1000

/** From the beginning of a round to that of the next: `wait` may be cut short by a ring, `least` may not. */
interface Pace {
  readonly wait: number
  readonly least: number
}

export function createSequencer(options: SequencerOptions): Sequencer {
  const { db, signer, log = silentLog, onGrown, batch = 4000 } = options
  const { busyMs = 100, idleMs = 200, restTimes = 20 } = options
  let known: Tree | undefined
  let running: Promise<void> | undefined
  let stop = new AbortController()
  const bell = createBell()

  async function sequence(): Promise<number> {
    const grown = await withRetry(() => {
      return db.transaction().execute((trx) => growLog(trx, signer, batch, known))
    })
    if (grown === undefined) return 0
    known = grown.tree
    if (grown.placed > 0) onGrown?.(known.edge.size)
    return grown.placed
  }

  async function makeRound(began: number): Promise<Pace> {
    try {
      if (!(await isAnyPending(db))) return { wait: idleMs, least: busyMs }
      const placed = await sequence()
      if (placed === batch) return { wait: 0, least: 0 }
      if (placed === 0) return { wait: idleMs, least: busyMs }
      // Many entries in one round cost little more than one, so a machine that has much to do gets fewer rounds.
      const rest = Math.max(busyMs, Math.min(LONGEST_REST_MS, restTimes * (performance.now() - began)))
      return { wait: rest, least: rest }
    } catch (error) {
      log.error({ err: error }, 'the public log could not take in new entries; it will be tried again')
      return { wait: AFTER_FAILURE_MS, least: busyMs }
    }
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      const began = performance.now()
      const { wait, least } = await makeRound(began)
      await bell.rungOr(began + wait - performance.now())
      const rest = began + least - performance.now()
      if (rest > 0) await sleep(rest, undefined, { signal: stop.signal }).catch(() => {})
    }
  }

  return {
    sequence,
    wake: () => bell.ring(),
    async start() {
      if (running !== undefined) return
      stop = new AbortController()
      await sequence()
      running = run()
    },
    async stop() {
      stop.abort()
      bell.ring()
      await running
      running = undefined
    },
  }
}

async function isAnyPending(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`select from journal.pending limit 1`.execute(db)
  return rows.length > 0
}
