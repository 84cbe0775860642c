/**
 * (i) Verification of licences by their code, as a machine that scans them asks for it over HTTP on 16 connections: a
 * register taken over from a sheet, codes drawn from all of it, each answer with its place in the public log.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import { licenceEndpoints, type Verification } from '@mashang/approvals/contract'
import { isRefusal, type StaffRole, type Who } from '@mashang/kit'
import { createLog, loadLogKey, openStore } from '@mashang/store'
import { sql } from 'kysely'
import { readConfig } from '../apps/server/config.ts'
import { createDoor } from '../apps/server/door.ts'
import { createLogger } from '../apps/server/logger.ts'
import { createModules, MIGRATIONS } from '../apps/server/modules.ts'
import { type City, call, freshFolder, removeCity, startCity } from './parts/city.ts'
import { type LoadRequest, putLoad } from './parts/load.ts'

const LICENCES = Number(process.argv[2] ?? 20_000)
const SECONDS = Number(process.argv[3] ?? 10)
const CONNECTIONS = 16
const HOLDER = '11010519491231002X'

const folder = await freshFolder()
const codes = await takeOver()
const city = await startCity(folder)
try {
  await untilLogged(city, codes.at(-1) ?? '')
  const connections = Array.from({ length: CONNECTIONS }, (_, at) =>
    codes
      .filter((_, i) => i % CONNECTIONS === at)
      .map((code): LoadRequest => ({ method: 'GET', path: `/api/approvals/verify/${code}` })),
  )
  // Long enough for each to have been asked for once: where an entry stands in the log is looked up the first time.
  const load = { ...city, warmSeconds: 20, seconds: SECONDS, connections }
  const { perSecond, p50, p99 } = await putLoad(load)
  console.log(
    `verify: ${perSecond.toFixed(0)} licences/s of ${codes.length.toLocaleString('en')}, p50 ${p50.toFixed(1)} ms, ` +
      `p99 ${p99.toFixed(1)} ms at ${CONNECTIONS} connections; ${Math.round((await city.memory()).now)} MB`,
  )
} finally {
  await removeCity(city)
}

/** Takes a register over as an office does, in this process; the codes of its licences, in no order. */
async function takeOver(): Promise<readonly string[]> {
  const config = readConfig({ DATA: folder, DEMO: 'true' })
  const store = await openStore({ dataFolder: folder, migrations: MIGRATIONS, poolSize: 4 })
  const key = await loadLogKey({ folder, origin: config.logOrigin })
  const publicLog = createLog({ db: store.db, key })
  const modules = await createModules({ config, store, publicLog, log: createLogger('silent') })
  const roles: StaffRole[] = ['handling-officer']
  const who: Who = {
    kind: 'staff',
    id: crypto.randomUUID(),
    name: 'bench',
    organ: 'market-regulation',
    roles,
    session: 'bench',
  }
  const office = createDoor(modules.mounts).clientOf(
    licenceEndpoints,
    { who, expired: false, language: 'zh', csrfToken: '' },
    {},
  )
  const taken = await office.importLicences({
    upload: { name: 'register.csv', type: 'text/csv', body: sheet() },
  })
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
  const { rows } = await sql<{
    code: string
  }>`select code from approvals.certificate order by md5(code)`.execute(store.db)
  await modules.close()
  await store.close()
  return rows.map(({ code }) => code)
}

async function* sheet(): AsyncIterable<Uint8Array> {
  const lines = Array.from(
    { length: LICENCES },
    (_, i) =>
      `food-business-licence,JY2210203${String(i).padStart(8, '0')},王小海,${HOLDER},2025-01-01,2029-12-31,经营场所=唐山街 ${i} 号`,
  )
  yield new TextEncoder().encode(
    ['证照类型编号,证照编号,持证人,证件号码,有效期起,有效期止,许可内容', ...lines].join('\n'),
  )
}

/** The last entry of the register stands in the public log. */
async function untilLogged(at: City, code: string): Promise<void> {
  for (;;) {
    const { body } = await call(at, 'GET', `/api/approvals/verify/${code}`)
    if ((body as Verification).log) return
    await sleep(200)
  }
}
