import { sql } from 'kysely'
import type { CatalogueRow } from '../contract/index.ts'
import { checkDraft } from '../rules/draft-check.ts'
import type { ItemVersion } from './item-state.ts'
import { type CatalogueInside, organRefOf } from './needs.ts'
import { surroundingsOf } from './profile.ts'

const UNPUBLISHED: ReadonlySet<CatalogueRow['status']> = new Set(['draft', 'submitted', 'approved'])

/** Versions as the catalogue office sees them; drafts with the number of findings that keep them from being published. */
export async function catalogueRowsOf(
  inside: CatalogueInside,
  versions: readonly ItemVersion[],
): Promise<CatalogueRow[]> {
  const running = await countRunning(inside, versions)
  const around = surroundingsOf(inside.profile, inside.clock.now())
  return versions.map((one) => ({
    code: one.code,
    version: one.version,
    name: textOf(one),
    organ: organRefOf(inside.organs, one.organ, one.organName),
    status: one.status,
    source: one.source,
    effectiveFrom: one.effectiveFrom,
    effectiveTo: one.effectiveTo,
    publishedAt: one.publishedAt,
    cancelledOn: one.cancelledOn,
    reason: one.reason,
    office: one.office,
    // What is published passed every check of its day.
    findings: UNPUBLISHED.has(one.status) ? checkDraft(one.definition, around).length : 0,
    running: running.get(`${one.code} ${one.version}`) ?? 0,
  }))
}

function textOf({ definition, name }: ItemVersion): CatalogueRow['name'] {
  const { en } = ((definition ?? {}) as { name?: { en?: unknown } }).name ?? {}
  return { zh: name, ...(typeof en === 'string' && en !== '' ? { en } : {}) }
}

/** Applications under way, by code and version. */
async function countRunning(
  { db }: CatalogueInside,
  versions: readonly ItemVersion[],
): Promise<ReadonlyMap<string, number>> {
  const published = versions.filter(({ publishedAt }) => publishedAt !== undefined)
  if (published.length === 0) return new Map()
  const organs = [...new Set(published.map(({ organ }) => organ))]
  const codes = [...new Set(published.map(({ code }) => code))]
  const found = await sql<{ code: string; version: number; count: number }>`
    select item_code as code, item_version as version, count(*)::integer as count from approvals.application
    where organ = any(${organs}::text[]) and queue <> 'concluded' and item_code = any(${codes}::text[])
    group by item_code, item_version`.execute(db)
  return new Map(found.rows.map(({ code, version, count }) => [`${code} ${version}`, count]))
}
