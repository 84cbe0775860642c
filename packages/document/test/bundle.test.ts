import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'

const here = fileURLToPath(new URL('..', import.meta.url))
// Inside node_modules, so that the bundle finds the packages it leaves out, as a server's dist/ would.
const dist = mkdtempSync(join(here, '../../node_modules/.mashang-bundle-'))

afterAll(() => rmSync(dist, { recursive: true, force: true }))

const MAIN = `
import { createDocuments, createSigner } from './index.ts'
import { samples } from './testing/samples.ts'
const beside = (path) => new URL(path, import.meta.url)
const documents = createDocuments({
  signing: await createSigner(process.argv[2]),
  cityName: { zh: '大连市', en: 'Dalian' },
  verifyBase: 'https://x',
  demo: true,
  parts: { worker: beside('document-worker.js'), templates: beside('templates/'), fonts: beside('fonts/') },
})
const { pdf } = await documents.issue('licence', samples.licence)
console.log(JSON.stringify(await documents.verify(pdf)))
`

describe('a bundle run by plain node', () => {
  it('issues documents with the worker and the folders it names', async () => {
    // What is ours goes into the bundle: plain node reads no TypeScript.
    const ours = ['kit', 'certificate'].map((name) => [`@mashang/${name}`, join(here, `../${name}/index.ts`)])
    const alias = Object.fromEntries(ours)
    const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm', alias } as const
    await build({
      ...options,
      stdin: { contents: MAIN, resolveDir: here, loader: 'ts' },
      outfile: join(dist, 'main.js'),
    })
    await build({
      ...options,
      entryPoints: [join(here, 'worker.ts')],
      outfile: join(dist, 'document-worker.js'),
    })
    for (const part of ['templates', 'fonts']) cpSync(join(here, part), join(dist, part), { recursive: true })
    writeFileSync(join(dist, 'package.json'), '{"type":"module"}')
    const out = execFileSync(process.execPath, [join(dist, 'main.js'), join(dist, 'keys')], {
      encoding: 'utf8',
    })
    expect(JSON.parse(out)).toMatchObject({ valid: true })
  })
})
