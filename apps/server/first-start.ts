import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { prepareCluster } from '@mashang/store/cluster-first'
import type { City } from './city.ts'
import { type Config, readConfig } from './config.ts'

/** A program that has something to do before there is a database. */
interface Ahead {
  readonly readAhead: (config: Config, first: boolean) => Promise<City>
}

/**
 * Reads the settings, loads the program and has it read the city, and makes the embedded database's cluster meanwhile
 * where there is none yet: on an empty folder that takes a second.
 */
export async function whileClusterIsMade<Program extends Ahead>(
  load: () => Promise<Program>,
): Promise<{ config: Config; loaded: Program; reading: Promise<City> }> {
  const config = readConfig()
  const embedded = config.databaseUrl === undefined
  const first = embedded && !existsSync(join(config.dataFolder, 'postgresql'))
  const making = embedded ? await begin(config.dataFolder) : undefined
  const beginning = load().then((loaded) => {
    const reading = loaded.readAhead(config, first)
    // Told where it is waited for: the database may fail first.
    reading.catch(() => {})
    return { loaded, reading }
  })
  const [{ loaded, reading }] = await Promise.all([beginning, making?.whole])
  return { config, loaded, reading }
}

/** Resolves once the cluster is there or a process is making it; `whole` once it is there. */
async function begin(dataFolder: string): Promise<{ readonly whole: Promise<unknown> }> {
  let whole: Promise<unknown> = Promise.resolve()
  await new Promise<void>((begun, failed) => {
    whole = prepareCluster(dataFolder, begun)
    whole.then(() => begun(), failed)
  })
  return { whole }
}
