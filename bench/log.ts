/**
 * (g) What the public log costs a submission: the same load as `submit`, in turn with every entry going to the log and
 * with none. A trigger lets the rows of the waiting list through or drops them, and costs both the same. The time until
 * the last entry has its place counts. The digest, which both make, is measured alone and counted as a cost of the log.
 */
import { digestOf } from '@mashang/proof'
import { findEmbedded, openDatabase } from '@mashang/store'
import { sql } from 'kysely'
import { freshFolder, removeCity, startCity } from './parts/city.ts'
import { processorTime } from './parts/cpu.ts'
import { putLoad } from './parts/load.ts'
import { aSubmission } from './parts/submission.ts'

const SECONDS = Number(process.argv[2] ?? 4)
const ROUNDS = Number(process.argv[3] ?? 5)
const CONNECTIONS = 16

interface Measured {
  /** Submissions a second, all of them placed. */
  readonly rate: number
  /** Seconds of processor time of one, in the server and in PostgreSQL. */
  readonly cpu: number
}

const city = await startCity(await freshFolder())
const url = await findEmbedded(city.folder)
if (!url) throw new Error('the city has no PostgreSQL')
const { db, close } = openDatabase({ url, poolSize: 1, onError: () => {} })
try {
  const submissions = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, serial) => aSubmission(city, serial)),
  )
  const connections = submissions.map((request) => [request])
  const load = (seconds: number) =>
    putLoad({ host: city.host, port: city.port, warmSeconds: 0, seconds, connections })

  async function measure(isLogged: boolean): Promise<Measured> {
    await letThrough(isLogged)
    const before = await processorTime(city.pid, city.folder)
    const { perSecond } = await load(SECONDS)
    const ended = performance.now()
    await untilPlaced()
    const after = await processorTime(city.pid, city.folder)
    const count = perSecond * SECONDS
    return {
      rate: count / (SECONDS + (performance.now() - ended) / 1000),
      cpu: (after.server - before.server + after.database - before.database) / count,
    }
  }

  await makeTrigger()
  await load(SECONDS)
  const logged: Measured[] = []
  const unlogged: Measured[] = []
  for (let round = 0; round < ROUNDS; round++) {
    unlogged.push(await measure(false))
    logged.push(await measure(true))
  }
  report(logged, unlogged)
} finally {
  await close()
  await removeCity(city)
}

async function makeTrigger(): Promise<void> {
  await letThrough(true)
  await sql`create trigger let_through before insert on journal.pending
    for each row execute function public.let_through()`.execute(db)
}

async function letThrough(isLogged: boolean): Promise<void> {
  await sql`create or replace function public.let_through() returns trigger language plpgsql
    as ${sql.lit(isLogged ? 'begin return new; end' : 'begin return null; end')}`.execute(db)
}

async function untilPlaced(): Promise<void> {
  while ((await sql`select from journal.pending limit 1`.execute(db)).rows.length > 0);
}

/** Seconds that one digest takes, of an entry as large as that of `aSubmission`. */
function measureDigest(): number {
  const form = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`field-${i}`, `第${i}项：星海广场`]))
  const materials = [1, 2].map((n) => ({ name: `材料${n}.pdf`, digest: 'ab'.repeat(32), size: 123_456 * n }))
  const entry = {
    stream: 'application',
    caseId: crypto.randomUUID(),
    revision: 1,
    kind: 'submitted',
    at: new Date().toISOString(),
    actor: { kind: 'citizen', id: 'c-1', name: '王小风' } as const,
    content: { number: '210200-261124-000001-1', item: 'kite-permit', form, materials },
    salt: '0'.repeat(32),
  }
  const times = 20_000
  for (let warm = 0; warm < times; warm++) digestOf(entry)
  const begun = process.cpuUsage()
  for (let i = 0; i < times; i++) digestOf(entry)
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1e6 / times
}

function report(logged: readonly Measured[], unlogged: readonly Measured[]): void {
  const median = (values: readonly number[]) =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
  const of = (all: readonly Measured[], what: keyof Measured) => median(all.map((one) => one[what]))
  const digest = measureDigest()
  // Of neighbours in time, so that what else the machine does falls on both.
  const cost = median(logged.map(({ rate }, at) => 1 - (1 / (unlogged[at]?.rate ?? rate) - digest) * rate))
  const micro = (seconds: number) => `${(seconds * 1e6).toFixed(0)} µs`
  const without = of(unlogged, 'cpu') - digest
  const added = of(logged, 'cpu') - without
  console.log(
    `log: ${of(logged, 'rate').toFixed(0)} submissions/s with the public log, ${of(unlogged, 'rate').toFixed(0)} ` +
      `without its rows: with the digest it costs ${(cost * 100).toFixed(1)} %; processor time of one submission ` +
      `${micro(without)} without, ${micro(added)} (${((added / without) * 100).toFixed(1)} %) for the log, ` +
      `${micro(digest)} of them the digest; medians of ${ROUNDS} rounds of ${SECONDS} s in turn`,
  )
}
