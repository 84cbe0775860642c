/** Lists of bundles and of running ones, from definitions and summary rows. */

import type { Bundle } from '@mashang/flow'
import { criticalPathOf, workingDaysOfLimit } from '@mashang/flow'
import { type Handlers, legalDayOf, type Who } from '@mashang/kit'
import { type Selectable, sql } from 'kysely'
import type { BundleCaseRow, BundleRow, bundlesEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { bundlesMeant } from '../rules/search.ts'
import { findCase } from '../store/cases.ts'
import type { BundleTable } from '../store/tables.ts'
import { viewFor } from './bundle-view.ts'

type Lists = Pick<
  Handlers<typeof bundlesEndpoints>,
  'listBundles' | 'listMyBundles' | 'listBundlesAtDesk' | 'countBundles'
>
type Row = Selectable<BundleTable>

const MOST = 100

export function lists(inside: Inside): Lists {
  return {
    listBundles: async ({ query }) => {
      const text = query.text?.trim()
      const found = text ? bundlesMeant(inside.bundles, text) : inside.bundles
      return { bundles: await Promise.all(found.map((bundle) => rowOf(inside, bundle))) }
    },
    listMyBundles: async ({ who }) => {
      const rows = await inside.db
        .selectFrom('bundle')
        .selectAll()
        .where('person_id', '=', who.kind === 'citizen' ? who.id : '')
        .where('status', '<>', 'dropped')
        .orderBy('id', 'desc')
        .limit(MOST)
        .execute()
      return { bundles: await caseRows(inside, rows, who) }
    },
    listBundlesAtDesk: async ({ who, query }) => {
      const found = await caseRows(inside, await findForDesk(inside, who, query), who)
      return { bundles: query.only === 'late' ? found.filter(({ late }) => late.length > 0) : found }
    },
    countBundles: async () => ({ bundles: await figuresOf(inside) }),
  }
}

async function rowOf(inside: Inside, bundle: Bundle): Promise<BundleRow> {
  const items = await Promise.all(bundle.items.map(({ item }) => inside.findItem(item)))
  const works = bundle.items.flatMap(({ id, when, after = [] }, at) => {
    const item = items[at]
    return item ? [{ id, always: !when, days: workingDaysOfLimit(item.limits.promised.days), after }] : []
  })
  const always = works.filter(({ always: needed }) => needed)
  return {
    id: bundle.id,
    name: bundle.name,
    summary: bundle.summary,
    drawing: bundle.drawing,
    lead: getOrgan(inside, bundle.lead),
    items: bundle.items.length,
    offices: new Set(items.flatMap((item) => (item ? [item.organ] : []))).size,
    days: {
      least: criticalPathOf(always.length > 0 ? always : works.slice(0, 1)).length,
      most: criticalPathOf(works).length,
    },
  }
}

/** Begun at a window by this clerk and not submitted yet. */
export async function listTakenIn(inside: Inside, who: Who): Promise<BundleCaseRow[]> {
  const rows = await inside.db
    .selectFrom('bundle')
    .selectAll()
    .where('taken_by', '=', who.kind === 'staff' ? who.id : '')
    .where('submitted_at', 'is', null)
    .where('status', '<>', 'dropped')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return caseRows(inside, rows, who)
}

/** own-organ: those that have come to the reader's office or are led by it; a supervisor sees all. */
function findForDesk(
  { db }: Inside,
  who: Who,
  asked: { readonly bundle?: string; readonly only?: string },
): Promise<Row[]> {
  if (who.kind !== 'staff') return Promise.resolve([])
  const { organ, roles } = who
  let found = db
    .selectFrom('bundle')
    .selectAll()
    .where('submitted_at', 'is not', null)
    .where((on) =>
      roles.includes('supervisor') ? on.lit(true) : sql<boolean>`organs @> array[${organ}]::text[]`,
    )
  if (asked.bundle) found = found.where('bundle', '=', asked.bundle)
  if (asked.only === 'running' || asked.only === 'late') found = found.where('status', '=', 'under-way')
  if (asked.only === 'done') found = found.where('status', 'in', ['done', 'partly-done'])
  return found.orderBy('id', 'desc').limit(MOST).execute()
}

async function caseRows(inside: Inside, rows: readonly Row[], who: Who): Promise<BundleCaseRow[]> {
  return Promise.all(rows.map((row) => caseRow(inside, row, who)))
}

/** A line; of one that runs, how its parts stand now. */
async function caseRow(inside: Inside, row: Row, who: Who): Promise<BundleCaseRow> {
  const bundle = inside.bundles.find(({ id }) => id === row.bundle)
  const runs = row.status === 'under-way' ? await findCase(inside, row.id) : undefined
  const view = runs && (await viewFor(inside, runs, who, undefined, 'zh'))
  return {
    id: row.id,
    bundle: row.bundle,
    name: bundle?.name ?? { zh: row.bundle },
    drawing: bundle?.drawing ?? 'folder',
    applicant: row.applicant,
    lead: getOrgan(inside, row.lead),
    status: view?.status ?? row.status,
    begunAt: row.begun_at.toISOString(),
    ...(row.submitted_at ? { submittedAt: row.submitted_at.toISOString() } : {}),
    ...(row.due ? { due: row.due } : {}),
    parts: row.parts,
    done: row.done,
    late: (view?.parts ?? []).filter(isLateNow).map(({ name }) => name),
  }
}

function isLateNow({ late, state }: { readonly late: number; readonly state: string }): boolean {
  return late > 0 && state !== 'done' && state !== 'failed'
}

/** 公开数据: how many were done together, and how quickly; nothing of whose they are. */
async function figuresOf(inside: Inside) {
  const since = `${legalDayOf(inside.clock.now()).slice(0, 4)}-01-01`
  const rows = await inside.db
    .selectFrom('bundle')
    .select((on) => [
      'bundle',
      sql<string>`count(*) filter (where status = 'under-way')`.as('running'),
      sql<string>`count(*) filter (where status in ('done', 'partly-done'))`.as('over'),
      sql<string>`coalesce(sum(done), 0)`.as('licences'),
      on.fn.avg<string | null>('days').as('average'),
    ])
    .where('submitted_at', '>=', new Date(`${since}T00:00:00+08:00`))
    .groupBy('bundle')
    .execute()
  return inside.bundles.flatMap(({ id, name }) => {
    const row = rows.find(({ bundle }) => bundle === id)
    if (!row) return []
    const { running, over, licences, average } = row
    return [
      {
        ...{ id, name, running: Number(running), done: Number(over), licences: Number(licences) },
        ...(average === null ? {} : { days: Math.round(Number(average) * 10) / 10 }),
      },
    ]
  })
}
