import { criticalPathOf } from '@mashang/flow'
import { type Calendar, legalDayOf } from '@mashang/kit'
import type { Alongside, Summary } from '@mashang/store'
import type { Insertable } from 'kysely'
import type { Inside } from '../inside.ts'
import { type BundleCase, bundleOf, partsOf } from '../rules/bundle-case.ts'
import { concludedAt, isGranted, organsOf, statusOf } from '../rules/part-order.ts'
import type { BundlesDb, BundleTable } from './tables.ts'

/** The summary row of a bundle, from its state alone. */
function rowOf(id: string, state: BundleCase, calendar: Calendar): Insertable<BundleTable> {
  const parts = partsOf(state)
  const { submittedAt } = state
  const over = concludedAt(state)
  return {
    id,
    revision: state.revision,
    bundle: state.bundle.id,
    person_id: state.owner.personId,
    applicant: state.applicant ?? state.owner.name,
    status: statusOf(state),
    lead: state.bundle.lead,
    organs: [...organsOf(state)],
    parts: parts.length,
    done: parts.filter((part) => isGranted(state, part.id)).length,
    begun_at: state.begunAt,
    submitted_at: submittedAt ?? null,
    taken_by: state.takenBy?.id ?? null,
    concluded_at: over ?? null,
    due: submittedAt ? dueOf(state, submittedAt, calendar) : null,
    days: submittedAt && over ? workingDays(calendar, legalDayOf(submittedAt), legalDayOf(over)) : null,
  }
}

/** Last day of the promise: working days of the critical path after the day of submission. */
function dueOf({ works }: BundleCase, submittedAt: string, calendar: Calendar): string {
  const from = legalDayOf(submittedAt)
  const length = criticalPathOf(works).length
  return length === 0 ? from : (calendar.addWorkingDays(from, length) ?? from)
}

function workingDays(calendar: Calendar, after: string, through: string): number {
  return through > after ? calendar.countWorkingDays(after, through) : 0
}

/** Statements that bring the summaries of one bundle up to date. */
export function saveSummaries(
  db: BundlesDb,
  id: string,
  state: BundleCase,
  calendar: Calendar,
): readonly Alongside[] {
  const { id: _, ...rest } = rowOf(id, state, calendar)
  return [
    db
      .insertInto('bundle')
      .values({ id, ...rest })
      .onConflict((on) => on.column('id').doUpdateSet(rest)),
    ...[...state.applications].map(([part, { application }]) =>
      db
        .insertInto('application')
        .values({ application_id: application, bundle_id: id, part })
        .onConflict((on) => on.column('application_id').doNothing()),
    ),
  ]
}

/** Summary tables of the module, made again from the journal alone. */
export function bundlesSummaries({ db, calendar }: Inside): readonly Summary[] {
  return [
    {
      name: 'bundles.bundle',
      streams: ['bundle'],
      clear: () => [db.deleteFrom('application'), db.deleteFrom('bundle')],
      project: (caseId, entries) => {
        const state = bundleOf(entries)
        return state ? saveSummaries(db, caseId, state, calendar) : []
      },
    },
  ]
}
