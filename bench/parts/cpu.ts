import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Seconds of processor time that a process has used, and the process it belongs to. Linux only; zero elsewhere. */
async function used(pid: string | number): Promise<{ seconds: number; parent: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // Of itself, and of its children that have ended.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return { seconds: ticks / 100, parent: fields[1] ?? '' }
}

/** Seconds of processor time of a server and of the PostgreSQL on a data folder, up to now. */
export async function processorTime(
  pid: number,
  folder: string,
): Promise<{ server: number; database: number }> {
  const file = await readFile(join(folder, 'postgresql', 'postmaster.pid'), 'utf8').catch(() => '')
  const main = file.split('\n')[0]
  let database = 0
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue
    const { seconds, parent } = await used(name)
    if (name === main || parent === main) database += seconds
  }
  return { server: (await used(pid)).seconds, database }
}
