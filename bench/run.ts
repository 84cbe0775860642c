/**
 * `npm run bench [NAME]…`: runs the benches named, or all of them one after the other; each prints its line.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const ALL = [
  'submit',
  'upload',
  'guide',
  'verify',
  'search',
  'inbox',
  'start',
  'log',
  'rebuild',
  'documents',
  'figures',
]

const fileOf = (name: string) => join(import.meta.dirname, `${name}.ts`)
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !ALL.includes(name))
if (unknown.length > 0) {
  console.error(`没有这项测量 There is no bench ${unknown.join(', ')}; 可选 there are: ${ALL.join(', ')}`)
  process.exit(2)
}
let isBroken = false
for (const name of (asked.length > 0 ? asked : ALL).filter((one) => existsSync(fileOf(one)))) {
  const done = spawnSync(process.execPath, ['--import', 'tsx', fileOf(name)], { stdio: 'inherit' })
  if (done.status !== 0) isBroken = true
}
process.exit(isBroken ? 1 : 0)
