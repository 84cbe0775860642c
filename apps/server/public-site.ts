import { fileURLToPath } from 'node:url'
import { regionNames } from '@mashang/approvals'
import type { Site } from '@mashang/kit'
import { preferProduction } from './config.ts'
import type { Modules } from './modules.ts'

/** Styles and scripts of the site: shipped with a bundled server, built here when run from a checkout. */
const ASSETS = fileURLToPath(new URL('../citizen/dist', import.meta.url))

/** The public site of a city. */
export async function createPublicSite(
  modules: Pick<Modules, 'profile' | 'verifierKey' | 'clock'>,
): Promise<Site> {
  const { profile, verifierKey, clock } = modules
  preferProduction()
  // Only now: React looks at the setting when it is loaded, and a worker need not load it at all.
  const { createSite, prepareAssets } = await import('@mashang/citizen')
  await prepareAssets(ASSETS)
  return createSite({
    city: profile.city,
    now: () => clock.now(),
    regionNames: (code) => regionNames(profile, code),
    verifierKey,
    assetsFolder: ASSETS,
  })
}
