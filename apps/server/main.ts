import { whileClusterIsMade } from './first-start.ts'
import { runUntilStopped } from './run.ts'

runUntilStopped(async () => {
  const { config, loaded, reading } = await whileClusterIsMade(() => import('./start.ts'))
  return loaded.startServer(config, { reading })
})
