/**
 * (g) What the public log costs: submissions a second (one entry, one summary row, one idempotency key, durable, 16
 * at a time) without a waiting list, with one, and with the sequencer at work, whose time to place every entry
 * counts too. The three take turns, so that a change of the machine's mood falls on all. The digest, which all
 * three make, is measured alone and counted as a cost of the log.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal, uuidv7 } from '@mashang/kit'
import { digestOf, newSecretKey, readSecretKey } from '@mashang/proof'
import { createJournal, createLog, type Journal, openStore } from '@mashang/store'
import { type CompiledQuery, sql } from 'kysely'

const SECONDS = Number(process.argv[2] ?? 2)
const ROUNDS = 9
const WRITERS = 16

const folder = mkdtempSync(join(tmpdir(), 'mashang-bench-log-'))
const store = await openStore({ dataFolder: folder, migrations: [], poolSize: WRITERS + 2 })
const { db, journal } = store
await sql`create table public.application (id uuid primary key, number text not null, state jsonb not null)`.execute(
  db,
)
const key = readSecretKey(newSecretKey('bench.example/log'))
if (isRefusal(key)) throw new Error(key.code)
const { sequencer } = createLog({ db, key })
await sequencer.sequence()

const actor = { kind: 'citizen', id: 'c-1', name: '王小风' } as const
const form = Object.fromEntries(
  Array.from({ length: 24 }, (_, i) => [`field-${i}`, `第${i}项：星海广场风筝放飞`]),
)
const materials = [1, 2].map((n) => ({ name: `材料${n}`, digest: 'ab'.repeat(32), size: 123_456 * n }))

function aSubmission() {
  const content = { number: uuidv7(), item: 'kite-permit', form, materials }
  return { caseId: uuidv7(), content, answer: { number: content.number }, at: new Date().toISOString() }
}

const summaryOf = (caseId: string, content: { number: string }) =>
  sql`insert into public.application values (${caseId}, ${content.number}, ${JSON.stringify(content)}::jsonb)`

async function submit(to: Journal): Promise<void> {
  const { caseId, content, answer, at } = aSubmission()
  const appended = await to.append({
    stream: 'application',
    caseId,
    expected: 0,
    at,
    actor,
    entries: [{ kind: 'submitted', content }],
    alongside: [summaryOf(caseId, content)],
    once: { key: caseId, bodyDigest: 'cd'.repeat(32), answer },
  })
  if (isRefusal(appended)) throw new Error(appended.code)
}

/** The same journal, whose statement makes the row for the log but puts it nowhere. */
const journalWithoutLog = createJournal(
  new Proxy(db, {
    get: (target, name) => {
      if (name !== 'executeQuery') return Reflect.get(target, name, target)
      return (query: CompiledQuery) => {
        const text = query.sql.replace(/insert into journal\.pending \([^)]*\) values/, 'values')
        if (text === query.sql)
          throw new Error('the append no longer writes journal.pending as this knows it')
        return target.executeQuery({ ...query, sql: text })
      }
    },
  }),
)

/** Seconds that one digest takes. */
function measureDigest(): number {
  const { caseId, content, at } = aSubmission()
  const entry = {
    stream: 'application',
    caseId,
    revision: 1,
    kind: 'submitted',
    at,
    actor,
    content,
    salt: '0'.repeat(32),
  }
  const times = 20_000
  for (let warm = 0; warm < times; warm++) digestOf(entry)
  const begun = process.cpuUsage()
  for (let i = 0; i < times; i++) digestOf(entry)
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1e6 / times
}

/** Seconds of processor time that this process and the embedded server have used, where the system tells. */
function findCpu(): number | undefined {
  const { user, system } = process.cpuUsage()
  try {
    const [server = ''] = readFileSync(join(folder, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')
    let ticks = 0
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // Parent, then user and system time; of the server itself also those of children that have ended.
      const own = pid === server ? [11, 12, 13, 14] : fields[1] === server ? [11, 12] : []
      for (const field of own) ticks += Number(fields[field])
    }
    return (user + system) / 1e6 + ticks / 100
  } catch {
    return undefined
  }
}

interface Measured {
  /** Submissions a second. */
  readonly rate: number
  /** Seconds of processor time for one submission; not a number where the system does not tell. */
  readonly cpu: number
}

/** 16 writers; `settle` belongs to the time. */
async function measure(work: () => Promise<void>, settle = async () => {}): Promise<Measured> {
  const cpu = findCpu()
  const begun = performance.now()
  let done = 0
  const writers = Array.from({ length: WRITERS }, async () => {
    while (performance.now() - begun < SECONDS * 1000) {
      await work()
      done += 1
    }
  })
  await Promise.all(writers)
  await settle()
  const rate = done / ((performance.now() - begun) / 1000)
  return { rate, cpu: ((findCpu() ?? Number.NaN) - (cpu ?? Number.NaN)) / done }
}

async function placeAll(): Promise<void> {
  await sequencer.stop()
  while ((await sequencer.sequence()) > 0);
}

async function measureWithSequencer(): Promise<Measured> {
  await sequencer.start()
  return measure(() => submit(journal), placeAll)
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function medianOf(measured: readonly Measured[]): Measured {
  return { rate: median(measured.map(({ rate }) => rate)), cpu: median(measured.map(({ cpu }) => cpu)) }
}

await measure(() => submit(journalWithoutLog))
await measureWithSequencer()
const all = { none: [] as Measured[], waiting: [] as Measured[], placed: [] as Measured[] }
for (let round = 0; round < ROUNDS; round++) {
  all.none.push(await measure(() => submit(journalWithoutLog)))
  all.waiting.push(await measure(() => submit(journal)))
  // What was left waiting belongs to no measurement.
  await placeAll()
  all.placed.push(await measureWithSequencer())
}
const [none, waiting, placed] = [medianOf(all.none), medianOf(all.waiting), medianOf(all.placed)]
const { rows } = await sql<{ checkpoints: number; leaves: number }>`
  select (select count(*) from journal.checkpoint) as checkpoints, (select count(*) from journal.leaf) as leaves`.execute(
  db,
)
await store.close()
rmSync(folder, { recursive: true, force: true })

const digest = measureDigest()
/** Of neighbours in time, so that what else the machine does falls on both. */
const cost = median(all.placed.map(({ rate }, at) => 1 - (1 / (all.none[at]?.rate ?? rate) - digest) * rate))
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const micro = (seconds: number) => `${(seconds * 1e6).toFixed(0)} µs`
const more = (seconds: number) => `${seconds < 0 ? '−' : '+'}${micro(Math.abs(seconds))}`
console.log(
  `log: ${placed.rate.toFixed(0)} submissions/s with the public log, ${none.rate.toFixed(0)} without: it costs ` +
    `${percent(cost)}; processor time of one submission ${micro(none.cpu - digest)} ` +
    `without, ${more(digest)} digest, ${more(waiting.cpu - none.cpu)} waiting list, ${more(placed.cpu - waiting.cpu)} ` +
    `sequencer; ${rows[0]?.leaves} leaves, ${rows[0]?.checkpoints} checkpoints; medians of ${ROUNDS}`,
)
