import type { Modules } from '@mashang/server'
import type { Config } from '@mashang/server/config'
import type { OpenStore } from '@mashang/store'

/** The modules as the server composes them, for one command; their threads are ended after it. */
export async function withModules<T>(
  settings: Config,
  store: OpenStore,
  work: (modules: Modules) => Promise<T>,
): Promise<T> {
  const [{ createLog, loadLogKey }, { createModules, createLogger }] = await Promise.all([
    import('@mashang/store'),
    import('@mashang/server'),
  ])
  const log = createLogger('silent')
  const key = await loadLogKey({ folder: settings.dataFolder, origin: settings.logOrigin })
  const publicLog = createLog({ db: store.db, key, log })
  const modules = await createModules({ config: settings, store, publicLog, log })
  try {
    return await work(modules)
  } finally {
    await modules.close()
  }
}
