export { buildAssets, prepareAssets } from './build-assets.ts'
export type { SiteNeeds } from './needs.ts'
export { createSite } from './site.ts'
