import { type Actor, actorOf, type Handlers, legalDayOf, type Refusal, refuse } from '@mashang/kit'
import type { Summary } from '@mashang/store'
import type { catalogueEndpoints, entryEndpoints, ImportReport, officeEndpoints } from '../contract/index.ts'
import { entryQueries } from './entry-queries.ts'
import { type ImportFile, type ImportProgress, importItems } from './import/import-items.ts'
import { itemStateOf } from './item-state.ts'
import { type CatalogueInside, type CatalogueNeeds, insideOf } from './needs.ts'
import { exportHandlers } from './office/export-items.ts'
import { catalogueOffice } from './office/office.ts'
import { officeQueries } from './office/office-queries.ts'
import { printQueries } from './print-queries.ts'
import { publicQueries } from './public-queries.ts'
import { bringIntoForce, summariesOf } from './write-items.ts'

/** The catalogue's part of the module. */
export interface CatalogueParts {
  readonly handlers: Handlers<typeof catalogueEndpoints & typeof entryEndpoints & typeof officeEndpoints>
  /** Before those of the applications, which ask it for their definitions. */
  readonly summary: Summary
  /** Lets versions take over whose day has come; a job calls it after midnight in Shanghai, a start calls it too. */
  bringIntoForce(): Promise<readonly string[]>
  importItems(file: ImportFile, actor: Actor, onProgress?: ImportProgress): Promise<ImportReport | Refusal>
}

export function createCatalogueParts(needs: CatalogueNeeds): CatalogueParts {
  const inside = insideOf(needs)
  return {
    handlers: handlersOf(inside),
    summary: summaryOf(inside),
    bringIntoForce: () => bringIntoForce(inside.writing),
    importItems: (file, actor, onProgress) => importItems(inside, file, actor, onProgress),
  }
}

function handlersOf(inside: CatalogueInside): CatalogueParts['handlers'] {
  return {
    ...publicQueries(inside),
    ...entryQueries(inside),
    ...printQueries(inside),
    ...catalogueOffice(inside),
    ...officeQueries(inside),
    ...exportHandlers(inside),
    importItems: async ({ who, upload }) =>
      upload
        ? importItems(inside, upload, actorOf(who))
        : refuse('import-file-broken', { facts: { why: { zh: '没有收到文件', en: 'no file was sent' } } }),
  }
}

function summaryOf({ db, organs, clock }: CatalogueInside): Summary {
  return {
    name: 'approvals.item',
    streams: ['item'],
    clear: () => [db.deleteFrom('item'), db.deleteFrom('item_search')],
    project: (_, entries) => {
      const [first] = entries
      if (!first) return []
      const { code } = first.content as { code: string }
      return summariesOf([itemStateOf(code, entries)], organs, legalDayOf(clock.now()))
    },
  }
}
