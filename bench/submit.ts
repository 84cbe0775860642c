/**
 * (a) Submissions: one HTTP request that refers to two uploaded files, by signed-in citizens on 16 connections;
 * answered when entry, summary row and idempotency key are durable. Beside it a bare Fastify with one insert and one
 * audit row on the same PostgreSQL, as a transaction and as one statement. They take turns, so that the machine's
 * mood falls on all.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findEmbedded } from '@mashang/store'
import { end, freshFolder, removeCity, startCity } from './parts/city.ts'
import { processorTime } from './parts/cpu.ts'
import { type Loaded, type LoadRequest, putLoad } from './parts/load.ts'
import { aSubmission } from './parts/submission.ts'

const SECONDS = Number(process.argv[2] ?? 4)
const ROUNDS = Number(process.argv[3] ?? 3)
const CONNECTIONS = 16
const WARM = 1

const city = await startCity(await freshFolder())
try {
  const submissions = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, serial) => aSubmission(city, serial)),
  )
  const bare = await startBare()
  const at = (path: string) => submissions.map((request) => ({ ...request, path, keyed: false }))
  const ours: Measured[] = []
  const transactions: Measured[] = []
  const statements: Measured[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await load(city, submissions))
    transactions.push(await load(bare, at('/applications')))
    statements.push(await load(bare, at('/at-once')))
  }
  await end(bare.child)
  report(ours, transactions, statements)
} finally {
  await removeCity(city)
}

async function startBare() {
  const url = await findEmbedded(city.folder)
  if (!url) throw new Error('the city has no PostgreSQL')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `${import.meta.dirname}/parts/bare-process.ts`, url],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, pid: child.pid ?? 0, port: Number(port.toString()) }
}

interface Measured extends Loaded {
  /** Microseconds of processor time a request, of the server and of PostgreSQL. */
  readonly server: number
  readonly database: number
}

async function load(
  { port, pid }: { port: number; pid: number },
  requests: readonly LoadRequest[],
): Promise<Measured> {
  const connections = requests.map((request) => [request])
  const before = await processorTime(pid, city.folder)
  const loaded = await putLoad({ host: '127.0.0.1', port, warmSeconds: WARM, seconds: SECONDS, connections })
  const after = await processorTime(pid, city.folder)
  const each = 1e6 / (loaded.perSecond * (SECONDS + WARM))
  return {
    ...loaded,
    server: (after.server - before.server) * each,
    database: (after.database - before.database) * each,
  }
}

function report(...all: readonly (readonly Measured[])[]): void {
  const median = (values: readonly number[]) =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
  const [ours, transactions, statements] = all.map((rounds) => ({
    rate: median(rounds.map(({ perSecond }) => perSecond)),
    p50: median(rounds.map(({ p50 }) => p50)).toFixed(1),
    p99: median(rounds.map(({ p99 }) => p99)).toFixed(1),
    // The last round: until then the compiler is still at work.
    cpu: `${rounds.at(-1)?.server.toFixed(0)} + ${rounds.at(-1)?.database.toFixed(0)} µs`,
  }))
  if (!ours || !transactions || !statements) return
  const beside = ({ rate }: typeof ours) => `${rate.toFixed(0)}/s: ratio ${(ours.rate / rate).toFixed(2)}`
  console.log(
    `submit: ${ours.rate.toFixed(0)} applications/s, p50 ${ours.p50} ms, p99 ${ours.p99} ms at ${CONNECTIONS} connections; ` +
      `a bare insert with an audit row in a transaction ${beside(transactions)}, in one statement ${beside(statements)}; ` +
      `processor time a request, server + PostgreSQL: ${ours.cpu} against ${transactions.cpu} and ${statements.cpu}; ` +
      `medians of ${ROUNDS} rounds of ${SECONDS} s in turn`,
  )
}
