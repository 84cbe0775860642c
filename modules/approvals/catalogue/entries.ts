/**
 * 目录 — the whole catalogue in memory: every line of the profile, and what is published beside it. Of a line whose
 * guide is published the guide counts, as it stands today; the others stand as the profile lists them.
 */
import type { Basis } from '@mashang/flow'
import { legalDayOf } from '@mashang/kit'
import { folded } from '@mashang/search'
import type { EntryCard, EntryCounts, OrganRef } from '../contract/index.ts'
import { entryTypeOf } from '../rules/entry-rules.ts'
import { everyGuideFallsIntoOneClass } from '../rules/visit-class.ts'
import { keep } from './kept.ts'
import type { Profile } from './profile.ts'
import { understand } from './search/understand.ts'
import type { CatalogueDb, StoredCard } from './tables.ts'

/** A line of the catalogue as it is kept. */
export interface Line extends EntryCard {
  readonly basis: readonly Basis[]
  readonly themes: readonly string[]
  /** What a search looks in. */
  readonly bare: string
}

/** A published item, as far as a line shows it. */
interface Published {
  readonly code: string
  readonly organ: string
  readonly themes: readonly string[]
  readonly applicants: readonly ('person' | 'enterprise')[]
  readonly card: StoredCard
}

interface EntryNeeds {
  readonly db: CatalogueDb
  readonly profile: Profile
  readonly clock: { now(): Date }
  readonly organRef: (id: string) => OrganRef
}

export interface Entries {
  /** In order: by organ, licences first, each entry followed by its further situations. */
  readonly all: () => Promise<readonly Line[]>
  /** Called when this process changes the catalogue. */
  readonly forget: () => void
}

/** Another node's change is seen this late at most, and by one visitor's call later. */
const BELIEVED_FOR = 15_000
const STALE_FOR = 600_000
/** Published items that are read; a city has a few thousand at most. */
const MOST = 10_000

export function createEntries(needs: EntryNeeds): Entries {
  const kept = keep(async () => linesOf(needs, await readPublished(needs)), {
    believedFor: BELIEVED_FOR,
    staleFor: STALE_FOR,
    most: 1,
  })
  return { all: () => kept.get(''), forget: () => kept.forget() }
}

function readPublished({ db, clock }: EntryNeeds): Promise<readonly Published[]> {
  const today = legalDayOf(clock.now())
  return db
    .selectFrom('item_search')
    .select(['code', 'organ', 'themes', 'applicants', 'card'])
    .where((where) => where.or([where('effective_to', 'is', null), where('effective_to', '>=', today)]))
    .orderBy('code')
    .limit(MOST)
    .execute()
}

function linesOf({ profile, organRef }: EntryNeeds, published: readonly Published[]): readonly Line[] {
  const listed = new Map(profile.entries.map(({ entry }) => [entry.code, entry]))
  const cards = new Map(published.map((item) => [item.code, item]))
  const fromList = [...listed.values()].map((entry) => {
    const { code, organ, name, type, basis, limits, visits, depth, fee, applicants, themes } = entry
    const partOf = entry['part-of']
    const line = { code, partOf, name, type, basis, ...limits, visits, depth, fee, applicants, themes }
    const item = cards.get(code)
    return lineOf(organRef, item ? { ...line, ...partsOf(item) } : { ...line, organ, guide: false })
  })
  const besides = published
    .filter(({ code }) => !listed.has(code))
    .map((item) => lineOf(organRef, { code: item.code, basis: [], ...partsOf(item) }))
  return inOrder([...fromList, ...besides], profile)
}

/** What a published guide says of its line. */
function partsOf({ organ, themes, applicants, card }: Published) {
  const { name, type, promised, statutory, visits, depth, fee } = card
  const says = { name, type: entryTypeOf(type), promised, statutory, visits, depth, fee }
  return { ...says, organ, themes, applicants, guide: true }
}

type Parts = Omit<Line, 'organ' | 'class' | 'bare' | 'applicants'> & {
  readonly organ: string
  readonly applicants: readonly EntryCard['applicants'][number][]
}

function lineOf(organRef: EntryNeeds['organRef'], { partOf, ...parts }: Parts): Line {
  return {
    ...parts,
    ...(partOf === undefined ? {} : { partOf }),
    applicants: [...parts.applicants],
    organ: organRef(parts.organ),
    class: everyGuideFallsIntoOneClass(parts),
    bare: [parts.name.zh, parts.name.en ?? '', parts.code].map(folded).join(' '),
  }
}

function inOrder(lines: readonly Line[], { organs }: Pick<Profile, 'organs'>): readonly Line[] {
  const places = new Map(organs.map(({ id }, place) => [id, place]))
  const placeOf = ({ organ }: Line) => places.get(organ.id) ?? organs.length
  const byPlace = (a: Line, b: Line) =>
    placeOf(a) - placeOf(b) || (a.type === b.type ? compare(a.code, b.code) : a.type === 'licence' ? -1 : 1)
  const codes = new Set(lines.map(({ code }) => code))
  const whole = lines.filter(({ partOf }) => partOf === undefined || !codes.has(partOf))
  return [...whole]
    .sort(byPlace)
    .flatMap((line) => [line, ...lines.filter(({ partOf }) => partOf === line.code).sort(byPlace)])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export interface EntryQuery {
  readonly text?: string
  readonly organ?: string
  readonly type?: EntryCard['type']
  readonly class?: EntryCard['class']
  readonly fee?: boolean
  readonly guide?: boolean
  readonly entriesOnly?: boolean
}

/** The lines that fit, apart from their organ. */
export function linesThatFit(lines: readonly Line[], query: EntryQuery): readonly Line[] {
  const { type, fee, guide, entriesOnly } = query
  const fitting = lines.filter(
    (line) =>
      (type === undefined || line.type === type) &&
      (query.class === undefined || line.class === query.class) &&
      (fee === undefined || line.fee === fee) &&
      (guide === undefined || line.guide === guide) &&
      !(entriesOnly && line.partOf),
  )
  return query.text?.trim() ? linesNamed(fitting, query.text) : fitting
}

/** Those with the text as a whole in their name or code; if there are none, those with every word of it. */
function linesNamed(lines: readonly Line[], text: string): readonly Line[] {
  const understood = understand(text)
  if (!understood) return []
  const { text: whole, words } = understood
  const named = lines.filter(({ bare }) => bare.includes(whole))
  return named.length > 0 ? named : lines.filter(({ bare }) => words.every((word) => bare.includes(word)))
}

export function countsOf(lines: readonly Line[]): EntryCounts {
  const count = (fits: (line: Line) => boolean) => lines.filter(fits).length
  const entries = lines.filter(({ partOf }) => partOf === undefined)
  const licences = entries.filter(({ type }) => type === 'licence').length
  return {
    entries: entries.length,
    licences,
    publicServices: entries.length - licences,
    handled: lines.length,
    whollyOnline: count((line) => line.class === 'wholly-online'),
    oneVisit: count((line) => line.class === 'one-visit'),
    fewerVisits: count((line) => line.class === 'fewer-visits'),
    depths: [1, 2, 3, 4].map((depth) => count((line) => line.depth === depth)),
    guides: count(({ guide }) => guide),
  }
}
