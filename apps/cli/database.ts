/** How commands reach the database: the one a running server uses, or the embedded one started for the while. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import { readSecretKey, type Signer } from '@mashang/proof'
import type { Config } from '@mashang/server/config'
import type { Log, OpenStore } from '@mashang/store'
import { both, Stopped } from './outcome.ts'

/** Connections of a command: it is one among others that use the database. */
const CONNECTIONS = 4

export interface Needed {
  /** `empty`: nothing is set up; `ready`: it has to be there and is not changed; `made`: it is set up if need be. */
  readonly database: 'empty' | 'ready' | 'made'
}

/** Opens the store for one command and closes it after, whatever comes. */
export async function withStore<T>(
  settings: Config,
  { database }: Needed,
  work: (store: OpenStore) => Promise<T>,
): Promise<T> {
  const [{ listApplied, openStore }, { MIGRATIONS }] = await Promise.all([
    import('@mashang/store'),
    import('@mashang/server'),
  ])
  const { dataFolder, databaseUrl, s3 } = settings
  if (database === 'ready' && databaseUrl === undefined && !hasDatabase(settings))
    throw notSetUp(both(`文件夹 ${dataFolder} 中没有数据库`, `the folder ${dataFolder} holds no database`))
  const store = await openStore({
    dataFolder,
    databaseUrl,
    share: true,
    poolSize: CONNECTIONS,
    s3,
    migrations: MIGRATIONS,
    migrate: database === 'made',
    log: onStderr,
  })
  try {
    if (database === 'ready') {
      const applied = await listApplied(store.db).catch(() => [])
      const missing = ['journal', ...MIGRATIONS.map(({ module }) => module)].filter(
        (module) => !applied.some((one) => one.module === module),
      )
      if (missing.length > 0)
        throw notSetUp(both(`缺少 ${missing.join('、')} 的表`, `tables of ${missing.join(', ')} are missing`))
    }
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Whether an embedded database was ever made in the data folder. */
export function hasDatabase({ dataFolder, databaseUrl }: Config): boolean {
  return databaseUrl === undefined && existsSync(join(dataFolder, 'postgresql'))
}

function notSetUp(missing: ReturnType<typeof both>): Stopped {
  return new Stopped(refuse('database-not-set-up', { facts: { missing } }))
}

/** What the store says by itself is of interest only where something goes wrong. */
const onStderr: Log = {
  info: () => {},
  warn: (facts, message) => tell(facts, message),
  error: (facts, message) => tell(facts, message),
}

function tell(facts: object, message: string): void {
  const { err } = facts as { err?: unknown }
  process.stderr.write(`${message}${err instanceof Error ? `: ${err.message}` : ''}\n`)
}

/** The key of the public log as the data folder keeps it; never makes one, unlike the start of a server. */
export async function findLogKey(dataFolder: string): Promise<Signer | Refusal> {
  const text = await readFile(join(dataFolder, 'log.key'), 'utf8').catch(() => undefined)
  if (text === undefined) return refuse('log-key-not-here', { facts: { folder: dataFolder } })
  const signer = readSecretKey(text)
  return isRefusal(signer) ? refuse('log-key-malformed') : signer
}
