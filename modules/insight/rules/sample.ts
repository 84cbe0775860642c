/** 抽查 — a sample that nobody chose: the public log draws it, and anybody can draw it again. */
import { createHash } from 'node:crypto'
import { type Refusal, refuse } from '@mashang/kit'
import type { InspectionEntries, RESULTS } from '../contract/index.ts'

interface Drawn {
  readonly id: string
  readonly organ: string
}

/** SHA-256 over the root of the log and the id of the case: what cases are ordered by. */
export function lotOf(root: string, id: string): string {
  return createHash('sha256').update(`${root}\n${id}`).digest('hex')
}

/** The first `size` cases by their lot, of all together or of each organ. */
export function aSampleIsDrawnByTheLog(
  root: string,
  cases: readonly Drawn[],
  size: number,
  ofEachOrgan: boolean,
): readonly string[] {
  const lots = cases
    .map(({ id, organ }) => ({ id, organ, lot: lotOf(root, id) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
  const taken = new Map<string, number>()
  return lots.flatMap(({ id, organ }) => {
    const stratum = ofEachOrgan ? organ : ''
    const count = taken.get(stratum) ?? 0
    if (count >= size) return []
    taken.set(stratum, count + 1)
    return [id]
  })
}

/** Size and root of a note of the public log. */
export function rootOf(note: string | undefined): { readonly size: number; readonly root: string } | Refusal {
  const [, size, root] = note?.split('\n') ?? []
  return size && root ? { size: Number(size), root } : refuse('log-not-started')
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
