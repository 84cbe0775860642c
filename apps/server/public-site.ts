import { fileURLToPath } from 'node:url'
import { regionNames } from '@mashang/approvals'
import { createSite, prepareAssets } from '@mashang/citizen'
import type { Site } from '@mashang/kit'
import type { Modules } from './modules.ts'

/** Styles and scripts of the site: shipped with a bundled server, built here when run from a checkout. */
const ASSETS = fileURLToPath(new URL('../citizen/dist', import.meta.url))

/** The public site of a city. */
export async function createPublicSite(
  modules: Pick<Modules, 'profile' | 'verifierKey' | 'clock'>,
): Promise<Site> {
  const { profile, verifierKey, clock } = modules
  await prepareAssets(ASSETS)
  return createSite({
    city: profile.city,
    now: () => clock.now(),
    regionNames: (code) => regionNames(profile, code),
    verifierKey,
    assetsFolder: ASSETS,
  })
}
