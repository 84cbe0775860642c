import type { ServiceItem } from '@mashang/flow'
import { legalDayOf } from '@mashang/kit'
import type { Alongside } from '@mashang/store'
import { type Application, isConcluded } from '../rules/application.ts'
import { standingCards } from '../rules/card-appeal.ts'
import { nextWatchDay } from '../rules/supervision.ts'
import { clocksOf, deliveryClockOf, intakeClockOf, type Reckoning } from '../rules/time-limit.ts'
import type { Place } from './lanes.ts'
import type { ApplicationTable, ApprovalsDb } from './tables.ts'

export type ApplicationRowWritten = Omit<ApplicationTable, 'submitted_at' | 'concluded_at'> & {
  readonly submitted_at: string
  readonly concluded_at: string | null
}

/** The summary row of an application, from its state alone: nothing in it is known only here. */
export function summaryOf(
  id: string,
  application: Application,
  item: ServiceItem,
  reckoning: Reckoning,
): ApplicationRowWritten {
  const clocks = clocksOf(application, item, reckoning)
  const intake = intakeClockOf(application, reckoning)
  const { queue, holder } = whereItLies(application, item)
  const concluded = application.concludedAt && legalDayOf(application.concludedAt)
  return {
    id,
    revision: application.revision,
    number: application.number,
    item_code: application.item.code,
    item_version: application.item.version,
    organ: item.organ,
    person_id: application.applicant.personId,
    applicant: application.applicant.name,
    status: application.status,
    queue,
    holder,
    step: application.step ?? null,
    submitted_at: application.submittedAt,
    concluded_at: application.concludedAt ?? null,
    promised_due: clocks?.promised.due ?? null,
    statutory_due: clocks?.statutory.due ?? null,
    sort_day: deliveryClockOf(application, reckoning)?.due ?? concluded ?? clocks?.promised.due ?? intake.due,
    watch_day: isConcluded(application)
      ? null
      : (nextWatchDay(application, clocks, intake.due, reckoning) ?? null),
    cards: [...new Set(standingCards(application.cards).map((card) => card.colour))],
  }
}

function whereItLies(application: Application, item: ServiceItem): Place {
  switch (application.status) {
    case 'submitted':
      return { queue: 'intake', holder: 'intake' }
    case 'awaiting-correction':
      return { queue: 'correction', holder: 'applicant' }
    case 'clock-stopped':
      return { queue: 'stopped', holder: 'none' }
    case 'under-review': {
      const step = item.steps.find((one) => one.id === application.step)
      return { queue: step?.ends ? 'decision' : 'review', holder: step?.by ?? 'none' }
    }
    case 'granted':
    case 'refused':
      return application.deliveredAt
        ? { queue: 'concluded', holder: 'none' }
        : { queue: 'deliver', holder: 'delivery' }
    default:
      return { queue: 'concluded', holder: 'none' }
  }
}

/** The row of a case that has just been submitted. */
export function insertSummary(db: ApprovalsDb, row: ApplicationRowWritten): Alongside {
  return db.insertInto('application').values(row)
}

/** The statement that brings the summary up to date, whether or not its row is there. */
export function saveSummary(db: ApprovalsDb, row: ApplicationRowWritten): Alongside {
  const { id, ...rest } = row
  return db
    .insertInto('application')
    .values({ id, ...rest })
    .onConflict((on) => on.column('id').doUpdateSet(rest))
}
