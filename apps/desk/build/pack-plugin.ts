import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const PACKED = /\.(js|css|svg)$/
/** Below this the header costs what the packing saves. */
const LEAST = 1024

/** Leaves a `.br` and a `.gz` beside each script and style, so that the server never packs at a request. */
export function packPlugin(): Plugin {
  let folder = ''
  return {
    name: 'mashang-pack',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    async closeBundle(error) {
      if (error) return
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
        if (entry.isFile() && PACKED.test(entry.name)) await pack(join(entry.parentPath, entry.name))
    },
  }
}

async function pack(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < LEAST) return
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content))
  await writeFile(`${path}.gz`, await promisify(gzip)(content))
}
