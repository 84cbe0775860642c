import type { Material } from '@mashang/flow'
import type { DraftInHand } from './draft.ts'

/** What the card of a material is made of. */
export interface Card {
  readonly hand: DraftInHand
  readonly material: Material
  readonly needed: boolean
  readonly messages: readonly string[]
  readonly csrfToken: string
}
