import { EventEmitter } from 'node:events'
import { Logger, makeWorkerUtils, run as runWorker } from 'graphile-worker'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { Jobs } from './contract.ts'
import { pruneAnswers } from './journal.ts'
import { type Log, silentLog } from './logger.ts'

/** What a task does with its payload; throwing means that it is tried again later. */
export type Task = (payload: unknown) => Promise<void>

export interface RunJobsOptions {
  readonly db: Kysely<unknown>
  readonly url: string
  readonly tasks: Readonly<Record<string, Task>>
  /** Lines of a crontab in UTC: `0 19 * * * approvals:warn-before-deadline`. */
  readonly crontab?: readonly string[]
  /** Jobs at a time; default 2. */
  readonly concurrency?: number
  readonly log?: Log
  readonly onDone?: (done: { task: string; failed: boolean; ms: number }) => void
}

export interface RunningJobs {
  /** Lets the jobs in progress end. */
  stop(): Promise<void>
}

/** Prepares a database for jobs; several nodes may do it at once. */
export async function migrateJobs(url: string): Promise<void> {
  const pool = openPool(url, 2)
  try {
    const utils = await makeWorkerUtils({ pgPool: pool, logger: quiet })
    await utils.migrate()
    await utils.release()
  } finally {
    await pool.end()
  }
}

/** Puts work off to any node that runs jobs. */
export function createJobs(db: Kysely<unknown>): Jobs {
  return {
    enqueue: async (task, payload, options = {}) => {
      await enqueueing(task, payload, options).execute(db)
    },
  }
}

/** The same as a statement: enqueued if, and only if, the append that carries it alongside is written. */
export function enqueueing(
  task: string,
  payload: unknown,
  options: { readonly at?: Date; readonly key?: string } = {},
): RawBuilder<unknown> {
  return sql`select graphile_worker.add_job(${task}::text, payload => ${JSON.stringify(payload ?? null)}::json,
    run_at => ${options.at ?? null}::timestamptz, job_key => ${options.key ?? null}::text)`
}

const OWN_TASK = 'store:prune-answers'
const OWN_CRONTAB = `30 19 * * * ${OWN_TASK}`

/** Works jobs until stopped; any number of nodes may. Each job runs at least once, and again after a failure. */
export async function runJobs(options: RunJobsOptions): Promise<RunningJobs> {
  const { log = silentLog, concurrency = 2 } = options
  const pool = openPool(options.url, concurrency + 2)
  const own: Record<string, Task> = {
    [OWN_TASK]: async () => {
      const answers = await pruneAnswers(options.db)
      log.info({ answers }, 'forgot answers kept for 30 days')
    },
  }
  const events = new EventEmitter()
  report(events, options)
  const runner = await runWorker({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: loggerOf(log),
    events: events as NonNullable<Parameters<typeof runWorker>[0]['events']>,
    taskList: Object.fromEntries(
      Object.entries({ ...own, ...options.tasks }).map(([name, task]) => [
        name,
        (payload: unknown) => task(payload),
      ]),
    ),
    crontab: [OWN_CRONTAB, ...(options.crontab ?? [])].join('\n'),
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}

interface Completed {
  readonly job: { readonly task_identifier: string }
  readonly error: unknown
}

function report(events: EventEmitter, { onDone }: RunJobsOptions): void {
  if (onDone === undefined) return
  const begun = new WeakMap<object, number>()
  events.on('job:start', ({ job }: Completed) => begun.set(job, Date.now()))
  events.on('job:complete', ({ job, error }: Completed) => {
    const ms = Date.now() - (begun.get(job) ?? Date.now())
    onDone({ task: job.task_identifier, failed: error != null, ms })
  })
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'mashang-jobs' })
  // A connection that breaks is replaced; without listeners the error would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const quiet = new Logger(() => () => {})

function loggerOf(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const facts = { ...scope, ...meta }
    if (level === 'error') log.error(facts, message)
    else if (level === 'warning') log.warn(facts, message)
  })
}
