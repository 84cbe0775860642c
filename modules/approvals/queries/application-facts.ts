import type { ApplicationStatus } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { clocksOf } from '../rules/time-limit.ts'
import { findCase, reckoningOf } from '../store/cases.ts'

/** What other modules may know of an application: how far it is, and nothing of whose it is. */
export interface ApplicationFacts {
  readonly id: string
  readonly number: string
  /** Code of its item. */
  readonly item: string
  readonly organ: string
  readonly status: ApplicationStatus
  readonly submittedAt: string
  readonly acceptedAt?: string
  readonly concludedAt?: string
  /** Last day of the promised limit, once accepted. */
  readonly due?: string
  readonly stops: readonly { readonly from: string; readonly to?: string }[]
  readonly correction?: { readonly from: string; readonly to?: string }
}

/** How these applications stand; those that there are not are left out. */
export async function applicationFacts(
  inside: Inside,
  ids: readonly string[],
): Promise<readonly ApplicationFacts[]> {
  const found = await Promise.all(ids.map((id) => findCase(inside, id)))
  return found.flatMap((one) => {
    if (!one) return []
    const { application, item, id } = one
    const { number, status, submittedAt, acceptedAt, concludedAt, correction, correctedAt } = application
    return [
      {
        id,
        number,
        item: item.code,
        organ: item.organ,
        status,
        submittedAt,
        acceptedAt,
        concludedAt,
        due: clocksOf(application, item, reckoningOf(inside))?.promised.due,
        stops: application.stops.map(({ from, to }) => ({ from, to })),
        correction: correction && { from: correction.at, to: correctedAt },
      },
    ]
  })
}
