import { addDays } from '@mashang/kit'
import type { SelectQueryBuilder } from 'kysely'
import type { InsightTables } from '../store/tables.ts'

export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** Samples drawn in a month, as the city's days go. */
export function drawnIn<O>(samples: SelectQueryBuilder<InsightTables, 'sample', O>, month: string) {
  return samples
    .where('drawn_at', '>=', new Date(`${month}-01T00:00:00+08:00`))
    .where('drawn_at', '<', new Date(`${addDays(lastDayOf(month), 1)}T00:00:00+08:00`))
}
