import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../embedded/cluster.ts'
import { type Embedded, startEmbedded } from '../embedded/index.ts'
import { killServerOf } from '../embedded/server.ts'

/** Tells the workers of one run where its server is. */
const FOLDER = 'MASHANG_TEST_FOLDER'

/** Nothing here outlives the run, so nothing is written down for good. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '256MB',
  min_wal_size: '80MB',
  checkpoint_timeout: '1h',
}

/**
 * Called once, in the process that runs all tests: keeps one embedded server for them, started when the first
 * test asks. Returns what ends it.
 */
export async function offerTestServer(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) return async () => {}
  await removeLeftovers()
  const folder = join(placeForTests(), `mashang-test-${process.pid}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  process.env[FOLDER] = folder
  let server: Promise<Embedded> | undefined
  const watch = setInterval(() => {
    if (server !== undefined || !existsSync(join(folder, 'wanted'))) return
    server = startEmbedded({ dataFolder: join(folder, 'data'), settings: SETTINGS })
    server.then(
      ({ url }) => writeFileSync(join(folder, 'url'), url),
      (error) => writeFileSync(join(folder, 'failed'), String(error)),
    )
  }, 20)
  return async () => {
    clearInterval(watch)
    await server?.then((running) => running.stop()).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copying the template's files is quickest where nothing is flushed to a disk; elsewhere PostgreSQL knows best. */
export function cloneStrategy(): string {
  return process.env.DATABASE_URL ? '' : 'strategy file_copy'
}

/** The address of a server on which databases may be made: `DATABASE_URL`, else the run's own. */
export async function testServerUrl(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const folder = process.env[FOLDER]
  if (folder === undefined) {
    throw new Error(
      'No test server: vitest must run with tests/setup.ts as its globalSetup, or set DATABASE_URL.',
    )
  }
  writeFileSync(join(folder, 'wanted'), '')
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'))
    const url = existsSync(join(folder, 'url')) ? readFileSync(join(folder, 'url'), 'utf8') : ''
    if (url !== '') return url
    await sleep(20)
  }
  throw new Error('The test server did not start within a minute.')
}

const IN_MEMORY = '/dev/shm'

/** In memory a clone takes 10 ms, on a disk 100 or more; containers often have next to no room there. */
function placeForTests(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize > 2 ** 31 ? IN_MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Servers and folders of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  const places = new Set([placeForTests(), tmpdir()])
  const names = [...places].flatMap((place) => readdirSync(place).map((name) => join(place, name)))
  for (const folder of names) {
    const run = /\/mashang-test-(\d+)$/.exec(folder)?.[1]
    if (run === undefined || isAlive(Number(run))) continue
    await killServerOf(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}
