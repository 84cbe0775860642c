/**
 * `npm run check`: what can be said without running a test, a line each. Everything is looked at, even after
 * something failed; what failed is shown in full below, and the exit code is then 1.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ROOT } from './ensure.mjs'

const inModules = (...path) => join(ROOT, 'node_modules', ...path)

/** The tables of today against the description that is committed. */
const COMPARE_OPENAPI = `
  import { readFileSync } from 'node:fs'
  import { TABLES } from './apps/server/modules.ts'
  import { openApiFile } from './apps/server/openapi.ts'
  if (readFileSync('openapi.json', 'utf8') !== openApiFile(TABLES)) {
    console.log('openapi.json 与接口定义不一致，请运行 npm run openapi。')
    console.log('openapi.json is not what the contracts give: run npm run openapi.')
    process.exit(1)
  }`

const CHECKS = [
  {
    name: '格式与规范 format and lint',
    args: [inModules('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '.'],
  },
  {
    name: '类型 types',
    args: [inModules('typescript-native', 'bin', 'tsc'), '-p', 'tsconfig.json'],
  },
  {
    name: '依赖方向 boundaries',
    args: [
      inModules('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
      'packages',
      'modules',
      'apps',
    ],
  },
  { name: '接口描述 openapi', args: ['--import', 'tsx', '--input-type=module', '-e', COMPARE_OPENAPI] },
  {
    name: '城市定义 definitions',
    args: [join(ROOT, 'apps', 'cli', 'bin', 'mashang.mjs'), 'definitions', 'check', 'definitions/dalian'],
  },
]

function run({ name, args }) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => {
      output += error.message
    })
    child.on('close', (status) => {
      const isFine = status === 0
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${isFine ? '✓' : '✗'} ${name}  ${seconds} s`)
      resolve({ name, isFine, output })
    })
  })
}

// What is installed is looked at as it is; only a clone without anything gets it first.
if (!existsSync(inModules())) ensureInstalled()
await import('./link-workspaces.mjs')
const failed = []
for (const check of CHECKS) {
  const done = await run(check)
  if (!done.isFine) failed.push(done)
}
for (const { name, output } of failed) console.log(`\n── ${name}\n${output.trim()}`)
process.exitCode = failed.length === 0 ? 0 : 1
