import { spawn } from 'node:child_process'
import { close, open } from 'node:fs'
import { chmod, mkdir, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Account, chooseAccount } from './embedded-account.ts'
import { type Binaries, prepareBinaries } from './embedded-binaries.ts'
import {
  ensureCluster,
  environmentOf,
  isAlive,
  isServerOf,
  type Layout,
  layoutOf,
  OWNER,
  type Postmaster,
  placeOf,
  readPassword,
  readPostmaster,
  removeStaleLocks,
} from './embedded-cluster.ts'
import { type Log, silentLog } from './logger.ts'

export interface EmbeddedOptions {
  /** Holds the database; made if missing. */
  readonly dataFolder: string
  readonly log?: Log
  /** PostgreSQL settings over the defaults; only tests trade durability for speed. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface Embedded {
  readonly url: string
  /** Process number of the server. */
  readonly pid: number
  /** Lets running statements end by rolling back, writes everything down and ends the server. */
  stop(): Promise<void>
}

/** For a laptop of two cores. Durability stays on: what was acknowledged survives a power cut. */
const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '100',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // No replica can be fed from here, so the log need not be written for one.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Without it a list ordered by id walks the primary key backwards after many new rows of one status.
  random_page_cost: '1.1',
  effective_cache_size: '1GB',
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  autovacuum_naptime: '20s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}

const SOCKET_PORT = 5432
const LONGEST_SOCKET_PATH = 100
const LONGEST_LOG = 10_000_000

/**
 * Starts the PostgreSQL that comes with Mashang on its own data folder, or takes over the one that a killed
 * process left running there. Throws, saying who, when another living process uses the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? silentLog
  const layout = layoutOf(resolve(options.dataFolder))
  const account = await chooseAccount(layout.cluster)
  const binaries = await prepareBinaries(account)
  await ensureCluster(layout, binaries, account)
  const password = await readPassword(layout)
  if (password === undefined) {
    throw new Error(`${layout.password} is missing: the database beside it cannot be opened without it.`)
  }
  const server = await findOrStart({ layout, account, binaries, log, settings: options.settings ?? {} })
  const hold = await takeHold(layout, server, password)
  await ensureDatabase(hold)
  const ending = () => endQuietly(server.pid)
  process.once('exit', ending)
  let stopping: Promise<void> | undefined
  return {
    url: urlOf(layout, server, password, OWNER),
    pid: server.pid,
    stop: () => {
      stopping ??= stop(hold, layout, server.pid, log).finally(() => process.off('exit', ending))
      return stopping
    },
  }
}

/** The address of the server that another process runs on this data folder; undefined when none does. */
export async function findEmbedded(dataFolder: string): Promise<string | undefined> {
  const layout = layoutOf(resolve(dataFolder))
  const [server, password] = await Promise.all([readPostmaster(layout), readPassword(layout)])
  if (server === undefined || password === undefined || !server.ready) return undefined
  return (await isServerOf(layout, server.pid)) ? urlOf(layout, server, password, OWNER) : undefined
}

interface Start {
  readonly layout: Layout
  readonly account: Account
  readonly binaries: Binaries
  readonly log: Log
  readonly settings: Readonly<Record<string, string>>
}

async function findOrStart(start: Start): Promise<Postmaster> {
  const { layout, log } = start
  const left = await readPostmaster(layout)
  if (left === undefined || !(await isServerOf(layout, left.pid))) return spawnServer(start)
  const command = await readFile(join(layout.cluster, 'postmaster.opts'), 'utf8').catch(() => '')
  if (withoutPort(command) === withoutPort(commandLine(start, await listenOn(start)))) {
    const taken = await untilReady(layout, left.pid, () => undefined, log).catch(() => undefined)
    if (taken === undefined) return spawnServer(start)
    log.info({ pid: left.pid }, 'took over the PostgreSQL that an earlier process left running')
    return taken
  }
  await refuseIfHeld(layout, left)
  log.info({ pid: left.pid }, 'stopping the PostgreSQL of an earlier version to start the present one')
  await endServer(layout, left.pid)
  return spawnServer(start)
}

/** After a kill -9 of the server its sessions need a moment to notice; until then a new one is turned away. */
async function spawnServer(start: Start): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await spawnOnce(start)
    } catch (error) {
      if (attempt === 100 || !String(error).includes('pre-existing shared memory block')) throw error
      await sleep(100)
    }
  }
}

async function spawnOnce(start: Start): Promise<Postmaster> {
  const { layout, account, binaries, log } = start
  await removeStaleLocks(layout)
  const listen = await listenOn(start)
  if (listen.socketFolder !== '') {
    await mkdir(layout.sockets, { recursive: true, mode: 0o700 })
    await account.own(layout.sockets)
    await chmod(layout.sockets, 0o700)
  }
  const place = placeOf(layout.cluster, await account.canReach(layout.cluster))
  const logFile = await openLog(layout)
  // Its own session: Ctrl-C in a terminal must reach us alone, so that we end it in good order.
  const child = spawn(binaries.postgres, argumentsOf(start, place.argument, listen), {
    ...account.spawn,
    cwd: place.cwd,
    env: environmentOf(),
    detached: true,
    stdio: ['ignore', logFile, logFile],
  })
  await promisify(close)(logFile)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${String(code)}`}`
  })
  child.unref()
  return untilReady(layout, child.pid, () => ended, log)
}

async function untilReady(
  layout: Layout,
  pid: number | undefined,
  ended: () => string | undefined,
  log: Log,
): Promise<Postmaster> {
  const begun = Date.now()
  let told = begun
  for (;;) {
    const reason = ended()
    const server = await readPostmaster(layout)
    if (reason !== undefined) {
      // Another process may have won the race for the folder; then its server is the one.
      if (server !== undefined && server.pid !== pid && (await isServerOf(layout, server.pid)))
        return untilReady(layout, server.pid, () => undefined, log)
      throw new Error(`PostgreSQL did not start: ${reason}.\n${await tailOf(layout.log)}`)
    }
    if (server?.ready === true && server.pid === pid) return server
    if (pid !== undefined && ended() === undefined && !isAlive(pid)) {
      throw new Error(`PostgreSQL ended while starting.\n${await tailOf(layout.log)}`)
    }
    if (Date.now() - told > 10_000) {
      told = Date.now()
      log.info({ seconds: Math.round((told - begun) / 1000) }, 'PostgreSQL is recovering after a crash')
    }
    await sleep(5)
  }
}

interface Listen {
  readonly port: number
  /** Empty: it listens on 127.0.0.1 instead. */
  readonly socketFolder: string
}

/** A socket in the data folder, guarded by file permissions; 127.0.0.1 where there can be none. */
async function listenOn({ layout, account }: Start): Promise<Listen> {
  const fits = layout.sockets.length + '/.s.PGSQL.5432'.length <= LONGEST_SOCKET_PATH
  if (process.platform !== 'win32' && fits && (await account.canReach(layout.dataFolder))) {
    return { port: SOCKET_PORT, socketFolder: layout.sockets }
  }
  return { port: await freePort(), socketFolder: '' }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : failed()))
    })
  })
}

function argumentsOf({ settings }: Start, cluster: string, listen: Listen): string[] {
  const reach = {
    listen_addresses: listen.socketFolder === '' ? '127.0.0.1' : '',
    unix_socket_directories: listen.socketFolder,
    unix_socket_permissions: '0700',
  }
  const all = Object.entries({ ...SETTINGS, ...reach, ...settings })
  return [
    '-D',
    cluster,
    '-p',
    String(listen.port),
    ...all.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
}

/** The line that PostgreSQL writes to `postmaster.opts`: tells whether a server runs as we would run it. */
function commandLine(start: Start, listen: Listen): string {
  const { argument } = placeOf(start.layout.cluster, listen.socketFolder !== '')
  const quoted = argumentsOf(start, argument, listen).map((part) => ` "${part}"`)
  return `${start.binaries.postgres}${quoted.join('')}`
}

function withoutPort(command: string): string {
  return command.trim().replace(/"-p" "\d+"/, '"-p"')
}

async function openLog(layout: Layout): Promise<number> {
  const size = (await stat(layout.log).catch(() => undefined))?.size ?? 0
  if (size > LONGEST_LOG) await rename(layout.log, `${layout.log}.1`)
  return promisify(open)(layout.log, 'a', 0o600)
}

async function tailOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-8).join('\n')
}

function urlOf(layout: Layout, server: Postmaster, password: string, database: string): string {
  const who = `${OWNER}:${encodeURIComponent(password)}`
  if (server.socketFolder === '') return `postgresql://${who}@127.0.0.1:${server.port}/${database}`
  return `postgresql://${who}@/${database}?host=${encodeURIComponent(layout.sockets)}&port=${server.port}`
}

const HOLD = 'select pg_try_advisory_lock(7703001) as held'
const HOLDER = `select pid, (select application_name from pg_stat_activity a where a.pid = l.pid) as name
  from pg_locks l where locktype = 'advisory' and objid = 7703001 and granted`

/**
 * One session of the server belongs to the process that runs it and holds a lock that ends with the process,
 * however that dies: who holds it uses the data folder.
 */
async function takeHold(layout: Layout, server: Postmaster, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(layout, server, password, 'postgres'),
    application_name: `mashang-launcher-${process.pid}`,
  })
  client.on('error', () => {})
  await client.connect()
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>(HOLD)
    if (rows[0]?.held === true) return client
    const holder = await holderOf(client)
    if (holder !== undefined && (holder === process.pid || isAlive(holder))) {
      await client.end()
      throw inUse(layout, holder)
    }
    await sleep(20)
  }
}

async function holderOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string | null }>(HOLDER)
  const pid = /^mashang-launcher-(\d+)$/.exec(rows[0]?.name ?? '')?.[1]
  return pid === undefined ? undefined : Number(pid)
}

function inUse(layout: Layout, holder: number): Error {
  return new Error(
    `The data folder ${layout.dataFolder} is in use by another Mashang process (number ${holder}). ` +
      'Stop that one, or choose another data folder.',
  )
}

async function refuseIfHeld(layout: Layout, server: Postmaster): Promise<void> {
  const password = await readPassword(layout)
  if (password === undefined) return
  const client = new pg.Client({ connectionString: urlOf(layout, server, password, 'postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    const holder = await holderOf(client)
    if (holder !== undefined && isAlive(holder)) throw inUse(layout, holder)
  } finally {
    await client.end().catch(() => {})
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [OWNER])
  if (rows.length === 0) await client.query(`create database ${OWNER}`)
}

async function stop(hold: pg.Client, layout: Layout, pid: number, log: Log): Promise<void> {
  await hold.end().catch(() => {})
  await endServer(layout, pid)
  log.info({ pid }, 'PostgreSQL has stopped')
}

/** Fast shutdown; after half a minute immediate, which recovers from its log at the next start. */
async function endServer(layout: Layout, pid: number): Promise<void> {
  endQuietly(pid)
  const begun = Date.now()
  let pressed = false
  while (await isServerOf(layout, pid)) {
    if (!pressed && Date.now() - begun > 30_000) {
      pressed = true
      endQuietly(pid, 'SIGQUIT')
    }
    await sleep(10)
  }
}

function endQuietly(pid: number, signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has gone already.
  }
}
