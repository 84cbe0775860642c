/**
 * Sees to it that a fresh clone has what it needs: the right Node, and the dependencies of the lock file.
 * Imports nothing but Node's own, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program in the project's folder, its output shown; ends this process where it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (done.error) throw done.error
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function digestOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

function isStamped(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

/** Installs the dependencies unless those of this very lock file are there. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `需要 Node.js 20.19 或更高版本，现在是 ${process.versions.node}。Node.js 20.19 or later is needed.`,
    )
    process.exit(1)
  }
  const digest = digestOf(['package-lock.json'])
  const stamp = join(ROOT, 'node_modules', '.mashang-installed')
  if (isStamped(stamp, digest)) return
  console.log('正在安装依赖，约一分钟… Installing dependencies, about a minute…')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(stamp, digest)
}

/** Files under some folders, relative to the root, in order. */
function filesUnder(folders) {
  const found = []
  const walk = (folder) => {
    for (const name of readdirSync(join(ROOT, folder)).sort()) {
      if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) continue
      const path = `${folder}/${name}`
      if (statSync(join(ROOT, path)).isDirectory()) walk(path)
      else found.push(path)
    }
  }
  for (const folder of folders) walk(folder)
  return found
}

/** Builds the desk unless it was built from these very sources. */
export function ensureDesk() {
  const sources = [
    'apps/desk',
    'packages/ui',
    'packages/kit',
    'packages/flow',
    ...readdirSync(join(ROOT, 'modules')).map((name) => `modules/${name}/contract`),
  ]
  const digest = digestOf([...filesUnder(sources), 'package-lock.json'])
  const folder = join(ROOT, 'apps', 'desk', 'dist')
  const stamp = join(folder, '.built-from')
  if (isStamped(stamp, digest)) return
  console.log('正在构建工作台… Building the desk…')
  run(process.execPath, [
    join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel',
    'warn',
    'apps/desk',
  ])
  mkdirSync(folder, { recursive: true })
  writeFileSync(stamp, digest)
}
