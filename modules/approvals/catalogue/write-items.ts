/** Reads and writes items with their journals; entries, rows and what the search keeps go in one transaction. */
import type { Organ, ServiceItem } from '@mashang/flow'
import { type Actor, isRefusal, legalDayOf, type Refusal } from '@mashang/kit'
import type { Alongside, Append, Journal } from '@mashang/store'
import { type Selectable, sql } from 'kysely'
import type { ItemEntry } from './item-entries.ts'
import {
  afterEntry,
  caseIdOfItem,
  type ItemState,
  type ItemVersion,
  settled,
  versionInForce,
} from './item-state.ts'
import { saveDocuments, searchDocumentOf } from './search/document.ts'
import type { CatalogueDb, CatalogueTables } from './tables.ts'

/** What writing items takes. */
export interface ItemWriting {
  readonly db: CatalogueDb
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly organs: ReadonlyMap<string, Organ>
  /** Told of each code that was written, so that this process sees it at once. */
  readonly onWritten: (codes: readonly string[]) => void
}

/** The items of these codes as they stand; one without any version where nothing is known of a code. */
export async function loadStates(
  db: CatalogueDb,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ItemState>> {
  const rows = codes.length === 0 ? [] : await selectVersions(db, codes)
  const states = new Map(
    codes.map((code): [string, ItemState] => [code, { code, revision: 0, versions: [] }]),
  )
  for (const row of rows) {
    const before = states.get(row.code)
    if (!before) continue
    states.set(row.code, {
      code: row.code,
      revision: Math.max(before.revision, row.revision),
      versions: [...before.versions, row],
    })
  }
  return states
}

async function selectVersions(db: CatalogueDb, codes: readonly string[]): Promise<ItemVersion[]> {
  const rows = await db
    .selectFrom('item')
    .selectAll()
    .where('code', '=', sql<string>`any(${codes})`)
    .execute()
  return rows.map(versionOf)
}

/** A row of `item` as the fold of its entries. */
export function versionOf(row: Selectable<CatalogueTables['item']>): ItemVersion {
  return {
    code: row.code,
    version: row.version,
    revision: row.revision,
    status: row.status,
    definition: row.definition,
    digest: row.digest,
    source: row.source,
    organ: row.organ,
    organName: row.organ_name,
    name: row.name,
    effectiveFrom: row.effective_from ?? undefined,
    effectiveTo: row.effective_to ?? undefined,
    publishedAt: row.published_at?.toISOString(),
    suspendedAt: row.suspended_at?.toISOString(),
    reason: row.reason ?? undefined,
    cancelledOn: row.cancelled_on ?? undefined,
    office: row.office,
  }
}

/** One item with the entries to add to its journal. */
export interface ItemChange {
  readonly before: ItemState
  readonly entries: readonly ItemEntry[]
}

/** Items of one statement: enough to be quick, few enough to hold nobody up. */
const BATCH = 100

/**
 * Writes changes, a hundred items in each transaction; `case-changed` when another node wrote one of them since it was
 * loaded (what came before stands). Told of the number written after each batch.
 */
export async function writeItems(
  writing: ItemWriting,
  changes: readonly ItemChange[],
  actor: Actor,
  once?: Append['once'],
): Promise<Refusal | undefined> {
  const at = writing.clock.now().toISOString()
  // In one order on every node, so that two of them cannot wait for each other.
  const inOrder = [...changes].sort((a, b) => (a.before.code < b.before.code ? -1 : 1))
  for (let start = 0; start < inOrder.length; start += BATCH) {
    const batch = inOrder.slice(start, start + BATCH)
    const after = batch.map(({ before, entries }) =>
      entries.reduce((state, entry) => afterEntry(state, entry, { at, actor }), before),
    )
    const appends = batch.map(
      ({ before, entries }): Append => ({
        stream: 'item',
        caseId: caseIdOfItem(before.code),
        expected: before.revision,
        at,
        actor,
        entries,
      }),
    )
    const alongside = summariesOf(after, writing.organs, legalDayOf(at))
    const [first, ...others] = appends
    if (!first) continue
    const appended = await writing.journal.appendAll([
      { ...first, alongside, ...(once && start === 0 ? { once } : {}) },
      ...others,
    ])
    if (isRefusal(appended)) return appended
    writing.onWritten(after.map(({ code }) => code))
  }
  return undefined
}

/**
 * Lets versions take over whose day has come, and ends those whose day is over: items are found as they now are.
 * Follows from the entries and the day alone, so nothing is journaled. The codes are told.
 */
export async function bringIntoForce({
  db,
  clock,
  organs,
  onWritten,
}: Omit<ItemWriting, 'journal'>): Promise<readonly string[]> {
  const today = legalDayOf(clock.now())
  const due = await db
    .selectFrom('item')
    .innerJoin('item_search', 'item_search.code', 'item.code')
    .select('item.code')
    .distinct()
    .where('item.status', '=', 'published')
    .where('item.effective_from', '<=', today)
    .whereRef('item.version', '>', 'item_search.version')
    .execute()
  const ending = await db
    .selectFrom('item')
    .select('code')
    .distinct()
    .where('cancelled_on', '<=', today)
    .where('status', 'in', ['published', 'suspended'])
    .execute()
  const codes = [...new Set([...due, ...ending].map(({ code }) => code))]
  if (codes.length === 0) return codes
  const states = [...(await loadStates(db, codes)).values()]
  await db.transaction().execute(async (transaction) => {
    for (const statement of summariesOf(states, organs, today))
      await transaction.executeQuery(statement.compile(transaction))
  })
  onWritten(codes)
  return codes
}

/** The statements that bring rows and search up to date with these items. */
export function summariesOf(
  states: readonly ItemState[],
  organs: ReadonlyMap<string, Organ>,
  today: string,
): readonly Alongside[] {
  const rows = states.flatMap((state) => settled(state, today).versions)
  const public_ = states.flatMap(({ versions }) => versionInForce(versions, today) ?? [])
  const statements = [saveVersions(rows)]
  return public_.length > 0 ? [...statements, saveSearch(public_, organs)] : statements
}

function saveVersions(rows: readonly ItemVersion[]): Alongside {
  // One parameter, so that the text of the statement stays the same for any number of rows.
  return sql`insert into approvals.item (code, version, revision, status, definition, digest, source, organ,
      organ_name, name, effective_from, effective_to, published_at, suspended_at, reason, cancelled_on, office)
    select code, version, revision, status, definition, digest, source, organ, "organName", name,
      "effectiveFrom", "effectiveTo", "publishedAt", "suspendedAt", reason, "cancelledOn", office
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (code text, version integer,
      revision integer, status text, definition jsonb, digest text, source text, organ text, "organName" text,
      name text, "effectiveFrom" date, "effectiveTo" date, "publishedAt" timestamptz, "suspendedAt" timestamptz,
      reason text, "cancelledOn" date, office jsonb)
    on conflict (code, version) do update set revision = excluded.revision, status = excluded.status,
      definition = excluded.definition, digest = excluded.digest, source = excluded.source,
      organ = excluded.organ, organ_name = excluded.organ_name, name = excluded.name,
      effective_from = excluded.effective_from, effective_to = excluded.effective_to,
      published_at = excluded.published_at, suspended_at = excluded.suspended_at, reason = excluded.reason, cancelled_on = excluded.cancelled_on,
      office = excluded.office
    where (item.revision, item.status) is distinct from (excluded.revision, excluded.status)`
}

/** Only what passed every check is public, hence whole. */
function saveSearch(versions: readonly ItemVersion[], organs: ReadonlyMap<string, Organ>): Alongside {
  return saveDocuments(versions.map((one) => searchDocumentOf(endingWhenItEnds(one), organs.get(one.organ))))
}

/** A cancellation ends an item sooner than its definition says. */
function endingWhenItEnds({ definition, effectiveTo }: ItemVersion): ServiceItem {
  const item = definition as ServiceItem
  return effectiveTo === undefined ? item : { ...item, effective: { ...item.effective, to: effectiveTo } }
}
