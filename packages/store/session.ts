import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './logger.ts'

/** One session of the database that a node keeps open: locks that end with it, and hints from other nodes. */
export interface Session {
  /** Tries to become the one node that works under this name; stays so until the session ends. */
  hold(name: string): Promise<boolean>
  /** Whether it still is, as far as this node knows. */
  holds(name: string): boolean
  close(): Promise<void>
}

interface SessionOptions {
  readonly url: string
  readonly channel: string
  readonly onNotified: () => void
  readonly log: Log
}

/** Sets these locks apart from others of the database. */
const LOCKS = 7703004
const AFTER_LOSS_MS = 500

export function openSession(options: SessionOptions): Session {
  const { url, channel, onNotified, log } = options
  const held = new Set<string>()
  let closed = false
  let connected: Promise<pg.Client> | undefined

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'mashang-subscriptions',
      keepAlive: true,
    })
    const lose = () => {
      if (connected === undefined) return
      connected = undefined
      // The locks went with the session: another node may have them by now.
      held.clear()
      if (closed) return
      log.warn({}, 'the session that holds the subscriptions was lost; it will be opened anew')
      onNotified()
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', onNotified)
    await client.connect()
    await client.query(`listen ${channel}`)
    return client
  }

  async function client(): Promise<pg.Client> {
    connected ??= connect().catch(async (error) => {
      await sleep(AFTER_LOSS_MS)
      connected = undefined
      throw error
    })
    return connected
  }

  return {
    holds: (name) => held.has(name),
    hold: async (name) => {
      if (held.has(name)) return true
      const session = await client()
      const { rows } = await session.query<{ held: boolean }>(
        'select pg_try_advisory_lock($1::integer, hashtext($2)) as held',
        [LOCKS, name],
      )
      const isHeld = rows[0]?.held === true
      if (isHeld) held.add(name)
      return isHeld
    },
    close: async () => {
      closed = true
      const open = await connected?.catch(() => undefined)
      await open?.end()
    },
  }
}
