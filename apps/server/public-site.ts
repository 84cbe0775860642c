import { fileURLToPath } from 'node:url'
import { regionNames } from '@mashang/approvals'
import type { Site } from '@mashang/kit'
import { preferProduction } from './config.ts'
import type { Modules } from './modules.ts'

/** Styles and scripts of the site: shipped with a bundled server, built here when run from a checkout. */
const ASSETS = fileURLToPath(new URL('../citizen/dist', import.meta.url))

/** Only when it is wanted: React looks at the setting when it is loaded, and a worker need not load it at all. */
export function loadCitizen() {
  preferProduction()
  return import('@mashang/citizen')
}

/** The public site of a city. */
export async function createPublicSite(
  modules: Pick<Modules, 'profile' | 'verifierKey' | 'clock'>,
): Promise<Site> {
  const { profile, verifierKey, clock } = modules
  const { createSite, prepareAssets } = await loadCitizen()
  await prepareAssets(ASSETS)
  return createSite({
    city: profile.city,
    now: () => clock.now(),
    regionNames: (code) => regionNames(profile, code),
    verifierKey,
    assetsFolder: ASSETS,
  })
}
