import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Profile, regionNames } from '@mashang/approvals'
import { buildAssets, createSite } from '@mashang/citizen'
import { legalDayOf, type Site } from '@mashang/kit'

/** Styles and scripts of the site: shipped with a bundled server, built here when run from a checkout. */
const ASSETS = fileURLToPath(new URL('../citizen/dist', import.meta.url))
const SOURCE = fileURLToPath(new URL('../citizen/style/site.css', import.meta.url))

/** The public site of a city. */
export async function createPublicSite(profile: Profile): Promise<Site> {
  if (existsSync(SOURCE)) await buildAssets(ASSETS)
  return createSite({
    city: profile.city,
    today: () => legalDayOf(new Date()),
    regionNames: (code) => regionNames(profile, code),
    assetsFolder: ASSETS,
  })
}
