import {
  createDemoSender,
  createIdentity,
  type Identity,
  identityMigrations,
  type MessageSender,
} from '@mashang/identity'
import { identityEndpoints } from '@mashang/identity/contract'
import {
  logEndpoints,
  type Migrations,
  type OpenStore,
  type PublicLog,
  type Subscriber,
  type Summary,
  type Task,
} from '@mashang/store'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { type Mount, mount } from './door.ts'
import { createHttpSender, createNoSender } from './senders.ts'

/** Migrations of every module, in order; the journal's own come before them. */
export const MIGRATIONS: readonly Migrations[] = [identityMigrations]

/** The tables of every module, as `openapi.json` is made of them. */
export const TABLES = [
  { name: 'identity', table: identityEndpoints },
  { name: 'log', table: logEndpoints },
] as const

/** Everything the modules give the server to run. */
export interface Modules {
  readonly identity: Identity
  readonly mounts: readonly Mount[]
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  readonly tasks: Readonly<Record<string, Task>>
  /** Lines of a crontab in UTC. */
  readonly crontab: readonly string[]
}

export interface ModulesNeeds {
  readonly config: Config
  readonly store: OpenStore
  readonly publicLog: PublicLog
  readonly log: Logger
}

const SWEEP = 'identity:sweep-sessions'

/** The one place that knows every module and hands each what it needs of the others. */
export async function createModules({ config, store, publicLog, log }: ModulesNeeds): Promise<Modules> {
  const clock = { now: () => new Date() }
  const identity = createIdentity({
    db: store.db,
    journal: store.journal,
    clock,
    sender: senderOf({ config, store, log }, clock),
    isOrgan: () => true,
    settings: { demo: config.demo },
  })
  return {
    identity,
    mounts: [
      mount('identity', identityEndpoints, identity.handlers),
      mount('log', logEndpoints, publicLog.handlers),
    ],
    summaries: identity.summaries,
    subscribers: [],
    tasks: {
      [SWEEP]: async () => {
        const sessions = await identity.sweepSessions()
        log.info({ sessions }, 'swept sessions that were over')
      },
    },
    crontab: [`17 * * * * ${SWEEP}`],
  }
}

function senderOf(
  { config, store, log }: Pick<ModulesNeeds, 'config' | 'store' | 'log'>,
  clock: { now(): Date },
): MessageSender {
  if (config.demo) return createDemoSender(store.db, clock)
  return config.sms ? createHttpSender(config.sms) : createNoSender(log)
}
