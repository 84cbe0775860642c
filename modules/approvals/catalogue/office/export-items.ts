/** Items out of the catalogue, in the formats that the import takes in again; and the template to fill in. */
import type { ServiceItem } from '@mashang/flow'
import { type Handlers, legalDayOf, refuse, type Stream } from '@mashang/kit'
import { sql } from 'kysely'
import type { officeEndpoints } from '../../contract/index.ts'
import { wholeItem } from '../../rules/draft-check.ts'
import { printTemplate } from '../import/template.ts'
import type { CatalogueInside } from '../needs.ts'
import { versionsAsked } from './office.ts'

type Exports = Pick<Handlers<typeof officeEndpoints>, 'exportItems' | 'printImportTemplate'>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A city has a few thousand versions; a workbook of more would not open anyway. */
const MOST = 5000

export function exportHandlers(inside: CatalogueInside): Exports {
  return {
    printImportTemplate: async ({ params }) => {
      const isSheet = params.file === 'items.xlsx'
      const bytes = await printTemplate(isSheet ? 'xlsx' : 'csv')
      return fileOf(
        bytes,
        isSheet ? XLSX : 'text/csv; charset=utf-8',
        `事项导入模板.${isSheet ? 'xlsx' : 'csv'}`,
      )
    },
    exportItems: async ({ params, query }) => {
      const definitions = await readDefinitions(inside, query)
      const day = legalDayOf(inside.clock.now())
      const [first] = definitions
      if (first === undefined) return refuse('nothing-to-export')
      if (params.format === 'json') {
        const text = `${JSON.stringify(definitions, undefined, 2)}\n`
        return fileOf(new TextEncoder().encode(text), 'application/json', `事项 ${day}.json`)
      }
      // A sheet has a place for whole items only; a draft that lacks elements travels as JSON.
      const whole = definitions.map(wholeItem).filter((one): one is ServiceItem => one !== undefined)
      if (whole.length === 0) return refuse('nothing-to-export')
      return fileOf(await printTemplate('xlsx', whole), XLSX, `事项 ${day}.xlsx`)
    },
  }
}

async function readDefinitions(
  { db }: CatalogueInside,
  {
    items,
    ...query
  }: { readonly items?: string; readonly text?: string; readonly status?: string; readonly organ?: string },
): Promise<readonly unknown[]> {
  const chosen = items?.split(',').map((one) => one.trim())
  const rows = await db
    .selectFrom('item')
    .select('definition')
    .where(
      chosen === undefined
        ? versionsAsked(query)
        : sql<boolean>`code || '@' || version = any(${sql`${chosen}::text[]`})`,
    )
    .orderBy('code')
    .orderBy('version')
    .limit(MOST)
    .execute()
  return rows.map(({ definition }) => definition)
}

function fileOf(bytes: Uint8Array, type: string, filename: string): Stream {
  return { type, filename, size: bytes.length, body: bytes }
}
