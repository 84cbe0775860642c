#!/usr/bin/env node
// A clone runs its TypeScript through tsx; a bundle brings no sources and runs as it is.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = new URL('../main.ts', import.meta.url)
if (existsSync(source)) {
  // Named, so that the command works from any folder.
  const tsconfig = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url))
  ;(await import('tsx/esm/api')).register({ tsconfig })
  await import(source.href)
} else await import('../dist/main.mjs')
