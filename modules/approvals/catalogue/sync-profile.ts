import { type Actor, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { Journal } from '@mashang/store'
import { type Kysely, sql } from 'kysely'
import type { DraftOrigin } from '../contract/index.ts'
import type { ItemSurroundings } from '../rules/item-check.ts'
import { checkItem } from '../rules/item-checks.ts'
import type { LiveCatalogue } from './catalogue.ts'
import type { ItemEntry } from './item-entries.ts'
import { digestOfDefinition, type ItemState, type ItemVersion } from './item-state.ts'
import { type ItemFile, type Profile, surroundingsOf } from './profile.ts'
import { type CatalogueDb, catalogueDb } from './tables.ts'
import { type ItemChange, type ItemWriting, loadStates, writeItems } from './write-items.ts'

export interface SyncNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly clock: { now(): Date }
  /** Of this process, if it has one already. */
  readonly catalogue?: Pick<LiveCatalogue, 'forget'>
}

/** What the start brought: items published now, and those that were there already. */
export interface Synced {
  readonly published: number
  readonly unchanged: number
}

/** Who publishes what stands in the profile. */
const PROFILE: Actor = { kind: 'system', id: 'profile', name: 'profile' }
/** Several nodes starting at once write the same items; whoever is second reads again and finds them there. */
const ATTEMPTS = 10

/**
 * Brings the items of the profile into the database and publishes them. Any number of nodes may call it at once,
 * any number of times. Refuses, before anything is written, with `profile-items-fail-checks` or
 * `profile-item-changed` (a published version never changes); `fields` name every file and place.
 */
export async function syncProfile(needs: SyncNeeds, profile: Profile): Promise<Synced | Refusal> {
  const writing = writingFor(needs, profile)
  for (let attempt = 1; ; attempt++) {
    const news = await findNews(writing.db, profile.items)
    const codes = news.map(({ item }) => item.code)
    const changes = changesOf(news, await loadStates(writing.db, codes), profile)
    if (isRefusal(changes)) return changes
    const refused =
      findFailing(news, surroundingsOf(profile, needs.clock.now())) ??
      (await writeItems(writing, changes, PROFILE))
    if (!refused) return { published: changes.length, unchanged: profile.items.length - changes.length }
    if (refused.code !== 'case-changed' || attempt === ATTEMPTS) return refused
  }
}

/** The files that are not published as they stand: on most starts none, and what was published passed its checks. */
async function findNews(db: CatalogueDb, files: readonly ItemFile[]): Promise<readonly ItemFile[]> {
  const codes = files.map(({ item }) => item.code)
  const rows = await db
    .selectFrom('item')
    .select(['code', 'version', 'digest'])
    .where('code', '=', sql<string>`any(${codes})`)
    .where('published_at', 'is not', null)
    .execute()
  const published = new Set(rows.map(({ code, version, digest }) => `${code} ${version} ${digest}`))
  return files.filter(
    ({ item }) => !published.has(`${item.code} ${item.version} ${digestOfDefinition(item)}`),
  )
}

function writingFor(needs: SyncNeeds, profile: Profile): ItemWriting {
  return {
    ...needs,
    db: catalogueDb(needs.db),
    organs: new Map(profile.organs.map((organ) => [organ.id, organ])),
    onWritten: (codes) => needs.catalogue?.forget(codes),
  }
}

function findFailing(files: readonly ItemFile[], around: ItemSurroundings): Refusal | undefined {
  const findings = files.flatMap(({ file, item }) =>
    checkItem(item, around).map((finding) => ({ file, finding })),
  )
  const first = findings[0]
  if (!first) return undefined
  return refuse('profile-items-fail-checks', {
    rule: first.finding.rule,
    facts: {
      count: findings.length,
      file: first.file,
      rule: first.finding.rule,
      path: first.finding.path,
      problem: first.finding.words,
    },
    fields: findings.map(({ file, finding }) => ({
      path: `${file} ${finding.path}`,
      code: 'item-finding',
      facts: { rule: finding.rule, problem: finding.words },
    })),
  })
}

function changesOf(
  files: readonly ItemFile[],
  states: ReadonlyMap<string, ItemState>,
  profile: Profile,
): readonly ItemChange[] | Refusal {
  const changes: ItemChange[] = []
  const broken: ItemFile[] = []
  for (const one of files) {
    const before = states.get(one.item.code) ?? { code: one.item.code, revision: 0, versions: [] }
    const entries = entriesFor(one, before, profile)
    if (entries === 'changed') broken.push(one)
    else if (entries.length > 0) changes.push({ before, entries })
  }
  const first = broken[0]
  return first ? refuseChanged(first, broken) : changes
}

function refuseChanged(first: ItemFile, broken: readonly ItemFile[]): Refusal {
  const factsOf = ({ file, item }: ItemFile) => ({
    file,
    code: item.code,
    version: item.version,
    next: item.version + 1,
  })
  return refuse('profile-item-changed', {
    rule: 'publishedVersionsNeverChange',
    facts: factsOf(first),
    fields: broken.map((one) => ({ path: one.file, code: 'profile-item-changed', facts: factsOf(one) })),
  })
}

/**
 * What has to be written for one file: nothing where it, or a higher version, was published before. What the office
 * published under the same number stands; a draft of that number goes on under the next one.
 */
function entriesFor(
  { file, item }: ItemFile,
  before: ItemState,
  profile: Profile,
): readonly ItemEntry[] | 'changed' {
  const { code, version } = item
  const digest = digestOfDefinition(item)
  const there = before.versions.find((one) => one.version === version)
  if (there?.publishedAt !== undefined) {
    const isOfTheOffice = there.office.approvedBy !== undefined
    return there.digest === digest || isOfTheOffice ? [] : 'changed'
  }
  if (before.versions.some((one) => one.version > version && one.publishedAt !== undefined)) return []
  const organName = profile.organs.find((one) => one.id === item.organ)?.name.zh ?? ''
  const imported: ItemEntry = {
    kind: 'imported',
    content: {
      code,
      version,
      source: file,
      digest,
      definition: item,
      organ: item.organ,
      organName,
      name: item.name.zh,
    },
  }
  const published: ItemEntry = { kind: 'published', content: { code, version, digest } }
  if (there?.digest === digest) return [published]
  return [imported, published, ...movedOn(there, before)]
}

/** A draft made at the desk is not lost to a file of the same number. */
function movedOn(there: ItemVersion | undefined, { code, versions }: ItemState): readonly ItemEntry[] {
  if (!there?.office.origin || there.status === 'discarded') return []
  const version = Math.max(...versions.map((one) => one.version)) + 1
  const definition = { ...(there.definition as object), version }
  const { source, organ, organName, name } = there
  const origin: DraftOrigin = { kind: 'revision', items: [{ code, version: there.version }] }
  const digest = digestOfDefinition(definition)
  return [
    {
      kind: 'drafted',
      content: { code, version, source, digest, definition, organ, organName, name, origin },
    },
  ]
}
