/** Entries of the stream `inspection`: a sample and what was found in its cases. */
export interface InspectionEntries {
  drawn: {
    readonly from: string
    readonly to: string
    readonly organ?: string
    readonly ofEachOrgan: boolean
    readonly population: number
    readonly log: { readonly size: number; readonly root: string }
    readonly cases: readonly string[]
  }
  inspected: { readonly case: string; readonly result: 'in-order' | 'faults'; readonly note: string }
}
