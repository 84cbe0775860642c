import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '@mashang/kit'
import type pg from 'pg'
import { type Log, silentLog } from '../logger.ts'
import { isServerOf, layoutOf, OWNER, type Postmaster, readPassword, readPostmaster } from './cluster.ts'
import { prepareCluster } from './cluster-first.ts'
import { takeHold, urlOf } from './hold.ts'
import { endQuietly, endServer, findOrStart, type Start } from './server.ts'

export interface EmbeddedOptions {
  /** Holds the database; made if missing. */
  readonly dataFolder: string
  readonly log?: Log
  /** PostgreSQL settings over the defaults; only tests trade durability for speed. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface Embedded {
  readonly url: string
  /** Process number of the server; another after it was killed and started anew. */
  readonly pid: number
  /** Lets running statements end by rolling back, writes everything down and ends the server. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with Mashang on its own data folder, or takes over the one that a killed
 * process left running there. Throws, saying who, when another living process uses the folder. A server that
 * is killed is started again at the same address.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? silentLog
  const prepared = await prepareCluster(options.dataFolder)
  const { layout } = prepared
  const password = await readPassword(layout)
  if (password === undefined) {
    throw new OperatorError({
      zh: `缺少 ${layout.password}：没有它就打不开旁边的数据库。请从备份恢复这个文件。`,
      en: `${layout.password} is missing: the database beside it cannot be opened without it. Restore that file.`,
    })
  }
  const start: Start = { ...prepared, log, settings: options.settings ?? {} }
  const first = await takeServer(start, password)
  await ensureDatabase(first.hold)
  return watchOver(start, password, first)
}

/** A server with the session that says it is ours. */
interface Held {
  readonly server: Postmaster
  readonly hold: pg.Client
}

/** A server found running may be just about to die; then the next look finds that out. */
async function takeServer(start: Start, password: string): Promise<Held> {
  for (let attempt = 1; ; attempt++) {
    const server = await findOrStart(start)
    try {
      return { server, hold: await takeHold(start.layout, server, password) }
    } catch (error) {
      if (attempt === 50 || !isCutOff(error)) throw error
      await sleep(100)
    }
  }
}

/** No connection, or one that ended at once: codes of the system, and PostgreSQL's of a server that goes or comes. */
function isCutOff(error: unknown): boolean {
  const { code = '', message } = error as { code?: string; message: string }
  return /^(ECONN|ENOENT|EPIPE|57P0)/.test(code) || message.includes('Connection terminated')
}

function watchOver(start: Start, password: string, first: Held): Embedded {
  const { layout, log } = start
  let held = first
  let isHeld = false
  let stopping: Promise<void> | undefined
  let reviving: Promise<void> = Promise.resolve()
  const ending = () => {
    if (isHeld) endQuietly(held.server.pid)
  }
  process.once('exit', ending)

  async function revive(): Promise<void> {
    log.error({ pid: held.server.pid }, 'PostgreSQL ended by itself; it will be started again')
    for (let wait = 100; stopping === undefined; wait = Math.min(wait * 2, 2000)) {
      try {
        held = await takeServer({ ...start, port: first.server.port }, password)
        watch()
        log.info({ pid: held.server.pid }, 'PostgreSQL runs again')
        return
      } catch (error) {
        log.error({ err: error }, 'PostgreSQL could not be started again; it will be tried once more')
        await sleep(wait)
      }
    }
  }

  function watch(): void {
    isHeld = true
    held.hold.once('end', () => {
      isHeld = false
      if (stopping === undefined) reviving = revive()
    })
  }

  async function stop(): Promise<void> {
    await reviving
    await held.hold.end().catch(() => {})
    await endServer(layout, held.server.pid)
    process.off('exit', ending)
    log.info({ pid: held.server.pid }, 'PostgreSQL has stopped')
  }

  watch()
  return {
    url: urlOf(layout, first.server, password),
    get pid() {
      return held.server.pid
    },
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** The address of the server that another process runs on this data folder; undefined when none does. */
export async function findEmbedded(dataFolder: string): Promise<string | undefined> {
  const layout = layoutOf(resolve(dataFolder))
  const [server, password] = await Promise.all([readPostmaster(layout), readPassword(layout)])
  if (server === undefined || password === undefined || !server.ready) return undefined
  return (await isServerOf(layout, server.pid)) ? urlOf(layout, server, password) : undefined
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [OWNER])
  if (rows.length === 0) await client.query(`create database ${OWNER}`)
}
