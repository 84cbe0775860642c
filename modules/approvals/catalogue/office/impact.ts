/** What a change of an item touches, counted before it is approved. */
import type { ServiceItem } from '@mashang/flow'
import { legalDayOf } from '@mashang/kit'
import { sql } from 'kysely'
import type { ItemImpact } from '../../contract/index.ts'
import type { ItemVersion } from '../item-state.ts'
import type { CatalogueInside } from '../needs.ts'
import { loadStates } from '../write-items.ts'

export async function impactOf(inside: CatalogueInside, version: ItemVersion): Promise<ItemImpact> {
  const { code } = version
  const states = await loadStates(inside.db, [code])
  const published = (states.get(code)?.versions ?? []).filter(({ publishedAt }) => publishedAt !== undefined)
  const licence = licenceOf(version.definition) ?? licenceOf(published.at(-1)?.definition)
  const [running, drafts, licences, documents, relying, replaces] = await Promise.all([
    countRunning(inside, code, published),
    countDrafts(inside, code),
    countLicences(inside, code),
    countDocuments(inside, code),
    licence === undefined ? [] : listRelying(inside, code, licence),
    listReplaced(inside, version),
  ])
  return { running, drafts, licences, documents, relying, replaces }
}

function licenceOf(definition: unknown): string | undefined {
  const licence = (definition as { result?: { licence?: unknown } } | undefined)?.result?.licence
  return typeof licence === 'string' ? licence : undefined
}

/** Cases under way by version and step; they keep the version they were begun with. */
async function countRunning(
  { db }: CatalogueInside,
  code: string,
  versions: readonly ItemVersion[],
): Promise<ItemImpact['running']> {
  const found = await sql<{ version: number; queue: string; step: string | null; count: number }>`
    select item_version as version, queue, step, count(*)::integer as count from approvals.application
    where item_code = ${code} and queue <> 'concluded'
    group by item_version, queue, step order by item_version desc, queue, step`.execute(db)
  return found.rows.map(({ version, queue, step, count }) => {
    const steps = (versions.find((one) => one.version === version)?.definition as ServiceItem | undefined)
      ?.steps
    const name = steps?.find(({ id }) => id === step)?.name
    return { version, queue, count, ...(name ? { step: name } : {}) }
  })
}

async function countDrafts({ db }: CatalogueInside, code: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from approvals.draft where item_code = ${code}`.execute(db)
  return found.rows[0]?.count ?? 0
}

async function countLicences({ db, clock }: CatalogueInside, code: string): Promise<ItemImpact['licences']> {
  const found = await sql<{ type: string; title: string; count: number }>`
    select licence.type, max(licence.title) as title, count(*)::integer as count
    from approvals.licence join approvals.application on application.id = licence.application_id
    where application.item_code = ${code} and licence.ending is null
      and (licence.valid_to is null or licence.valid_to >= ${legalDayOf(clock.now())})
    group by licence.type order by licence.type`.execute(db)
  return found.rows.map(({ type, title, count }) => ({ type, title: { zh: title }, count }))
}

async function countDocuments({ db }: CatalogueInside, code: string): Promise<ItemImpact['documents']> {
  const found = await sql<{ kind: string; title: ItemImpact['documents'][number]['title']; count: number }>`
    select document.kind, (array_agg(document.title))[1] as title, count(*)::integer as count
    from approvals.document join approvals.application on application.id = document.application_id
    where application.item_code = ${code}
    group by document.kind order by document.kind`.execute(db)
  return found.rows.map(({ kind, title, count }) => ({ kind, title, count }))
}

/** Items that take the licence of this one in place of a material. */
async function listRelying(
  { db }: CatalogueInside,
  code: string,
  licence: string,
): Promise<ItemImpact['relying']> {
  const wanted = JSON.stringify([{ 'satisfied-by': { 'licence-type': licence } }])
  const found = await sql<{ code: string; name: string }>`
    select distinct code, name from approvals.item
    where status in ('published', 'suspended') and code <> ${code}
      and definition -> 'materials' @> ${wanted}::jsonb
    order by name limit 50`.execute(db)
  return found.rows.map((one) => ({ code: one.code, name: { zh: one.name } }))
}

async function listReplaced(
  { db }: CatalogueInside,
  { definition }: ItemVersion,
): Promise<ItemImpact['replaces']> {
  const { replaces } = (definition ?? {}) as { replaces?: unknown }
  const codes = Array.isArray(replaces)
    ? replaces.filter((one): one is string => typeof one === 'string')
    : []
  if (codes.length === 0) return []
  const found = await sql<{ code: string; name: string; running: number }>`
    select distinct on (item.code) item.code, item.name, (
      select count(*)::integer from approvals.application
      where item_code = item.code and queue <> 'concluded'
    ) as running
    from approvals.item where item.code = any(${codes}::text[]) and item.published_at is not null
    order by item.code, item.version desc`.execute(db)
  return found.rows.map(({ code, name, running }) => ({ code, name: { zh: name }, running }))
}
