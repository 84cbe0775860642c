import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Subscriber } from './contract.ts'
import { createStandings, deliver, type FailedDelivery, type Standing } from './deliver.ts'
import { createBell } from './log/bell.ts'
import { type Log, silentLog } from './logger.ts'
import { openSession, type Session } from './session.ts'

export interface SubscriptionsOptions {
  readonly db: Kysely<unknown>
  /** Address of the same database: one session of its own says which subscribers this node works. */
  readonly url: string
  readonly subscribers: readonly Subscriber[]
  readonly log?: Log
  /** Milliseconds between two looks for new leaves when nobody rings; default 200. */
  readonly pollMs?: number
  /** First wait after a failure; doubled up to a minute. Default 200. */
  readonly backoffMs?: number
  readonly onDelivered?: (delivered: { subscriber: string; leaf: number; handled: number }) => void
  readonly onFailed?: (failed: {
    subscriber: string
    leaf: number | undefined
    attempt: number
    error: unknown
  }) => void
}

export interface Subscriptions {
  /** A hint that leaves were added; without it they are found a little later. */
  wake(): void
  /** Lets each handler in progress end, saves the positions and gives the subscribers to other nodes. */
  stop(): Promise<void>
}

/** Sent when leaves were added, so that other nodes need not wait for their next look. */
const CHANNEL = 'journal_grown'
const LONGEST_BACKOFF_MS = 60_000
const NOT_OURS_MS = 1000

/** Tells every node that leaves were added: a hint only, delivery does not depend on it. */
export async function announceGrowth(db: Kysely<unknown>): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(db)
}

/**
 * Delivers the entries of the journal to each subscriber in the order of the public log, hence of commit, each at
 * least once. Any number of nodes may run it: each subscriber is worked by one of them at a time. A subscriber
 * that fails is tried again with the same entry and holds up no other.
 */
export function runSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { log = silentLog, pollMs = 200 } = options
  const bells = options.subscribers.map(() => createBell())
  const wake = () => {
    for (const bell of bells) bell.ring()
  }
  const stop = new AbortController()
  const session = openSession({ url: options.url, channel: CHANNEL, onNotified: wake, log })
  const standingOf = createStandings(options.db)
  const loops = options.subscribers.map(async (subscriber, index) => {
    for (let failures = 0; !stop.signal.aborted; ) {
      try {
        const worked = await workOn(options, subscriber, { session, standingOf, stop: stop.signal })
        failures = 0
        if (worked === 'not-ours') await pause(NOT_OURS_MS, stop.signal)
        if (worked === 'up-to-date') await bells[index]?.rungOr(pollMs)
      } catch (error) {
        failures += 1
        report(options, log, subscriber, failures, error)
        const longest = Math.min(
          LONGEST_BACKOFF_MS,
          (options.backoffMs ?? 200) * 2 ** Math.min(failures - 1, 20),
        )
        await pause(longest * (0.75 + Math.random() / 4), stop.signal)
      }
    }
  })
  return {
    wake,
    stop: async () => {
      stop.abort()
      wake()
      await Promise.all(loops)
      await session.close()
    },
  }
}

async function workOn(
  options: SubscriptionsOptions,
  subscriber: Subscriber,
  {
    session,
    standingOf,
    stop,
  }: {
    readonly session: Session
    readonly standingOf: (name: string) => Promise<Standing>
    readonly stop: AbortSignal
  },
): Promise<'not-ours' | 'up-to-date' | 'went-on'> {
  if (!(await session.hold(subscriber.name))) return 'not-ours'
  const mayGoOn = () => !stop.aborted && session.holds(subscriber.name)
  const { handled, leaf, moved } = await deliver(options.db, subscriber, { mayGoOn, standingOf })
  if (!moved) return 'up-to-date'
  options.onDelivered?.({ subscriber: subscriber.name, leaf, handled })
  return 'went-on'
}

function report(
  options: SubscriptionsOptions,
  log: Log,
  { name }: Subscriber,
  attempt: number,
  error: unknown,
): void {
  const { leaf, cause } = error as Partial<FailedDelivery>
  const failed = { subscriber: name, leaf, attempt, error: leaf === undefined ? error : cause }
  log.error(
    { subscriber: name, leaf, attempt, err: failed.error },
    'a subscriber failed; it will be tried again',
  )
  options.onFailed?.(failed)
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {})
}
