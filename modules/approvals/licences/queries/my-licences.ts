import { type Handlers, refuse, type Who } from '@mashang/kit'
import type { licenceEndpoints } from '../../contract/index.ts'
import type { Inside } from '../../inside.ts'
import { isHeldBy, licenceStandingOf } from '../rules/reading.ts'
import { findLicence, getLicence } from '../store/licences.ts'
import { answeringOf } from './answering.ts'
import { licencePageOf } from './licence-page.ts'
import { openLicenceDocument } from './open-licence-document.ts'

type Queries = Pick<
  Handlers<typeof licenceEndpoints>,
  'listMyLicences' | 'getMyLicence' | 'getLicence' | 'openLicenceDocument'
>

/** More than this nobody reads on one page. */
const MOST_SHOWN = 100

/** Licences as their holders read them, and one as anyone reads it who may. */
export function myLicences(inside: Inside): Queries {
  return {
    listMyLicences: async ({ who }) => {
      const answering = await answeringOf(inside, who)
      const { idCard = '', usccs } = answering
      const id = who.kind === 'citizen' ? who.id : ''
      const rows = await inside.db
        .selectFrom('licence')
        .select('id')
        .where((on) => on.or([on('person_id', '=', id), on('holder_code', 'in', [idCard, ...usccs])]))
        .orderBy('id', 'desc')
        .limit(MOST_SHOWN)
        .execute()
      const found = await Promise.all(rows.map((row) => getLicence(inside, row.id)))
      const held = found.filter(({ licence }) => isHeldBy(licence, id, answering))
      return { licences: await Promise.all(held.map((one) => licencePageOf(inside, one, who, 'holder'))) }
    },
    getMyLicence: ({ who, params }) => read(inside, who, params.id),
    getLicence: ({ who, params }) => read(inside, who, params.id),
    openLicenceDocument: ({ who, params }) => openLicenceDocument(inside, who, params),
  }
}

async function read(inside: Inside, who: Who, id: string) {
  const held = await findLicence(inside, id)
  const standing = held && licenceStandingOf(who, held.licence, await answeringOf(inside, who))
  return held && standing ? licencePageOf(inside, held, who, standing) : refuse('licence-not-found')
}
