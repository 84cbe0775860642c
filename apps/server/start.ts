import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wordsToKeep } from '@mashang/search'
import { createLog, loadLogKey, type OpenStore, openStore } from '@mashang/store'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { type City, readCity } from './city.ts'
import type { Config } from './config.ts'
import type { Checks } from './health.ts'
import { createHttp } from './http.ts'
import { createLogger } from './logger.ts'
import { createMetrics } from './metrics.ts'
import { createModules, MIGRATIONS, type Modules } from './modules.ts'
import { createPublicSite, loadCitizen } from './public-site.ts'
import { startWorker, type Worker } from './worker.ts'

export interface RunningServer {
  /** Where it listens; undefined for a worker. */
  readonly url: string | undefined
  readonly store: OpenStore
  readonly city: City
  readonly modules: Modules
  /** Answers what was asked, takes nothing new, ends the work in progress and closes the database. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly log?: Logger
  /** Another clock than the machine's: tests let days pass. */
  readonly clock?: { now(): Date }
  /** The city, where it is being read already. */
  readonly reading?: Promise<City>
}

const DESK = fileURLToPath(new URL('../desk/dist', import.meta.url))

/**
 * What needs no database, for a start that still waits for it: the city, and on a first start what its items will be
 * searched with and what draws its first page.
 */
export async function readAhead(config: Config, first: boolean): Promise<City> {
  const reading = readCity(config)
  reading.catch(() => {})
  if (first) {
    if (config.role !== 'worker') await loadCitizen()
    wordsToKeep('马上办')
  }
  return reading
}

/** Starts everything that `config.role` asks for, in the order it depends on each other. */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const log = options.log ?? createLogger(config.logLevel)
  const { store, city } = await openAll(config, log, options.reading ?? readCity(config))
  const running: Running = { config, log, store, isStopping: false }
  try {
    const key = await loadLogKey({ folder: config.dataFolder, origin: config.logOrigin })
    const publicLog = (onGrown?: () => void) => createLog({ db: store.db, key, log, onGrown })
    const { clock } = options
    const modules = await createModules({ config, store, city, publicLog: publicLog(), log, clock })
    running.modules = modules
    if (config.role !== 'web') running.worker = await startWorker({ store, publicLog, modules, log })
    if (config.role !== 'worker') running.app = await listen(running, modules)
    const url = running.app && addressOf(running.app)
    log.info({ url, role: config.role, demo: config.demo }, 'started')
    return { url, store, city, modules, stop: () => stop(running) }
  } catch (error) {
    await stop(running)
    throw error
  }
}

/** The database comes up while the city is read. */
async function openAll(
  config: Config,
  log: Logger,
  reading: Promise<City>,
): Promise<{ store: OpenStore; city: City }> {
  // Told where it is waited for: the database may fail first.
  reading.catch(() => {})
  const store = await openStore({
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    share: config.role !== 'all',
    poolSize: config.databaseConnections,
    s3: config.s3,
    migrations: MIGRATIONS,
    log,
  })
  try {
    return { store, city: await reading }
  } catch (error) {
    await store.close()
    throw error
  }
}

interface Running {
  readonly config: Config
  readonly log: Logger
  readonly store: OpenStore
  isStopping: boolean
  modules?: Modules
  app?: FastifyInstance
  worker?: Worker
}

async function listen(running: Running, modules: Modules): Promise<FastifyInstance> {
  const { config, log, store } = running
  const app = await createHttp({
    config,
    log,
    site: await createPublicSite(modules),
    identity: modules.identity,
    mounts: modules.mounts,
    metrics: createMetrics({ pool: store.connections, backlog: () => backlogOf(store) }),
    checks: checksOf(store),
    isStopping: () => running.isStopping,
    clock: modules.clock,
    deskFolder: existsSync(join(DESK, 'index.html')) ? DESK : undefined,
  })
  await app.listen({ port: config.port, host: config.host })
  return app
}

function addressOf(app: FastifyInstance): string | undefined {
  const address = app.server.address()
  if (address === null || typeof address === 'string') return undefined
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

async function stop(running: Running): Promise<void> {
  if (running.isStopping) return
  running.isStopping = true
  const { app, worker, modules, store, log, config } = running
  if (app) {
    const cut = setTimeout(() => app.server.closeAllConnections(), config.drainMs)
    await app.close()
    clearTimeout(cut)
  }
  await worker?.stop()
  await modules?.close()
  await store.close()
  log.info({}, 'stopped')
}

function checksOf({ db }: OpenStore): Checks {
  return {
    database: async () => {
      await sql`select 1`.execute(db)
    },
    migrations: async () => {
      // The newest migration of every module has to be there: another version may have been restored.
      const names = MIGRATIONS.map(({ module }) => module)
      const { rows } = await sql<{ module: string }>`select distinct module from migration.applied`.execute(
        db,
      )
      const missing = names.filter((name) => !rows.some(({ module }) => module === name))
      if (missing.length > 0) throw new Error(`not migrated: ${missing.join(', ')}`)
    },
    log: async () => {
      const { unsequenced } = await backlogOf({ db })
      if (unsequenced >= MOST_UNSEQUENCED) throw new Error('the public log is far behind')
    },
  }
}

/** So many entries behind, the worker is not merely busy. */
const MOST_UNSEQUENCED = 100_000

async function backlogOf({ db }: Pick<OpenStore, 'db'>): Promise<{ unsequenced: number; jobs: number }> {
  const { rows } = await sql<{ unsequenced: number; jobs: number }>`select
    (select count(*) from (select 1 from journal.pending limit ${MOST_UNSEQUENCED}) waiting) as unsequenced,
    (select count(*) from graphile_worker.jobs) as jobs`.execute(db)
  return rows[0] ?? { unsequenced: 0, jobs: 0 }
}
