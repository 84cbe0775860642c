import type { ServiceItem } from '@mashang/flow'
import type { ItemStanding } from '../rules/submission.ts'

/** The published catalogue, as the rest of the module asks it; answers are kept in memory and fresh within seconds. */
export interface Catalogue {
  /** The version in force of an item, with its suspension or end; undefined when nothing of that code was published. */
  findStanding(code: string): Promise<(ItemStanding & { readonly publishedAt: string }) | undefined>
  /** A version that a case is pinned to; throws when there is none, since published versions are never removed. */
  getVersion(code: string, version: number): Promise<ServiceItem>
}
