/**
 * Sees to it that a fresh clone has what it needs: the right Node, and the dependencies of the lock file.
 * Imports nothing but Node's own, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
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

/** Files under some folders, relative to the root, in order; tests are none. */
function filesUnder(folders, named = /./) {
  const found = []
  const walk = (folder) => {
    for (const name of readdirSync(join(ROOT, folder)).sort()) {
      if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) continue
      if (name === 'test' || name === 'testing' || name.includes('.test.')) continue
      const path = `${folder}/${name}`
      if (statSync(join(ROOT, path)).isDirectory()) walk(path)
      else if (named.test(name)) found.push(path)
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

/** A bundle that a running server may still read from is left; older ones go. */
const KEPT = 3

/**
 * The bundled program (`server`, `demo`, `mashang`) of these very sources; builds it where they have changed. Several
 * processes may ask at once: each builds in a folder of its own and the first to be ready gives it its name.
 */
export function ensureBundle(program) {
  const all = join(ROOT, 'dist')
  const digest = digestOf([
    ...filesUnder(['apps/server', 'apps/citizen', 'apps/cli', 'packages', 'modules'], /\.(tsx?|mjs|json)$/),
    'scripts/bundle.mjs',
    'package-lock.json',
  ])
  const folder = join(all, digest.slice(0, 16))
  if (!existsSync(folder)) {
    const building = `${folder}.${process.pid}`
    run(process.execPath, [join(ROOT, 'scripts', 'bundle.mjs'), building])
    try {
      renameSync(building, folder)
    } catch (error) {
      rmSync(building, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
    const made = (name) => statSync(join(all, name)).mtimeMs
    const whole = readdirSync(all).filter((name) => !name.includes('.'))
    for (const old of whole.sort((one, other) => made(other) - made(one)).slice(KEPT))
      rmSync(join(all, old), { recursive: true, force: true })
  }
  return join(folder, `${program}.mjs`)
}
