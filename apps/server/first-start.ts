import { prepareCluster } from '@mashang/store/cluster-first'
import { type Config, readConfig } from './config.ts'

/**
 * Reads the settings and loads the program, and makes the embedded database's cluster meanwhile where there is none yet:
 * on an empty folder each takes most of a second.
 */
export async function whileClusterIsMade<Program>(
  load: () => Promise<Program>,
): Promise<{ config: Config; loaded: Program }> {
  const config = readConfig()
  const making = config.databaseUrl === undefined ? prepareCluster(config.dataFolder) : undefined
  const [loaded] = await Promise.all([load(), making])
  return { config, loaded }
}
