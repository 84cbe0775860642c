import { addDays, endOfDay, type Handlers, legalDayOf } from '@mashang/kit'
import type { evidenceEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { listMyEvidence, organRef } from './my-evidence.ts'

type EvidenceQueries = Pick<Handlers<typeof evidenceEndpoints>, 'listMyEvidence' | 'countRepeatedAsks'>

/** What a holder reads of his own, and supervision of those who asked for it again. */
export function evidenceQueries(inside: Inside): EvidenceQueries {
  return {
    listMyEvidence: async ({ who }) => ({
      evidence: await listMyEvidence(inside, who.kind === 'citizen' ? who.id : ''),
    }),
    countRepeatedAsks: ({ query }) => countRepeatedAsks(inside, query),
  }
}

async function countRepeatedAsks(
  inside: Inside,
  {
    from = '',
    to = legalDayOf(inside.clock.now()),
    organ,
  }: { readonly from?: string; readonly to?: string; readonly organ?: string },
) {
  const since = new Date(from === '' ? 0 : endOfDay(addDays(from, -1)))
  const until = new Date(endOfDay(to))
  let asked = inside.db.selectFrom('repeated_ask').where('at', '>', since).where('at', '<=', until)
  if (organ !== undefined) asked = asked.where('organ', '=', organ)
  const [counts, asks] = await Promise.all([
    asked
      .select((on) => ['organ', on.fn.countAll<number>().as('count')])
      .groupBy('organ')
      .orderBy('count', 'desc')
      .orderBy('organ')
      .execute(),
    asked.selectAll().orderBy('at', 'desc').orderBy('id').limit(300).execute(),
  ])
  return {
    byOrgan: counts.map(({ organ, count }) => ({ organ: organRef(inside, organ), count: Number(count) })),
    asks: await Promise.all(
      asks.map(async (row) => {
        const item = await inside.catalogue.getVersion(row.item_code, row.item_version)
        return {
          id: row.id,
          application: row.application_id,
          number: row.application_number,
          organ: organRef(inside, row.organ),
          item: item.name,
          material: item.materials.find(({ id }) => id === row.material)?.name ?? { zh: row.material },
          held: row.held,
          by: row.asked_by,
          at: row.at.toISOString(),
        }
      }),
    ),
  }
}
