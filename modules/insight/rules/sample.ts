/** 抽查 — a sample that nobody chose: the public log draws it, and anybody can draw it again. */
import { type Refusal, refuse } from '@mashang/kit'
import { drawnByTheLog } from '@mashang/proof'
import type { InspectionEntries, RESULTS } from '../contract/index.ts'

interface Drawn {
  readonly id: string
  readonly organ: string
}

/** The first `size` cases by their lot, of all together or of each organ. */
export function aSampleIsDrawnByTheLog(
  root: string,
  cases: readonly Drawn[],
  size: number,
  ofEachOrgan: boolean,
): readonly string[] {
  const taken = new Map<string, number>()
  return drawnByTheLog(root, cases, ({ id }) => id).flatMap(({ id, organ }) => {
    const stratum = ofEachOrgan ? organ : ''
    const count = taken.get(stratum) ?? 0
    if (count >= size) return []
    taken.set(stratum, count + 1)
    return [id]
  })
}

type Result = (typeof RESULTS)[number]

/** A case of a sample is inspected once. */
export function aCaseOfASampleIsInspectedOnce(
  sample: { readonly cases: readonly string[]; readonly inspections: Readonly<Record<string, unknown>> },
  { case: id, result, note }: { readonly case: string; readonly result: Result; readonly note: string },
): { readonly kind: 'inspected'; readonly content: InspectionEntries['inspected'] } | Refusal {
  const rule = 'aCaseOfASampleIsInspectedOnce'
  if (!sample.cases.includes(id)) return refuse('case-not-in-sample', { rule })
  if (sample.inspections[id]) return refuse('case-already-inspected', { rule })
  return { kind: 'inspected', content: { case: id, result, note } }
}

/** A report spans whole days, the first one first, and no more than it may. */
export function aReportSpansItsDays(from: string, to: string, days: number): Refusal | undefined {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return length >= 0 && length < days
    ? undefined
    : refuse('figures-span-wrong', { rule: 'aReportSpansItsDays', facts: { from, to, days } })
}
