/**
 * 关键路径 — the longest chain of promised limits through what runs side by side: it alone decides how long a stage
 * takes. Pure; in working days.
 */

/** One piece of work, how many working days it may take, and what must be done before it. */
export interface Work {
  readonly id: string
  readonly days: number
  readonly after: readonly string[]
}

/** When a piece of work begins and ends at the earliest, in working days from the start of the stage. */
export interface PlacedWork {
  readonly id: string
  readonly from: number
  readonly to: number
  /** Working days it may be late without delaying the stage; none on the critical path. */
  readonly slack: number
  readonly critical: boolean
}

export interface CriticalPath {
  readonly length: number
  readonly works: readonly PlacedWork[]
}

/** Places every piece of work; those that wait for something that is not there wait for nothing. */
export function criticalPathOf(works: readonly Work[]): CriticalPath {
  const here = new Map(works.map((work) => [work.id, work]))
  const ends = new Map<string, number>()
  const endOf = (work: Work, above: readonly string[] = []): number => {
    const known = ends.get(work.id)
    if (known !== undefined) return known
    if (above.includes(work.id))
      throw new Error(`works wait for each other: ${[...above, work.id].join(' → ')}`)
    const before = predecessorsOf(work, here).map((one) => endOf(one, [...above, work.id]))
    const end = Math.max(0, ...before) + work.days
    ends.set(work.id, end)
    return end
  }
  const length = Math.max(0, ...works.map((work) => endOf(work)))
  const latest = latestEnds(works, here, length)
  return {
    length,
    works: works.map((work) => {
      const to = endOf(work)
      const slack = (latest.get(work.id) ?? length) - to
      return { id: work.id, from: to - work.days, to, slack, critical: slack === 0 && work.days > 0 }
    }),
  }
}

function predecessorsOf(work: Work, here: ReadonlyMap<string, Work>): readonly Work[] {
  return work.after.flatMap((id) => here.get(id) ?? [])
}

/** The day by which each must be done lest the stage be late. */
function latestEnds(
  works: readonly Work[],
  here: ReadonlyMap<string, Work>,
  length: number,
): ReadonlyMap<string, number> {
  const latest = new Map<string, number>()
  const latestOf = (work: Work): number => {
    const known = latest.get(work.id)
    if (known !== undefined) return known
    const following = works.filter((one) => one.after.includes(work.id) && here.has(one.id))
    const end = Math.min(length, ...following.map((one) => latestOf(one) - one.days))
    latest.set(work.id, end)
    return end
  }
  for (const work of works) latestOf(work)
  return latest
}
