/** How far what offices do together is, as the plan looks at it: begun, waiting for the owner, done. Pure. */
import type { Progress, StageItem } from '@mashang/flow'
import type { Project } from './state.ts'

/** The progress of a joint item; undefined before it is begun. While the owner is at work, no office is late. */
export function theOwnersTimeIsNotTheOffices(
  project: Project,
  joint: StageItem['joint'],
): Progress | undefined {
  if (joint === 'drawing-review') return drawingsProgress(project)
  return joint === 'acceptance' ? acceptanceProgress(project) : undefined
}

function drawingsProgress({ drawings }: Project): Progress | undefined {
  const first = drawings?.rounds[0]
  const last = drawings?.rounds.at(-1)
  if (!drawings || !first || !last) return undefined
  const answeredAt = (at: number) => {
    const round = drawings.rounds[at]
    const isOver = round && round.reviews.length === round.offices.length
    return isOver ? round.reviews.at(-1)?.at : undefined
  }
  return {
    begunAt: first.at,
    acceptedAt: first.at,
    concludedAt: drawings.passedAt,
    due: last.offices[0]?.due,
    pauses: drawings.rounds.flatMap((_, at) => {
      const from = answeredAt(at)
      const to = drawings.rounds[at + 1]?.at
      if (from === undefined || (to === undefined && drawings.passedAt)) return []
      return [{ cause: 'correction' as const, from, ...(to ? { to } : {}) }]
    }),
  }
}

function acceptanceProgress({ acceptance }: Project): Progress | undefined {
  if (!acceptance) return undefined
  const { items, visits, acceptedAt } = acceptance
  const left = items.some(({ cleared, done }) => !cleared && !done)
  return {
    begunAt: acceptance.at,
    acceptedAt: acceptance.at,
    concludedAt: acceptedAt,
    due: acceptance.offices[0]?.due,
    pauses: visits.flatMap(({ results, offices }, at) => {
      const from = [...results.values()].at(-1)?.at
      if (from === undefined || results.size < offices.length || from === acceptedAt) return []
      const reported = items.flatMap(({ done }) => done?.at ?? []).sort()
      const to = visits[at + 1]?.on ?? (left ? undefined : reported.at(-1))
      return [{ cause: 'correction' as const, from, ...(to ? { to } : {}) }]
    }),
  }
}
