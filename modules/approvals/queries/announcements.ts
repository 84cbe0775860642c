import { type Handlers, legalDayOf, refuse } from '@mashang/kit'
import type { Selectable } from 'kysely'
import type { AnnouncementView, proceedingsEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { everyProceedings } from '../rules/proceedings.ts'
import { findCase } from '../store/cases.ts'
import type { ApprovalsTables } from '../store/tables.ts'
import { objectionView } from './proceedings-view.ts'

type Queries = Pick<Handlers<typeof proceedingsEndpoints>, 'listAnnouncements' | 'getAnnouncement'>

const SHOWN = 100

/** What is announced to the public: those that run first, then those that have ended. */
export function announcementQueries(inside: Inside): Queries {
  const select = () => inside.db.selectFrom('announcement').selectAll()
  return {
    listAnnouncements: async () => {
      const rows = await select().orderBy('ends', 'desc').orderBy('application_id').limit(SHOWN).execute()
      return { announcements: await Promise.all(rows.map((row) => viewOf(inside, row))) }
    },
    getAnnouncement: async ({ params }) => {
      const row = await select()
        .where('application_id', '=', params.id)
        .orderBy('since', 'desc')
        .executeTakeFirst()
      const found = row && (await findCase(inside, params.id))
      if (!row || !found) return refuse('announcement-not-found')
      const objections = everyProceedings(found.application)
        .filter(({ announcement }) => announcement?.at === row.since.toISOString())
        .flatMap((one) => one.objections)
      return {
        ...(await viewOf(inside, row)),
        objections: objections.map((one) => objectionView(one, false)),
      }
    },
  }
}

async function viewOf(
  inside: Inside,
  row: Selectable<ApprovalsTables['announcement']>,
): Promise<AnnouncementView> {
  const item = await inside.catalogue.getVersion(row.item_code, row.item_version)
  const { id, name, short } = getOrgan(inside.city, row.organ)
  return {
    id: row.application_id,
    item: { code: item.code, name: item.name },
    organ: { id, name, short },
    applicant: row.applicant,
    text: row.text,
    from: row.starts,
    until: row.ends,
    open: legalDayOf(inside.clock.now()) <= row.ends,
  }
}
