import { resolve } from 'node:path'
import { type Account, chooseAccount } from './account.ts'
import { type Binaries, prepareBinaries } from './binaries.ts'
import { ensureCluster, type Layout, layoutOf } from './cluster.ts'

/** A data folder with a cluster in it, and who runs which programs on it. */
export interface Prepared {
  readonly layout: Layout
  readonly account: Account
  readonly binaries: Binaries
}

/**
 * Makes the cluster of a data folder unless it is there; the server is not started. It takes about as long as loading
 * the rest of the program, so a first start does both at once: this file is loaded by itself and knows no driver.
 * `onBegun` is told when a process of its own is at it, so that what is loaded then does not hold up its beginning.
 */
export async function prepareCluster(dataFolder: string, onBegun?: () => void): Promise<Prepared> {
  const layout = layoutOf(resolve(dataFolder))
  const account = await chooseAccount(layout.cluster)
  const binaries = await prepareBinaries(account)
  await ensureCluster(layout, binaries, account, onBegun)
  return { layout, account, binaries }
}
