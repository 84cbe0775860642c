/**
 * The journal of a service item: its versions imported, published, suspended, resumed. Pure; what stands in the
 * table `item` is the fold of these entries and nothing else.
 */
import { createHash } from 'node:crypto'
import { canonicalJson, isLegalDay, legalDayOf } from '@mashang/kit'
import type { CatalogueRow } from '../contract/index.ts'

/** Entries of an item's journal. */
export interface ItemEntries {
  imported: {
    readonly code: string
    readonly version: number
    readonly source: string
    readonly digest: string
    readonly definition: unknown
    /** Names as they stood at the import, where the definition does not lead to an organ. */
    readonly organ: string
    readonly organName: string
    readonly name: string
  }
  published: { readonly code: string; readonly version: number; readonly digest: string }
  suspended: { readonly code: string; readonly version: number; readonly reason: string }
  resumed: { readonly code: string; readonly version: number; readonly reason: string }
}

export type ItemEntry = {
  [K in keyof ItemEntries]: { readonly kind: K; readonly content: ItemEntries[K] }
}[keyof ItemEntries]

/** One version as its entries leave it. Instants are ISO 8601, days `YYYY-MM-DD`. */
export interface ItemVersion {
  readonly code: string
  readonly version: number
  readonly revision: number
  readonly status: CatalogueRow['status']
  readonly definition: unknown
  readonly digest: string
  readonly source: string
  readonly organ: string
  readonly organName: string
  readonly name: string
  readonly effectiveFrom?: string
  readonly effectiveTo?: string
  readonly publishedAt?: string
  readonly suspendedAt?: string
  readonly reason?: string
}

/** An item with all its versions; `revision` is that of its journal, 0 before the first entry. */
export interface ItemState {
  readonly code: string
  readonly revision: number
  readonly versions: readonly ItemVersion[]
}

/** The case of an item is found by its code: the same code, the same journal, on every node and every import. */
export function caseIdOfItem(code: string): string {
  const hex = createHash('sha256').update(`service item ${code}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** SHA-256 in hex over the canonical JSON of a definition. */
export function digestOfDefinition(definition: unknown): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex')
}

/** The item after one more entry. */
export function afterEntry(state: ItemState, entry: ItemEntry, at: string): ItemState {
  const revision = state.revision + 1
  const { version } = entry.content
  const change = (changed: Partial<ItemVersion>) =>
    state.versions.map((one) => (one.version === version ? { ...one, ...changed, revision } : one))
  switch (entry.kind) {
    case 'imported':
      return { ...state, revision, versions: withVersion(state, draftOf(entry.content, revision)) }
    case 'published':
      return { ...state, revision, versions: published(state, version, at, revision) }
    case 'suspended':
      return {
        ...state,
        revision,
        versions: change({ status: 'suspended', suspendedAt: at, reason: entry.content.reason }),
      }
    case 'resumed':
      return {
        ...state,
        revision,
        versions: change({ status: 'published', suspendedAt: undefined, reason: undefined }),
      }
  }
}

/** The item that all of its entries make. */
export function itemStateOf(
  code: string,
  entries: readonly { readonly kind: string; readonly content: unknown; readonly at: string }[],
): ItemState {
  return entries.reduce<ItemState>(
    (state, { kind, content, at }) => afterEntry(state, { kind, content } as ItemEntry, at),
    { code, revision: 0, versions: [] },
  )
}

/**
 * The version in force on a day: of those published the highest that has taken effect, else the lowest to come;
 * undefined when nothing was published.
 */
export function versionInForce<V extends Pick<ItemVersion, 'version' | 'publishedAt' | 'effectiveFrom'>>(
  versions: readonly V[],
  today: string,
): V | undefined {
  const rising = versions.filter((one) => one.publishedAt !== undefined).sort((a, b) => a.version - b.version)
  return rising.findLast((one) => (one.effectiveFrom ?? '') <= today) ?? rising[0]
}

/** The item on a day: what came before the version in force is superseded. */
export function settled(state: ItemState, today: string): ItemState {
  const inForce = versionInForce(state.versions, today)
  const versions = state.versions.map((one): ItemVersion => {
    const isPast = inForce !== undefined && one.version < inForce.version && isOpen(one)
    return isPast ? { ...one, status: 'superseded' } : one
  })
  return { ...state, versions }
}

const isOpen = ({ status }: ItemVersion) => status === 'published' || status === 'suspended'

function withVersion({ versions }: ItemState, one: ItemVersion): readonly ItemVersion[] {
  return [...versions.filter((other) => other.version !== one.version), one]
}

function draftOf(content: ItemEntries['imported'], revision: number): ItemVersion {
  const { code, version, definition, digest, source, organ, organName, name } = content
  const { from, to } = effectiveOf(definition)
  return {
    code,
    version,
    revision,
    status: 'draft',
    definition,
    digest,
    source,
    organ,
    organName,
    name,
    effectiveFrom: from,
    effectiveTo: to,
  }
}

/** A higher version takes the place of the earlier ones once it is in effect; until then they stay in force. */
function published(state: ItemState, version: number, at: string, revision: number): ItemVersion[] {
  const from = state.versions.find((one) => one.version === version)?.effectiveFrom ?? ''
  const inEffect = from <= legalDayOf(at)
  return state.versions.map((one): ItemVersion => {
    if (one.version === version) return { ...one, revision, status: 'published', publishedAt: at }
    return inEffect && one.version < version && isOpen(one) ? { ...one, revision, status: 'superseded' } : one
  })
}

/** Of a draft only what is a day: the rest of it may be anything. */
function effectiveOf(definition: unknown): { from?: string; to?: string } {
  const { effective } = (definition ?? {}) as { effective?: { from?: unknown; to?: unknown } | null }
  const day = (value: unknown) => {
    // PostgreSQL has no year 0.
    return isLegalDay(value) && !String(value).startsWith('0000') ? String(value) : undefined
  }
  return { from: day(effective?.from), to: day(effective?.to) }
}
