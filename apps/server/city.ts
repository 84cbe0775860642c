import { join } from 'node:path'
import { loadProfile, type Profile } from '@mashang/approvals'
import { createSigner, type Signing } from '@mashang/document'
import { isRefusal } from '@mashang/kit'
import type { Config } from './config.ts'
import { settingError } from './setting-error.ts'

/** What a start reads for which it needs no database. */
export interface City {
  readonly profile: Profile
  readonly signing: Signing
}

/** Reads the city's profile and the key that signs its documents; a demonstration's key is made on the first start. */
export async function readCity(config: Config): Promise<City> {
  const profile = await loadProfile(config.cityFolder)
  if (isRefusal(profile)) throw settingError(config.cityFolder, profile)
  const folder = join(config.dataFolder, 'signing')
  const cityName = profile.city.name.zh
  return { profile, signing: await createSigner(folder, { own: config.signing, cityName }) }
}
