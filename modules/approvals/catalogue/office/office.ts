/** What the catalogue office does: look through every version, check, write, approve, publish, suspend, cancel. */
import type { Handlers, Request } from '@mashang/kit'
import { sql } from 'kysely'
import type { CatalogueRow, officeEndpoints } from '../../contract/index.ts'
import { catalogueRowsOf } from '../catalogue-rows.ts'
import { type CatalogueInside, organRefOf } from '../needs.ts'
import { versionOf } from '../write-items.ts'
import { approvalCommands } from './approve-items.ts'
import { draftCommands } from './draft-items.ts'
import { endingCommands } from './end-items.ts'
import { findingsOf, openVersion, shownFinding } from './open-version.ts'

type Endpoints = typeof officeEndpoints
type Office = Omit<
  Handlers<Endpoints>,
  | 'importItems'
  | 'listItemChoices'
  | 'previewItem'
  | 'printDraftForm'
  | 'exportItems'
  | 'printImportTemplate'
  | 'getItemHistory'
  | 'getItemImpact'
>

const PER_PAGE = 50

export function catalogueOffice(inside: CatalogueInside): Office {
  return {
    listCatalogue: ({ query }) => listCatalogue(inside, query),
    checkItem: ({ params }) => openVersion(inside, params),
    checkDefinition: async ({ input }) => ({
      findings: findingsOf(inside, input.definition).map(shownFinding),
    }),
    ...draftCommands(inside),
    ...approvalCommands(inside),
    ...endingCommands(inside),
  }
}

type Asked = Request<Endpoints['listCatalogue']>['query']

/** Which versions a list is about: by a text in name or code, by state, by organ. What was discarded shows only when asked for. */
export function versionsAsked(query: Pick<Asked, 'text' | 'status' | 'organ'>) {
  const text = query.text?.normalize('NFKC').trim().toLowerCase() ?? ''
  const status = query.status ?? ''
  return sql<boolean>`(${text} = '' or position(${text} in lower(name)) > 0 or position(${text} in lower(code)) > 0)
    and (status = ${status} or ${status} = '' and status <> 'discarded') and ${query.organ ?? ''} in ('', organ)`
}

async function listCatalogue(
  inside: CatalogueInside,
  query: Asked,
): Promise<{
  rows: CatalogueRow[]
  total: number
  page: number
  pages: number
  organs: ReturnType<typeof organRefOf>[]
}> {
  const page = query.page ?? 1
  const rows = inside.db.selectFrom('item').where(versionsAsked(query))
  const [counted, found] = await Promise.all([
    rows.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirst(),
    rows
      .selectAll()
      .orderBy('name')
      .orderBy('code')
      .orderBy('version', 'desc')
      .limit(PER_PAGE)
      .offset((page - 1) * PER_PAGE)
      .execute(),
  ])
  const total = counted?.total ?? 0
  return {
    rows: await catalogueRowsOf(inside, found.map(versionOf)),
    total,
    page,
    pages: Math.ceil(total / PER_PAGE),
    organs: inside.profile.organs.map(({ id }) => organRefOf(inside.organs, id)),
  }
}
