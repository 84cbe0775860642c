/**
 * (e) The inbox over 1,000,000 applications of every line of the catalogue, skewed: each list with its counts, as an officer, a head, a window clerk
 * and a supervisor see it, through the door (access, validation, query, masking) in this process. One request at a
 * time: a time is that of one reader's page.
 */
import { rm } from 'node:fs/promises'
import type { ApplicationRow } from '@mashang/approvals/contract'
import { deskEndpoints, INBOX_VIEWS } from '@mashang/approvals/contract'
import type { ServiceItem } from '@mashang/flow'
import { isRefusal, type StaffRole, type Who } from '@mashang/kit'
import { createLog, loadLogKey, openStore } from '@mashang/store'
import { sql } from 'kysely'
import { readConfig } from '../apps/server/config.ts'
import { createDoor } from '../apps/server/door.ts'
import { createLogger } from '../apps/server/logger.ts'
import { createModules, MIGRATIONS } from '../apps/server/modules.ts'
import { freshFolder } from './parts/city.ts'
import { fillApplications } from './parts/many-applications.ts'

const APPLICATIONS = Number(process.argv[2] ?? 1_000_000)
const TIMES = Number(process.argv[3] ?? 12)
const isTold = process.argv[4] === 'each'

const folder = await freshFolder()
const config = readConfig({ DATA: folder, DEMO: 'true' })
const store = await openStore({ dataFolder: folder, migrations: MIGRATIONS, poolSize: 20 })
const key = await loadLogKey({ folder, origin: 'bench/log' })
const publicLog = createLog({ db: store.db, key })
const modules = await createModules({ config, store, publicLog, log: createLogger('silent') })
const door = createDoor(modules.mounts)

interface Reader {
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly organ: string
}
const READERS: readonly Reader[] = [
  { name: 'officer', roles: ['handling-officer'], organ: 'market-regulation' },
  { name: 'officer of a small office', roles: ['handling-officer', 'inspector'], organ: 'sports-bureau' },
  { name: 'head', roles: ['approval-head'], organ: 'market-regulation' },
  { name: 'window clerk', roles: ['window-clerk'], organ: 'data-bureau' },
  { name: 'supervisor', roles: ['supervisor'], organ: 'data-bureau' },
]

interface Measured {
  readonly what: string
  readonly ms: number
}

type Query = { view?: (typeof INBOX_VIEWS)[number]; text?: string; item?: string; after?: string }
interface Inbox {
  readonly rows: readonly ApplicationRow[]
  readonly next?: string
}

async function measure({ name, roles, organ }: Reader): Promise<readonly Measured[]> {
  const who: Who = { kind: 'staff', id: crypto.randomUUID(), name, organ, roles, session: 'bench' }
  const desk = door.clientOf(deskEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
  const measured: Measured[] = []
  const ask = async (query: Query): Promise<Inbox> => {
    const begun = performance.now()
    const inbox = await desk.listInbox({ query })
    measured.push({ what: `${name} ${JSON.stringify(query)}`, ms: performance.now() - begun })
    if (isRefusal(inbox)) throw new Error(inbox.code)
    return inbox
  }
  for (const view of INBOX_VIEWS) {
    const { next, rows } = await ask({ view })
    if (next) await ask({ view, after: next })
    await ask({ view, text: '王小' })
    await ask({ view, text: rows[0]?.number ?? '210200-999' })
    if (rows[0]) await ask({ view, item: rows[0].item.code })
  }
  return measured
}

try {
  const items = await everyLineAsAnItem()
  await fillApplications(store.db, items, APPLICATIONS)
  for (const reader of READERS) await measure(reader)
  const all: Measured[] = []
  for (let time = 0; time < TIMES; time++) for (const reader of READERS) all.push(...(await measure(reader)))
  report(all, items.length)
} finally {
  await modules.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
}

/** Lines of the catalogue that have no guide yet are given that of the first item, under their own code and name. */
async function everyLineAsAnItem(): Promise<readonly ServiceItem[]> {
  const items = modules.profile.items.map(({ item }) => item)
  const [model] = items
  const known = new Set(items.map(({ code }) => code))
  if (!model) throw new Error('the city has no item')
  const others = modules.profile.entries.flatMap(({ entry }): ServiceItem[] =>
    known.has(entry.code) ? [] : [{ ...model, code: entry.code, name: entry.name, organ: entry.organ }],
  )
  for (const item of others)
    await sql`insert into approvals.item
      select (jsonb_populate_record(i, ${JSON.stringify({ code: item.code, organ: item.organ, name: item.name.zh, definition: item })}::jsonb)).*
      from approvals.item i where i.code = ${model.code} and i.version = ${model.version}`.execute(store.db)
  return [...items, ...others]
}

function report(all: readonly Measured[], items: number): void {
  if (isTold) for (const [what, ms] of slowest(all)) console.log(`${ms.toFixed(1).padStart(8)} ms  ${what}`)
  const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)]?.toFixed(1)
  const sorted = (some: readonly Measured[]) => some.map(({ ms }) => ms).sort((one, other) => one - other)
  const of = ({ name }: Reader) =>
    `${name} ${at(sorted(all.filter(({ what }) => what.startsWith(`${name} {`))), 0.99)}`
  console.log(
    `inbox: p50 ${at(sorted(all), 0.5)} ms, p99 ${at(sorted(all), 0.99)} ms of ${all.length} pages with counts over ` +
      `${APPLICATIONS.toLocaleString('en')} applications of ${items} items; p99 by reader: ${READERS.map(of).join(', ')} ms`,
  )
}

/** Each query's median, slowest first. */
function slowest(all: readonly Measured[]): readonly (readonly [string, number])[] {
  const medians = [...new Set(all.map(({ what }) => what))].map((what) => {
    const some = all.filter((one) => one.what === what)
    const times = some.map(({ ms }) => ms).sort((one, other) => one - other)
    return [what, times[Math.floor(times.length / 2)] ?? 0] as const
  })
  return medians.sort(([, one], [, other]) => other - one).slice(0, 40)
}
