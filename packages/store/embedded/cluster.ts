import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '@mashang/kit'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

const run = promisify(execFile)

export const OWNER = 'mashang'

/** The parts of a data folder. */
export interface Layout {
  readonly dataFolder: string
  /** What PostgreSQL calls its data directory. */
  readonly cluster: string
  readonly password: string
  readonly log: string
  readonly sockets: string
}

export function layoutOf(dataFolder: string): Layout {
  return {
    dataFolder,
    cluster: join(dataFolder, 'postgresql'),
    password: join(dataFolder, 'postgresql-password'),
    log: join(dataFolder, 'postgresql.log'),
    sockets: join(dataFolder, 'postgresql-socket'),
  }
}

/** What `postmaster.pid` says of a server, whether it still runs or was killed. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Empty when it listens on no socket. */
  readonly socketFolder: string
  readonly ready: boolean
}

export async function readPostmaster(layout: Layout): Promise<Postmaster | undefined> {
  const text = await readFile(join(layout.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder, , , status] = text.split('\n')
  if (!/^\d+$/.test(pid ?? '')) return undefined
  return {
    pid: Number(pid),
    port: Number(port ?? 0),
    socketFolder: socketFolder ?? '',
    ready: (status ?? '').trim() === 'ready',
  }
}

/**
 * Whether the process of this number is the server of this folder: numbers are used again after a restart, and
 * a killed server whose parent died stays as a zombie where nobody collects it (containers).
 */
export async function isServerOf(layout: Layout, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  if (!/\(postgres\) [^Z]/.test(status)) return false
  const [works, cluster] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
    realpath(layout.cluster).catch(() => undefined),
  ])
  return works === undefined || works === cluster
}

/**
 * PostgreSQL itself would take any living process of the number in its lock files for its own server. What is
 * taken away is looked at once more: another process may have just put a fresh lock in the place of the stale one.
 */
export async function removeStaleLocks(layout: Layout): Promise<void> {
  const left = await readPostmaster(layout)
  if (left !== undefined) {
    if (await isServerOf(layout, left.pid)) return
    const lock = join(layout.cluster, 'postmaster.pid')
    const aside = `${lock}.stale-${process.pid}`
    try {
      await rename(lock, aside)
    } catch {
      return
    }
    if (Number((await readFile(aside, 'utf8')).split('\n')[0]) !== left.pid) {
      await rename(aside, lock)
      return
    }
    await rm(aside, { force: true })
  }
  await rm(join(layout.sockets, '.s.PGSQL.5432.lock'), { force: true })
}

export async function readPassword(layout: Layout): Promise<string | undefined> {
  const text = await readFile(layout.password, 'utf8').catch(() => undefined)
  return text?.trim()
}

/**
 * Makes the cluster unless it is there. It is made beside its place and moved there whole, so that one broken
 * off half-way is never mistaken for a good one. Several processes may do it at once: one wins.
 */
export async function ensureCluster(
  layout: Layout,
  binaries: Binaries,
  account: Account,
  onBegun?: () => void,
): Promise<void> {
  // Personal data: closed to others, but for the way through that another account needs.
  await mkdir(layout.dataFolder, { recursive: true, mode: account.spawn.uid === undefined ? 0o700 : 0o711 })
  const found = await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  const major = binaries.version.split('.')[0]
  if (found !== undefined) {
    if (found.trim() === major) return
    throw new OperatorError({
      zh: `${layout.cluster} 是 PostgreSQL ${found.trim()} 建立的，本版本自带 ${binaries.version}。请用旧版本备份，再恢复到新的数据文件夹。`,
      en:
        `${layout.cluster} was made by PostgreSQL ${found.trim()}; this version of Mashang brings ` +
        `${binaries.version}. Make a backup with the older version and restore it into a new data folder.`,
    })
  }
  await removeBrokenOff(layout)
  const draft = `${layout.cluster}.draft-${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await account.own(draft)
  const password = (await readPassword(layout)) ?? (await makePassword(layout))
  await initialise(draft, password, { binaries, account, onBegun })
  try {
    await rename(draft, layout.cluster)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
  }
}

async function makePassword(layout: Layout): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  try {
    await writeFile(layout.password, `${password}\n`, { mode: 0o600, flag: 'wx' })
    return password
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readPassword(layout)) ?? password
  }
}

/** Drafts of processes that died while making the cluster. */
async function removeBrokenOff(layout: Layout): Promise<void> {
  for (const name of await readdir(layout.dataFolder)) {
    const pid = /^postgresql\.draft-(\d+)$/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await rm(join(layout.dataFolder, name), { recursive: true, force: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function initialise(
  folder: string,
  password: string,
  {
    binaries,
    account,
    onBegun,
  }: { readonly binaries: Binaries; readonly account: Account; readonly onBegun?: () => void },
): Promise<void> {
  const secrets = await mkdtemp(join(tmpdir(), 'mashang-initdb-'))
  const passwordFile = join(secrets, 'password')
  try {
    await chmod(secrets, 0o700)
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await account.own(passwordFile)
    await account.own(secrets)
    const fixed = [
      '-U',
      OWNER,
      `--pwfile=${passwordFile}`,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--no-instructions',
    ]
    const place = placeOf(folder, await account.canReach(folder))
    let refusal: unknown
    // Sorting by code point is fast and the same everywhere; the character classes must know Chinese, or
    // pg_trgm sees no letters in it. C.UTF-8 is Linux's name for that, UTF-8 that of macOS.
    for (const classes of ['C.UTF-8', 'UTF-8', 'C']) {
      try {
        const making = run(
          binaries.initdb,
          ['-D', place.argument, ...fixed, '--lc-collate=C', `--lc-ctype=${classes}`, '--lc-messages=C'],
          {
            ...account.spawn,
            cwd: place.cwd,
            env: environmentOf(),
          },
        )
        onBegun?.()
        await making
        return
      } catch (error) {
        refusal = error
        if (!String((error as { stderr?: unknown }).stderr).includes('locale')) break
      }
    }
    const why = String((refusal as { stderr?: unknown }).stderr ?? refusal)
    throw new OperatorError({
      zh: `无法在 ${folder} 建立数据库：${why}`,
      en: `The database could not be made in ${folder}: ${why}`,
    })
  } finally {
    await rm(secrets, { recursive: true, force: true })
  }
}

/**
 * How PostgreSQL is told its data directory. Where its account may not walk there (a data folder in root's
 * home), it is started inside it and finds it as its own working directory.
 */
export function placeOf(folder: string, reachable: boolean): { argument: string; cwd: string } {
  if (reachable || process.platform !== 'linux') return { argument: folder, cwd: folder }
  return { argument: '/proc/self/cwd', cwd: folder }
}

/** PostgreSQL must not be led astray by the caller's PG* settings or language. */
export function environmentOf(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  )
  return { ...Object.fromEntries(kept), LANG: 'C', TZ: 'UTC' }
}
