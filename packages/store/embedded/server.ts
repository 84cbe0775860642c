import { spawn } from 'node:child_process'
import { close, open } from 'node:fs'
import { chmod, mkdir, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { OperatorError } from '@mashang/kit'
import type { Log } from '../logger.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import {
  environmentOf,
  isAlive,
  isServerOf,
  type Layout,
  layoutOf,
  type Postmaster,
  placeOf,
  readPostmaster,
  removeStaleLocks,
} from './cluster.ts'
import { refuseIfHeld } from './hold.ts'

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

/** What it takes to start a server. */
export interface Start {
  readonly layout: Layout
  readonly account: Account
  readonly binaries: Binaries
  readonly log: Log
  readonly settings: Readonly<Record<string, string>>
  /** Only this port will do, for those who know the address already. */
  readonly port?: number
}

/** Takes over a server that runs as it should, replaces one that does not, starts one where there is none. */
export async function findOrStart(start: Start): Promise<Postmaster> {
  const { layout, log } = start
  const left = await readPostmaster(layout)
  if (left === undefined || !(await isServerOf(layout, left.pid))) return spawnServer(start)
  // One that is just starting has not yet written down how it runs, nor where it listens.
  const running = await untilReady(layout, left.pid, () => undefined, log).catch(() => undefined)
  if (running === undefined) return spawnServer(start)
  const command = await readFile(join(layout.cluster, 'postmaster.opts'), 'utf8').catch(() => '')
  if (withoutPort(command) === withoutPort(commandLine(start, await listenOn(start)))) {
    log.info({ pid: left.pid }, 'took over the PostgreSQL that an earlier process left running')
    return running
  }
  await refuseIfHeld(layout, running)
  log.info({ pid: left.pid }, 'stopping the PostgreSQL of an earlier version to start the present one')
  await endServer(layout, running.pid)
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
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${String(code)}`}`
  })
  child.unref()
  await promisify(close)(logFile)
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
      throw new OperatorError({
        zh: `PostgreSQL 没有启动：${reason}。日志在 ${layout.log}`,
        en: `PostgreSQL did not start: ${reason}.\n${await tailOf(layout.log)}`,
      })
    }
    if (server?.ready === true && server.pid === pid) return server
    if (pid !== undefined && ended() === undefined && !isAlive(pid)) {
      throw new OperatorError({
        zh: `PostgreSQL 在启动时退出。日志在 ${layout.log}`,
        en: `PostgreSQL ended while starting.\n${await tailOf(layout.log)}`,
      })
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
async function listenOn({ layout, account, port }: Start): Promise<Listen> {
  const fits = layout.sockets.length + '/.s.PGSQL.5432'.length <= LONGEST_SOCKET_PATH
  if (process.platform !== 'win32' && fits && (await account.canReach(layout.dataFolder))) {
    return { port: SOCKET_PORT, socketFolder: layout.sockets }
  }
  return { port: port ?? (await freePort(await previousPort(layout))), socketFolder: '' }
}

/** The port of the last time is kept while it is free: settings and habits may name it. */
async function previousPort(layout: Layout): Promise<number> {
  const command = await readFile(join(layout.cluster, 'postmaster.opts'), 'utf8').catch(() => '')
  return Number(/"-p" "(\d+)"/.exec(command)?.[1] ?? 0)
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted === 0 ? failed(error) : done(freePort(0))))
    probe.listen(wanted, '127.0.0.1', () => {
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

/**
 * Fast shutdown; after half a minute immediate, which recovers from its log at the next start. Never signals a
 * number without looking whose it is: a system with few numbers gives them to others within minutes.
 */
export async function endServer(layout: Layout, pid: number): Promise<void> {
  const begun = Date.now()
  let sent: NodeJS.Signals | undefined
  while (await isServerOf(layout, pid)) {
    const due = Date.now() - begun > 30_000 ? 'SIGQUIT' : 'SIGINT'
    if (sent !== due) endQuietly(pid, due)
    sent = due
    await sleep(10)
  }
}

export function endQuietly(pid: number, signal: NodeJS.Signals = 'SIGINT'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has gone already.
  }
}

/** Ends at once the server that a killed process left on a data folder, if one did; what it had in hand is lost. */
export async function killServerOf(dataFolder: string): Promise<void> {
  const layout = layoutOf(dataFolder)
  const left = await readPostmaster(layout)
  if (left === undefined) return
  while (await isServerOf(layout, left.pid)) {
    endQuietly(left.pid, 'SIGKILL')
    await sleep(10)
  }
}
