import {
  announceGrowth,
  type OpenStore,
  type PublicLog,
  runJobs,
  runSubscriptions,
  type Subscriptions,
} from '@mashang/store'
import type { Logger } from 'pino'
import type { Modules } from './modules.ts'

export interface Worker {
  /** Lets what is in progress end. */
  stop(): Promise<void>
}

/** The work behind the answers: the public log, the subscribers and the jobs. Any number of nodes may run it. */
export async function startWorker(needs: {
  readonly store: OpenStore
  readonly publicLog: (onGrown: () => void) => PublicLog
  readonly modules: Modules
  readonly log: Logger
}): Promise<Worker> {
  const { store, modules, log } = needs
  const { db, url } = store
  let subscriptions: Subscriptions | undefined
  const publicLog = needs.publicLog(() => {
    subscriptions?.wake()
    announceGrowth(db).catch((error) => log.warn({ err: error }, 'other nodes were not told of new entries'))
  })
  await publicLog.sequencer.start()
  subscriptions = runSubscriptions({ db, url, subscribers: modules.subscribers, log })
  const jobs = await runJobs({ db, url, tasks: modules.tasks, crontab: modules.crontab, log })
  return {
    async stop() {
      await jobs.stop()
      await subscriptions?.stop()
      await publicLog.sequencer.stop()
    },
  }
}
