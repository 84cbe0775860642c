/**
 * The journal of a service item: its versions drafted, imported, approved, published, suspended, cancelled. Pure; what
 * stands in the table `item` is the fold of these entries and nothing else.
 */
import { createHash } from 'node:crypto'
import { type Actor, addDays, canonicalJson, isLegalDay, legalDayOf } from '@mashang/kit'
import type { CatalogueRow, ItemOffice } from '../contract/index.ts'
import type { ItemEntries, ItemEntry } from './item-entries.ts'

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
  readonly office: ItemOffice
  readonly effectiveFrom?: string
  readonly effectiveTo?: string
  readonly publishedAt?: string
  readonly suspendedAt?: string
  readonly reason?: string
  readonly cancelledOn?: string
}

/** An item with all its versions; `revision` is that of its journal, 0 before the first entry. */
export interface ItemState {
  readonly code: string
  readonly revision: number
  readonly versions: readonly ItemVersion[]
}

/** When an entry was written, and by whom. */
export interface Written {
  readonly at: string
  readonly actor: Actor
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

/** A definition that comes into force on another day than it says. */
export function definitionFrom(definition: unknown, from: string): unknown {
  const { effective, ...rest } = definition as { effective?: object }
  return { ...rest, effective: { ...effective, from } }
}

/** The item after one more entry. */
export function afterEntry(state: ItemState, entry: ItemEntry, written: Written): ItemState {
  const revision = state.revision + 1
  return { ...state, revision, versions: versionsAfter(state, entry, written, revision) }
}

function versionsAfter(
  state: ItemState,
  entry: ItemEntry,
  written: Written,
  revision: number,
): readonly ItemVersion[] {
  const { version } = entry.content
  const change = (changed: Partial<ItemVersion>, office: Partial<ItemOffice> = {}) =>
    state.versions.map((one) =>
      one.version === version ? { ...one, ...changed, revision, office: { ...one.office, ...office } } : one,
    )
  switch (entry.kind) {
    case 'imported':
    case 'drafted':
    case 'redrafted':
      return withVersion(state, draftOf(state, entry, written, revision))
    case 'discarded':
      return change({ status: 'discarded', reason: entry.content.reason })
    case 'submitted':
      return change(
        { status: 'submitted', reason: undefined },
        { authors: withAuthor(state, version, written), note: entry.content.note, submittedAt: written.at },
      )
    case 'returned':
      return change({ status: 'draft', reason: entry.content.reason }, { approvedBy: undefined })
    case 'approved':
      return change(
        { status: 'approved' },
        { approvedBy: written.actor.name, approvedAt: written.at, note: entry.content.note },
      )
    case 'published':
      return published(state, entry.content, written.at, revision)
    case 'suspended':
      return change({ status: 'suspended', suspendedAt: written.at, reason: entry.content.reason })
    case 'resumed':
      return change({ status: 'published', suspendedAt: undefined, reason: undefined })
    case 'cancelled':
      return state.versions.map((one) => cancelled(one, entry.content, revision))
  }
}

/** The item that all of its entries make. */
export function itemStateOf(
  code: string,
  entries: readonly {
    readonly kind: string
    readonly content: unknown
    readonly at: string
    readonly actor: Actor
  }[],
): ItemState {
  return entries.reduce<ItemState>(
    (state, { kind, content, at, actor }) => afterEntry(state, { kind, content } as ItemEntry, { at, actor }),
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

/** The item on a day: what came before the version in force is superseded, what has ended is cancelled. */
export function settled(state: ItemState, today: string): ItemState {
  const inForce = versionInForce(state.versions, today)
  const versions = state.versions.map((one): ItemVersion => {
    if (!isOpen(one)) return one
    if (inForce !== undefined && one.version < inForce.version) return { ...one, status: 'superseded' }
    const isOver = one.cancelledOn !== undefined && one.cancelledOn <= today
    return isOver ? { ...one, status: 'cancelled' } : one
  })
  return { ...state, versions }
}

const isOpen = ({ status }: ItemVersion) => status === 'published' || status === 'suspended'

function withVersion({ versions }: ItemState, one: ItemVersion): readonly ItemVersion[] {
  return [...versions.filter((other) => other.version !== one.version), one]
}

type Drafting = Extract<ItemEntry, { kind: 'imported' | 'drafted' | 'redrafted' }>

function draftOf(
  state: ItemState,
  { kind, content }: Drafting,
  written: Written,
  revision: number,
): ItemVersion {
  const { code, version, definition, digest, source, organ, organName, name } = content
  const { from, to } = effectiveOf(definition)
  const before = state.versions.find((one) => one.version === version)
  const goesOn = kind === 'redrafted' ? before : undefined
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
    office: {
      ...(kind === 'drafted' ? { origin: content.origin } : goesOn?.office),
      authors: goesOn ? withAuthor(state, version, written) : [authorOf(written)],
      savedAt: written.at,
    },
    effectiveFrom: from,
    effectiveTo: to,
    ...(goesOn?.reason === undefined ? {} : { reason: goesOn.reason }),
  }
}

const authorOf = ({ actor }: Written) => ({ id: actor.id, name: actor.name })

/** Everyone who had a hand in a version, the last one last. */
function withAuthor(state: ItemState, version: number, written: Written): ItemOffice['authors'] {
  const before = state.versions.find((one) => one.version === version)?.office.authors ?? []
  return [...before.filter(({ id }) => id !== written.actor.id), authorOf(written)]
}

/** A higher version takes the place of the earlier ones once it is in effect; until then they stay in force. */
function published(
  state: ItemState,
  { version, digest, from }: ItemEntries['published'],
  at: string,
  revision: number,
): ItemVersion[] {
  const before = state.versions.find((one) => one.version === version)
  const effectiveFrom = from ?? before?.effectiveFrom
  const inEffect = (effectiveFrom ?? '') <= legalDayOf(at)
  return state.versions.map((one): ItemVersion => {
    if (one.version === version)
      return {
        ...one,
        revision,
        status: 'published',
        publishedAt: at,
        reason: undefined,
        ...(from === undefined
          ? {}
          : { definition: definitionFrom(one.definition, from), digest, effectiveFrom: from }),
      }
    return inEffect && one.version < version && isOpen(one) ? { ...one, revision, status: 'superseded' } : one
  })
}

/** Told twice, as when several items take its place, it ends on the later day and names them all. */
function cancelled(one: ItemVersion, content: ItemEntries['cancelled'], revision: number): ItemVersion {
  if (!isOpen(one)) return one
  const before = one.office.cancellation
  const on = one.cancelledOn !== undefined && one.cancelledOn > content.on ? one.cancelledOn : content.on
  const last = addDays(on, -1)
  return {
    ...one,
    revision,
    cancelledOn: on,
    effectiveTo: one.effectiveTo !== undefined && one.effectiveTo < last ? one.effectiveTo : last,
    office: {
      ...one.office,
      cancellation: {
        reason: content.reason,
        ...(content.basis ? { basis: content.basis } : {}),
        successors: [...new Set([...(before?.successors ?? []), ...content.successors])],
      },
    },
  }
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
