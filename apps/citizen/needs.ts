import type { City } from '@mashang/flow'

/** What the composition root gives the site; everything else it asks through each request's client. */
export interface SiteNeeds {
  readonly city: City
  /** Today's legal day (Asia/Shanghai), YYYY-MM-DD. */
  today(): string
  /** Names from city to community of a region's code; undefined where there is no such region. */
  regionNames(code: string): readonly string[] | undefined
  /** Folder with the built styles and scripts, as `buildAssets` made it. */
  readonly assetsFolder: string
}
