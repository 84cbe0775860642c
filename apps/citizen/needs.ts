import type { City } from '@mashang/flow'

/** What the composition root gives the site; everything else it asks through each request's client. */
export interface SiteNeeds {
  readonly city: City
  now(): Date
  /** Names from city to community of a region's code; undefined where there is no such region. */
  regionNames(code: string): readonly string[] | undefined
  /** Key of the public log (`name+id+base64`), with which anyone checks a receipt. */
  readonly verifierKey: string
  /** Folder with the built styles and scripts, as `buildAssets` made it. */
  readonly assetsFolder: string
}
