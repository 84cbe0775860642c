/**
 * (h) Rebuild of the summary of applications from the journal. Each case is submitted and accepted: two
 * entries, folded and reckoned with the city's calendar as in the server.
 */
import { rm } from 'node:fs/promises'
import { isRefusal, uuidv7 } from '@mashang/kit'
import { type Append, createLog, loadLogKey, openStore, rebuild } from '@mashang/store'
import { readConfig } from '../apps/server/config.ts'
import { createLogger } from '../apps/server/logger.ts'
import { createModules, MIGRATIONS } from '../apps/server/modules.ts'
import { freshFolder } from './parts/city.ts'

const CASES = Number(process.argv[2] ?? 20_000)

const folder = await freshFolder()
const config = readConfig({ DATA: folder, DEMO: 'true' })
const store = await openStore({ dataFolder: folder, migrations: MIGRATIONS, poolSize: 20 })
const key = await loadLogKey({ folder, origin: 'bench/log' })
const publicLog = createLog({ db: store.db, key })
const modules = await createModules({ config, store, publicLog, log: createLogger('silent') })
const item = modules.profile.items.map((one) => one.item).find(({ code }) => code === '2102-TY-XK-0001')
if (!item) throw new Error('the city has no kite-flying permit')
const summaries = modules.summaries.filter(({ name }) => name === 'approvals.application')

function aCase(serial: number): Append {
  const applicant = {
    kind: 'person',
    personId: uuidv7(),
    name: '王小风',
    idCard: '11010519491231002X',
    phone: '13900000000',
  }
  const submitted = {
    number: `210200-261123-${serial}`,
    item: { code: item?.code, version: item?.version },
    channel: 'online',
    applicant,
    form: { name: '王小风', land: 'public', day: '2026-12-20', 'line-length': 80, night: false },
    materials: [],
    delivery: 'electronic',
  }
  return {
    stream: 'application',
    caseId: uuidv7(),
    expected: 0,
    at: '2026-11-02T02:00:00.000Z',
    actor: { kind: 'system', id: 'bench', name: 'bench' },
    entries: [
      { kind: 'submitted', content: submitted },
      { kind: 'accepted', content: { silently: false, note: '' } },
    ],
  }
}

try {
  for (let serial = 0; serial < CASES; serial += 500) {
    const cases = Array.from({ length: 500 }, (_, index) => store.journal.append(aCase(serial + index)))
    for (const appended of await Promise.all(cases)) if (isRefusal(appended)) throw new Error(appended.code)
  }
  const begun = performance.now()
  const [rebuilt] = await rebuild(store.db, summaries)
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `rebuild: ${((rebuilt?.cases ?? 0) / seconds).toFixed(0)} cases/s: ${rebuilt?.cases} cases of two entries in ${seconds.toFixed(1)} s`,
  )
} finally {
  await modules.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
}
