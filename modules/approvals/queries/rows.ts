import { remainingWorkingDays } from '@mashang/flow'
import { legalDayOf, maskName } from '@mashang/kit'
import type { Selectable } from 'kysely'
import type { ApplicationRow } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { periodOf } from '../rules/time-limit.ts'
import type { ApplicationTable } from '../store/tables.ts'

/** Lines of lists, from summary rows alone; names of items come from the definitions kept in memory. */
export function rowsOf(
  inside: Inside,
  rows: readonly Selectable<ApplicationTable>[],
  masked: boolean,
): Promise<ApplicationRow[]> {
  return Promise.all(rows.map((row) => rowOf(inside, row, masked)))
}

async function rowOf(
  inside: Inside,
  row: Selectable<ApplicationTable>,
  masked: boolean,
): Promise<ApplicationRow> {
  const item = await inside.catalogue.getVersion(row.item_code, row.item_version)
  const organ = getOrgan(inside.city, row.organ)
  const concluded = row.concluded_at !== null
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    item: { code: item.code, name: item.name },
    organ: { id: organ.id, name: organ.name, short: organ.short },
    applicant: masked ? maskName(row.applicant) : row.applicant,
    status: row.status,
    step: item.steps.find((step) => step.id === row.step)?.name,
    submittedAt: row.submitted_at.toISOString(),
    // Before acceptance the day that counts is the one by which the organ has to answer.
    promisedDue: row.promised_due ?? (row.queue === 'intake' ? row.sort_day : undefined),
    statutoryDue: row.statutory_due ?? undefined,
    remaining:
      concluded || row.queue === 'correction'
        ? undefined
        : remainingWorkingDays(inside.clock.now(), row.sort_day, inside.city.calendar),
    state: stateOf(inside, row),
    cards: [...row.cards],
    delivery: row.queue === 'deliver' ? deliveryOf(inside, row) : undefined,
  }
}

/** A grant is to be handed over by the day it is sorted by; a refusal has no such day. */
function deliveryOf(inside: Inside, row: Selectable<ApplicationTable>): ApplicationRow['delivery'] {
  if (row.status !== 'granted') return { state: 'none' }
  return {
    due: row.sort_day,
    remaining: remainingWorkingDays(inside.clock.now(), row.sort_day, inside.city.calendar),
    state: nearnessOf(inside, row.sort_day),
  }
}

function nearnessOf(inside: Inside, day: string): 'running' | 'soon' | 'overdue' {
  const now = inside.clock.now()
  if (legalDayOf(now) > day) return 'overdue'
  const before = periodOf(inside.city.limits.supervision['remind-before']).count
  return remainingWorkingDays(now, day, inside.city.calendar) <= before ? 'soon' : 'running'
}

/** As the case page reckons it, but from the summary: a list must not fold a hundred journals. */
function stateOf(inside: Inside, row: Selectable<ApplicationTable>): ApplicationRow['state'] {
  if (row.concluded_at) {
    if (!row.promised_due) return 'none'
    return legalDayOf(row.concluded_at) <= row.promised_due ? 'met' : 'missed'
  }
  if (row.queue === 'correction') return 'none'
  if (row.queue === 'stopped') return 'stopped'
  const nearness = nearnessOf(inside, row.sort_day)
  return nearness !== 'overdue' && row.cards.includes('yellow') ? 'yellow' : nearness
}
