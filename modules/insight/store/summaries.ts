import type { Alongside, Summary } from '@mashang/store'
import { sql } from 'kysely'
import type { Inside } from '../inside.ts'
import { type SampleState, sampleOf } from '../rules/inspection.ts'
import { figuresFromCases, saveCases } from './case-rows.ts'
import type { InsightDb } from './tables.ts'

export function saveSample(db: InsightDb, id: string, state: SampleState): Alongside {
  const rest = { revision: state.revision, drawn_at: state.drawnAt, state: JSON.stringify(state) }
  return db
    .insertInto('sample')
    .values({ id, ...rest })
    .onConflict((on) => on.column('id').doUpdateSet(rest))
}

/** Summary tables of the module, made again from the journal alone. */
export function insightSummaries(inside: Inside): readonly Summary[] {
  const { db } = inside
  return [
    {
      name: 'insight.figures',
      streams: ['application'],
      clear: () => [
        db.deleteFrom('case'),
        db.deleteFrom('step'),
        db.deleteFrom('card'),
        sql`delete from insight.day`,
      ],
      project: async (caseId) => saveCases(db, inside, await inside.findCaseFacts([caseId])),
      finish: figuresFromCases,
    },
    {
      name: 'insight.sample',
      streams: ['inspection'],
      clear: () => [db.deleteFrom('sample')],
      project: (caseId, entries) => {
        const state = sampleOf(entries)
        return state ? [saveSample(db, caseId, state)] : []
      },
    },
  ]
}
