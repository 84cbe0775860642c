import type { ServiceItem } from '@mashang/flow'
import { legalDayOf } from '@mashang/kit'
import { type Kysely, sql } from 'kysely'
import type { ItemStanding } from '../rules/submission.ts'
import { versionInForce } from './item-state.ts'
import { keep } from './kept.ts'
import { type CatalogueDb, catalogueDb } from './tables.ts'

type Standing = ItemStanding & {
  readonly publishedAt: string
  /** 取消, announced or come: from which day on, why, and what takes its place. */
  readonly ends?: { readonly on: string; readonly reason: string; readonly successors: readonly string[] }
}

/** The published catalogue, as the rest of the module asks it; answers are kept in memory and fresh within seconds. */
export interface Catalogue {
  /** The version in force of an item, with its suspension or end; undefined when nothing of that code was published. */
  findStanding(code: string): Promise<Standing | undefined>
  /** One published version of an item, or without a version how it stands; undefined when there is none such. */
  findPublished(code: string, version?: number): Promise<PublishedItem | undefined>
  /** A version that a case is pinned to; throws when there is none, since published versions are never removed. */
  getVersion(code: string, version: number): Promise<ServiceItem>
  /** Codes of published items of an organ, or of all, that have or had a quota. */
  findCodesWithQuota(organ?: string): Promise<readonly string[]>
}

/** A published version, and whether another has come into force in its place. */
export type PublishedItem = Standing & { readonly superseded?: true }

/** The catalogue of one process. */
export interface LiveCatalogue extends Catalogue {
  /** Forgets how these items stand: called by whatever in this process has just changed them. */
  forget(codes: readonly string[]): void
}

export interface CatalogueOptions {
  /** Milliseconds for which the standing of an item is believed; what other nodes change is seen half as long after that at most. */
  readonly believedFor?: number
  /** Versions kept in memory. */
  readonly versions?: number
}

/** A city has a few thousand items; codes of none are not kept. */
const MOST_STANDINGS = 10_000
/** An office has a handful of items with a quota. */
const MOST_WITH_QUOTA = 100

export function createCatalogue(
  needs: { readonly db: Kysely<unknown>; readonly clock: { now(): Date } },
  options: CatalogueOptions = {},
): LiveCatalogue {
  const { believedFor = 2000, versions = 2000 } = options
  const db = catalogueDb(needs.db)
  const getVersion = keptVersions(db, versions)
  const standings = keep((code) => readStanding(db, code, needs.clock.now(), getVersion), {
    believedFor,
    // Nobody waits while it is read again, so that a stream of submissions never stands still.
    staleFor: believedFor / 2,
    most: MOST_STANDINGS,
    unless: (standing) => standing === undefined,
  })
  return {
    getVersion,
    findStanding: standings.get,
    findCodesWithQuota: (organ) => readCodesWithQuota(db, organ),
    findPublished: async (code, version) => {
      const standing = await standings.get(code)
      if (!standing || version === undefined || version === standing.item.version) return standing
      const publishedAt = await readPublishedAt(db, code, version)
      if (!publishedAt) return undefined
      const item = await getVersion(code, version)
      return { item, publishedAt, ...(version < standing.item.version ? { superseded: true } : {}) }
    },
    forget: standings.forget,
  }
}

async function readCodesWithQuota(db: CatalogueDb, organ: string | undefined): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('item')
    .select('code')
    .distinct()
    .where('published_at', 'is not', null)
    .where(sql<boolean>`definition -> 'quota' is not null`)
    .$if(organ !== undefined, (query) => query.where('organ', '=', organ ?? ''))
    .orderBy('code')
    .limit(MOST_WITH_QUOTA)
    .execute()
  return rows.map(({ code }) => code)
}

async function readStanding(
  db: CatalogueDb,
  code: string,
  now: Date,
  getVersion: Catalogue['getVersion'],
): Promise<Standing | undefined> {
  const rows = await db
    .selectFrom('item')
    .select([
      'version',
      'status',
      'effective_from',
      'published_at',
      'suspended_at',
      'reason',
      'cancelled_on',
      'office',
    ])
    .where('code', '=', code)
    .where('published_at', 'is not', null)
    .execute()
  const versions = rows.map((row) => ({
    ...row,
    publishedAt: row.published_at?.toISOString(),
    effectiveFrom: row.effective_from ?? undefined,
  }))
  const today = legalDayOf(now)
  const found = versionInForce(versions, today)
  if (!found?.publishedAt) return undefined
  const suspended =
    found.status === 'suspended' && found.suspended_at
      ? { since: legalDayOf(found.suspended_at), reason: found.reason ?? '' }
      : undefined
  const { cancelled_on: on, office } = found
  const { reason = '', successors = [] } = office.cancellation ?? {}
  return {
    item: await getVersion(code, found.version),
    publishedAt: found.publishedAt,
    suspended,
    ...(on === null ? {} : { ends: { on, reason, successors } }),
    ...(on !== null && on <= today ? { cancelled: { since: on } } : {}),
  }
}

async function readPublishedAt(db: CatalogueDb, code: string, version: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('item')
    .select('published_at')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.published_at?.toISOString()
}

/** Versions never change once cases refer to them; those asked for least recently are dropped. */
function keptVersions(db: CatalogueDb, most: number): Catalogue['getVersion'] {
  const kept = new Map<string, Promise<ServiceItem>>()
  return (code, version) => {
    const key = `${code} ${version}`
    const known = kept.get(key)
    const read = known ?? readVersion(db, code, version)
    kept.delete(key)
    kept.set(key, read)
    if (known) return known
    read.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return read
  }
}

async function readVersion(db: CatalogueDb, code: string, version: number): Promise<ServiceItem> {
  const row = await db
    .selectFrom('item')
    .select('definition')
    .where('code', '=', code)
    .where('version', '=', version)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  if (!row) throw new Error(`the catalogue has no published version ${version} of ${code}`)
  return row.definition as ServiceItem
}
