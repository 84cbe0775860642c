/** Styles and scripts of the site: bundled, minified, named by their content, so that browsers may keep them for good. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AssetNames } from './frame/view.tsx'

/** Where the site's assets are served. */
export const ASSETS_PREFIX = '/assets/'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const LIST = 'assets.json'

/**
 * Builds into `folder` and writes `assets.json` beside the files. Needs esbuild, and the sources of this workspace:
 * run it from a checkout, and ship the folder with the bundled server.
 */
export async function buildAssets(folder: string): Promise<AssetNames> {
  const { build } = await import('esbuild')
  await mkdir(folder, { recursive: true })
  const bundle = async (entry: string): Promise<Uint8Array> => {
    const { outputFiles } = await build({
      entryPoints: [join(HERE, entry)],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: ['es2022', 'chrome105', 'firefox110', 'safari16'],
      legalComments: 'none',
      logLevel: 'error',
    })
    const file = outputFiles[0]
    if (!file) throw new Error(`nothing was bundled from ${entry}`)
    return file.contents
  }
  const [style, script, receipt, certificate, icon] = await Promise.all([
    bundle('style/site.css'),
    bundle('browser/site.ts'),
    bundle('browser/receipt.ts'),
    bundle('browser/certificate.ts'),
    readFile(join(HERE, 'style/icon.svg')),
  ])
  const names: AssetNames = {
    style: ASSETS_PREFIX + (await put(folder, 'site', 'css', style)),
    script: ASSETS_PREFIX + (await put(folder, 'site', 'js', script)),
    receipt: ASSETS_PREFIX + (await put(folder, 'receipt', 'js', receipt)),
    certificate: ASSETS_PREFIX + (await put(folder, 'certificate', 'js', certificate)),
    icon: ASSETS_PREFIX + (await put(folder, 'icon', 'svg', icon)),
  }
  await writeWhole(folder, LIST, JSON.stringify(names))
  await dropOthers(folder, names)
  return names
}

/** Builds where nothing was built yet, or where the sources have changed since; without sources it keeps what is there. */
export async function prepareAssets(folder: string): Promise<void> {
  const built = await findTime(join(folder, LIST))
  const changed = Math.max(...(await Promise.all(SOURCES.map((name) => newestIn(join(HERE, name))))))
  if (built === undefined || changed > built) await buildAssets(folder)
}

/** What the styles and scripts are made of; the browser runs code of these packages, too. */
const SOURCES = [
  'style',
  'browser',
  '../../packages/ui',
  '../../packages/flow',
  '../../packages/proof',
  '../../packages/certificate',
  '../../packages/kit',
]

/** Milliseconds of the newest file right in a folder; 0 where there is no such folder. */
async function newestIn(folder: string): Promise<number> {
  if ((await findTime(folder)) === undefined) return 0
  const times = await Promise.all((await readdir(folder)).map((name) => findTime(join(folder, name))))
  return Math.max(0, ...times.filter((time) => time !== undefined))
}

async function findTime(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    return undefined
  }
}

/** The names of what `buildAssets` made before. */
export async function readAssets(folder: string): Promise<AssetNames> {
  const names: AssetNames = JSON.parse(await readFile(join(folder, LIST), 'utf8'))
  return names
}

async function put(folder: string, name: string, kind: string, content: Uint8Array): Promise<string> {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const file = `${name}-${digest}.${kind}`
  await writeWhole(folder, file, content)
  return file
}

/** Another process may be serving or building the same folder: a file appears whole or not at all. */
async function writeWhole(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const half = join(folder, `.${name}-${process.pid}`)
  await writeFile(half, content)
  await rename(half, join(folder, name))
}

async function dropOthers(folder: string, names: AssetNames): Promise<void> {
  const wanted = new Set(Object.values(names).map((path: string) => path.slice(ASSETS_PREFIX.length)))
  for (const file of await readdir(folder)) {
    if (/^(site|receipt|certificate|icon)-[0-9a-f]{12}\.(css|js|svg)$/.test(file) && !wanted.has(file))
      await rm(join(folder, file), { force: true })
  }
}
