/**
 * (f) From `node` to the first page: on an empty data folder (PostgreSQL's cluster is made, the tables and the city's
 * items written) and on one that was used before; and what the server and its PostgreSQL hold in memory then.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBundle } from '../scripts/ensure.mjs'
import { type City, freshFolder, removeCity, startCity } from './parts/city.ts'

// The bundle is made once, before anybody waits for it.
ensureBundle('server')
const TIMES = Number(process.argv[2] ?? 3)

const folder = await freshFolder()
const empty = await firstPage()
const again: number[] = []
for (let time = 0; time < TIMES; time++) {
  await empty.city.stop()
  const next = await firstPage()
  again.push(next.seconds)
  empty.city = next.city
}
const { city } = empty
const memory = await city.memory()
const postgres = await memoryOfDatabase()
await removeCity(city)
console.log(
  `start: first page after ${empty.seconds.toFixed(2)} s on an empty folder, ${median(again).toFixed(2)} s on a used one; ` +
    `memory ${memory.now.toFixed(0)} MB and ${postgres.toFixed(0)} MB of PostgreSQL`,
)

async function firstPage(): Promise<{ seconds: number; city: City }> {
  const begun = performance.now()
  const started = await startCity(folder)
  const answer = await fetch(`${started.url}/`, { headers: { accept: 'text/html' } })
  const page = await answer.text()
  if (!answer.ok || !page.includes('</html>')) throw new Error(`no page: ${answer.status}`)
  return { seconds: (performance.now() - begun) / 1000, city: started }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

/** Proportional share of each of its processes, so that shared buffers count once; MB. */
async function memoryOfDatabase(): Promise<number> {
  const main = (await readFile(join(folder, 'postgresql', 'postmaster.pid'), 'utf8')).split('\n')[0] ?? ''
  let kilobytes = 0
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    if (pid !== main && !status.includes(`\nPPid:\t${main}\n`)) continue
    const shares = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(shares)?.[1] ?? 0)
  }
  return kilobytes / 1000
}
