import { type Handlers, legalDayOf, refuse, type Who } from '@mashang/kit'
import { sql } from 'kysely'
import type { deskEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { standingOf } from '../rules/reading.ts'
import { findCase } from '../store/cases.ts'
import { findWrittenNumber } from '../store/numbers.ts'
import { viewOf } from './application-view.ts'
import { listInbox, scopeOf } from './inbox.ts'
import { rowsOf } from './rows.ts'

type DeskQueries = Pick<
  Handlers<typeof deskEndpoints>,
  'listInbox' | 'getCase' | 'findCaseByNumber' | 'getSupervision'
>

/** What the desk reads. */
export function deskQueries(inside: Inside): DeskQueries {
  return {
    listInbox: ({ who, query }) => listInbox(inside, who, query),
    getCase: async ({ who, params, language }) => {
      const found = await findCase(inside, params.id)
      return found && standingOf(who, found.application, found.item)
        ? viewOf(inside, found, who, language)
        : refuse('case-not-found')
    },
    findCaseByNumber: async ({ who, query }) => ({ rows: await search(inside, who, query.text.trim()) }),
    getSupervision: ({ query }) => supervise(inside, query.organ),
  }
}

/** By number, or by the beginning of the applicant's name; within what the reader may see. */
async function search(inside: Inside, who: Who, text: string) {
  const scope = scopeOf(who)
  const number = findWrittenNumber(text)
  let found = inside.db.selectFrom('application').selectAll()
  if (scope.organ !== undefined) found = found.where('organ', '=', scope.organ)
  const rows = number
    ? await found.where('number', '=', number).execute()
    : await found
        .where((on) =>
          on.or([on('applicant', 'like', `${escaped(text)}%`), on('number', 'like', `${escaped(text)}%`)]),
        )
        .orderBy('id', 'desc')
        .limit(20)
        .execute()
  return rowsOf(inside, rows, scope.masked)
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

async function supervise(inside: Inside, organ: string | undefined) {
  const today = legalDayOf(inside.clock.now())
  const { ref } = inside.db.dynamic
  let query = inside.db
    .selectFrom('application')
    .select((on) => [
      'organ',
      on.fn
        .count<number>(ref('id'))
        .filterWhere('queue', '<>', 'concluded')
        .filterWhere('queue', '<>', 'deliver')
        .as('running'),
      on.fn.count<number>(ref('id')).filterWhere('queue', '=', 'stopped').as('stopped'),
      on.fn
        .count<number>(ref('id'))
        .filterWhere('queue', 'in', ['intake', 'review', 'decision'])
        .filterWhere('sort_day', '=', today)
        .as('soon'),
      on.fn.count<number>(ref('id')).filterWhere(on.val('yellow'), '=', on.fn.any('cards')).as('yellow'),
      on.fn.count<number>(ref('id')).filterWhere(on.val('red'), '=', on.fn.any('cards')).as('red'),
      on.fn.count<number>(ref('id')).filterWhere('concluded_at', 'is not', null).as('concluded'),
      on.fn
        .count<number>(ref('id'))
        .filterWhere('concluded_at', 'is not', null)
        .filterWhere(on.not(on(on.val('red'), '=', on.fn.any('cards'))))
        .as('onTime'),
    ])
    .groupBy('organ')
  if (organ) query = query.where('organ', '=', organ)
  const rows = await query.execute()
  let carded = inside.db
    .selectFrom('application')
    .selectAll()
    .where('queue', '<>', 'concluded')
    .where(sql<boolean>`cards <> '{}'`)
  if (organ) carded = carded.where('organ', '=', organ)
  const late = await carded.orderBy('sort_day').orderBy('id').limit(100).execute()
  return {
    byOrgan: rows.map(({ organ: id, ...counts }) => {
      const { name, short } = getOrgan(inside.city, id)
      return { organ: { id, name, short }, ...counts }
    }),
    carded: await rowsOf(inside, late, true),
  }
}
