/** What a sample is: the fold of its entries. */
import type { Folded } from '@mashang/flow'
import type { InspectionEntries } from '../contract/index.ts'

export interface SampleState {
  readonly revision: number
  readonly drawnAt: string
  readonly by: string
  readonly from: string
  readonly to: string
  readonly organ?: string
  readonly ofEachOrgan: boolean
  readonly population: number
  readonly log: { readonly size: number; readonly root: string }
  readonly cases: readonly string[]
  readonly inspections: Readonly<
    Record<
      string,
      Omit<InspectionEntries['inspected'], 'case'> & { readonly at: string; readonly by: string }
    >
  >
}

/** Folds a journal into the sample; undefined when there is none. */
export function sampleOf(entries: readonly Folded[]): SampleState | undefined {
  let state: SampleState | undefined
  for (const { kind, content, revision, at, actor } of entries) {
    if (kind === 'drawn') {
      const drawn = content as InspectionEntries['drawn']
      state = { ...drawn, revision, drawnAt: at, by: actor.name, inspections: {} }
    } else if (kind === 'inspected' && state) {
      const { case: id, ...found } = content as InspectionEntries['inspected']
      const inspections = { ...state.inspections, [id]: { ...found, at, by: actor.name } }
      state = { ...state, revision, inspections }
    }
  }
  return state
}
