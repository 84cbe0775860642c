/** Lists of requests, from summary rows, and what they add up to. */
import { type Handlers, legalDayOf, type Who } from '@mashang/kit'
import { sql } from 'kysely'
import type { assistanceEndpoints, HelpRow } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { findCase } from '../store/cases.ts'
import { rowOf } from './help-view.ts'

type Lists = Pick<Handlers<typeof assistanceEndpoints>, 'listMyHelp' | 'listHelp'>

const MOST = 100

export function lists(inside: Inside): Lists {
  return {
    listMyHelp: async ({ who, query }) => {
      let mine = inside.db
        .selectFrom('help')
        .select('id')
        .where('person_id', '=', who.kind === 'citizen' ? who.id : '')
      if (query.application) mine = mine.where('application_id', '=', query.application)
      const rows = await mine.orderBy('id', 'desc').limit(MOST).execute()
      return { requests: await rowsOf(inside, rows, who) }
    },
    listHelp: async ({ who, query }) => {
      const { view = 'all' } = query
      let found = helpFor(inside, who).select('id')
      if (view === 'waiting') found = found.where('status', '=', 'waiting')
      if (view === 'mine') found = found.where('assistant_id', '=', idOf(who)).where('status', '=', 'taken')
      if (view === 'over') found = found.where('status', 'in', ['concluded', 'ended'])
      const rows = await found
        .orderBy(sql`case status when 'waiting' then 0 when 'taken' then 1 else 2 end`)
        .orderBy('due')
        .orderBy('id')
        .limit(MOST)
        .execute()
      return { requests: await rowsOf(inside, rows, who), counts: await countsOf(inside, who) }
    },
  }
}

const idOf = (who: Who) => (who.kind === 'staff' ? who.id : '')

/** help-of-own: an assistant those nobody has taken and his own; supervision all. */
function helpFor({ db }: Inside, who: Who) {
  const all = db.selectFrom('help')
  if (who.kind !== 'staff') return all.where(sql<boolean>`false`)
  if (who.roles.includes('supervisor')) return all
  return all.where((on) => on.or([on('assistant_id', 'is', null), on('assistant_id', '=', who.id)]))
}

async function countsOf(inside: Inside, who: Who) {
  const today = legalDayOf(inside.clock.now())
  const row = await helpFor(inside, who)
    .select([
      sql<string>`count(*) filter (where status = 'waiting')`.as('waiting'),
      sql<string>`count(*) filter (where status = 'waiting' and due < ${today})`.as('overdue'),
      sql<string>`count(*) filter (where status = 'taken' and assistant_id = ${idOf(who)})`.as('mine'),
      sql<string>`count(*)`.as('requested'),
      sql<string>`count(*) filter (where taken_at is not null)`.as('taken'),
      sql<string>`count(*) filter (where taken_at is not null and not late)`.as('takenInTime'),
      sql<string>`count(*) filter (where status = 'concluded')`.as('concluded'),
    ])
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(row.waiting),
    overdue: Number(row.overdue),
    mine: Number(row.mine),
    requested: Number(row.requested),
    taken: Number(row.taken),
    takenInTime: Number(row.takenInTime),
    concluded: Number(row.concluded),
  }
}

async function rowsOf(
  inside: Inside,
  rows: readonly { readonly id: string }[],
  who: Who,
): Promise<HelpRow[]> {
  const found = await Promise.all(rows.map(({ id }) => findCase(inside, id)))
  return Promise.all(found.flatMap((one) => (one ? [rowOf(inside, one, who)] : [])))
}
