import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'
import type * as Source from './contract-source.ts'

const NAME = 'virtual:contract'
const SOURCE = fileURLToPath(new URL('contract-source.ts', import.meta.url))

/** Serves `virtual:contract`: the routes and words of the contracts as plain data. */
export function contractPlugin(): Plugin {
  return {
    name: 'mashang-contract',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      const { module, dependencies } = await runnerImport<typeof Source>(SOURCE, { configFile: false })
      for (const file of dependencies) this.addWatchFile(file)
      return Object.entries(module)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  }
}
