import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '@mashang/kit'
import pg from 'pg'
import { isAlive, type Layout, OWNER, type Postmaster, readPassword } from './cluster.ts'

export function urlOf(layout: Layout, server: Postmaster, password: string, database = OWNER): string {
  const who = `${OWNER}:${encodeURIComponent(password)}`
  if (server.socketFolder === '') return `postgresql://${who}@127.0.0.1:${server.port}/${database}`
  return `postgresql://${who}@/${database}?host=${encodeURIComponent(layout.sockets)}&port=${server.port}`
}

const HOLD = 'select pg_try_advisory_lock(7703001) as held'
const HOLDER = `select pid, (select application_name from pg_stat_activity a where a.pid = l.pid) as name
  from pg_locks l where locktype = 'advisory' and objid = 7703001 and granted`

/**
 * One session of the server belongs to the process that runs it and holds a lock that ends with the process,
 * however that dies: who holds it uses the data folder.
 */
export async function takeHold(layout: Layout, server: Postmaster, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(layout, server, password, 'postgres'),
    application_name: `mashang-launcher-${process.pid}`,
  })
  client.on('error', () => {})
  await client.connect()
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>(HOLD)
    if (rows[0]?.held === true) return client
    const holder = await holderOf(client)
    if (holder !== undefined && (holder === process.pid || isAlive(holder))) {
      await client.end()
      throw inUse(layout, holder)
    }
    await sleep(20)
  }
}

async function holderOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string | null }>(HOLDER)
  const pid = /^mashang-launcher-(\d+)$/.exec(rows[0]?.name ?? '')?.[1]
  return pid === undefined ? undefined : Number(pid)
}

function inUse(layout: Layout, holder: number): Error {
  return new OperatorError({
    zh: `数据文件夹 ${layout.dataFolder} 正被另一个马上办进程（编号 ${holder}）使用。请先停止它，或换一个数据文件夹。`,
    en:
      `The data folder ${layout.dataFolder} is in use by another Mashang process (number ${holder}). ` +
      'Stop that one, or choose another data folder.',
  })
}

/** Throws, naming it, when another living process runs this server. */
export async function refuseIfHeld(layout: Layout, server: Postmaster): Promise<void> {
  const password = await readPassword(layout)
  if (password === undefined) return
  const client = new pg.Client({ connectionString: urlOf(layout, server, password, 'postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    const holder = await holderOf(client)
    if (holder !== undefined && isAlive(holder)) throw inUse(layout, holder)
  } finally {
    await client.end().catch(() => {})
  }
}
