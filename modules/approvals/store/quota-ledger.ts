/** 名额账 — one journal for each pool of a quota: whoever is written into it first was accepted first. */
import type { Quota, ServiceItem } from '@mashang/flow'
import { type Actor, isRefusal, legalDayOf, type Refusal } from '@mashang/kit'
import type { Alongside, Append, Appended, Entry, NewEntry } from '@mashang/store'
import type { QuotaEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Application } from '../rules/application.ts'
import { ledgerIdOf } from '../rules/issue.ts'
import {
  aGrantNeedsAPlace,
  aPlaceIsFreedWhenItIsNotUsed,
  aPlaceIsReservedAtAcceptance,
  type Ledger,
  ledgerOf,
  placesGoInTheOrderOfAcceptance,
  poolOf,
  positionOf,
  takenIn,
} from '../rules/quota.ts'
import type { ApprovalsDb } from './tables.ts'

/** What of a case its places are about. */
interface Case {
  readonly id: string
  readonly application: Application
  readonly item: ServiceItem
  readonly entries: readonly Pick<Entry, 'kind' | 'content'>[]
}

const STREAM = 'quota'
/** So many writers may be faster, one after the other, before it is a fault. */
const ATTEMPTS = 50

export interface FoundLedger {
  readonly id: string
  readonly ledger?: Ledger
  readonly entries: Awaited<ReturnType<Inside['journal']['read']>>
  readonly pool: QuotaEntries['opened']
}

/** The ledger of the pool that a case is of, as it stands. */
async function findLedger(
  inside: Pick<Inside, 'journal' | 'clock'>,
  { application, item }: Pick<Case, 'application' | 'item'>,
  quota: Quota,
): Promise<FoundLedger> {
  const on = legalDayOf(application.acceptedAt ?? inside.clock.now())
  return readLedger(inside, poolOf(item, quota, application.form, on))
}

export async function readLedger(
  { journal }: Pick<Inside, 'journal'>,
  pool: QuotaEntries['opened'],
): Promise<FoundLedger> {
  const id = ledgerIdOf(pool.item, pool.year ?? '', pool.value ?? '')
  const entries = await journal.read(STREAM, id)
  const ledger = ledgerOf(entries)
  return { id, entries, pool, ...(ledger ? { ledger } : {}) }
}

/** One case before and after what is being written to it. */
export interface Passing {
  readonly before?: Case
  readonly after: Case
}

/** What passes between a case and its ledger; nothing for items without a quota. */
interface Movement {
  readonly quota: Quota
  readonly after: Case
  readonly kind: 'enters' | 'leaves' | 'is-granted'
}

function movementOf({ before, after }: Passing): Movement | undefined {
  const { quota } = after.item
  if (!quota) return undefined
  const { application } = after
  const of = (kind: Movement['kind']) => ({ quota, after, kind })
  if (application.acceptedAt && !before?.application.acceptedAt) return of('enters')
  if (!application.acceptedAt || before?.application.concludedAt || !application.concludedAt) return undefined
  return of(application.status === 'granted' ? 'is-granted' : 'leaves')
}

/**
 * Appends what is written to cases together with their places. Another writer of the same ledger is waited for: the
 * order of acceptance is the order of the ledger, and no two are accepted at once.
 */
export async function appendWithPlaces(
  inside: Inside,
  appends: readonly Append[],
  passing: readonly Passing[],
  actor: Actor,
): Promise<Appended> {
  const movements = passing.flatMap((one) => movementOf(one) ?? [])
  if (movements.length === 0) return inside.journal.appendAll(appends)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const places = await placesOf(inside, movements, passing, actor)
    if (isRefusal(places)) return places
    const appended = await inside.journal.appendAll([...appends, ...places])
    const faster =
      isRefusal(appended) &&
      appended.code === 'case-changed' &&
      places.some(({ caseId }) => caseId === appended.facts.caseId)
    if (!faster) return appended
  }
  throw new Error('a ledger of places is written to without an end')
}

async function placesOf(
  inside: Inside,
  movements: readonly Movement[],
  passing: readonly Passing[],
  actor: Actor,
): Promise<readonly Append[] | Refusal> {
  const byLedger = new Map<string, { found: FoundLedger; quota: Quota; entries: NewEntry[] }>()
  for (const movement of movements) {
    const found = await findLedger(inside, movement.after, movement.quota)
    const there = byLedger.get(found.id) ?? { found, quota: movement.quota, entries: [] }
    const entries = entriesOf(there.found.ledger, movement, passing)
    if (isRefusal(entries)) return entries
    byLedger.set(found.id, { ...there, entries: [...there.entries, ...entries] })
  }
  const at = inside.clock.now().toISOString()
  return [...byLedger.values()].flatMap(({ found, quota, entries }) =>
    entries.length === 0 ? [] : [ledgerAppend(inside, found, quota, entries, { at, actor })],
  )
}

function entriesOf(
  ledger: Ledger | undefined,
  { quota, after, kind }: Movement,
  passing: readonly Passing[],
): readonly NewEntry[] | Refusal {
  const { application, id } = after
  const who = { id, number: application.number }
  if (kind === 'enters') {
    const last = after.entries.findLast((entry) => entry.kind === 'accepted')
    const byLaw = (last?.content as { silently?: boolean } | undefined)?.silently === true
    return aPlaceIsReservedAtAcceptance(ledger, quota, who, { byLaw })
  }
  if (kind === 'is-granted') return aGrantNeedsAPlace(ledger, quota, who) ?? []
  if (!ledger) return []
  const into = application.handling?.mergedInto?.into
  const staying = into && passing.find((one) => one.after.id === into.id)
  if (staying && standsBefore(ledger, who.id, staying.after.id)) {
    const to = { id: staying.after.id, number: staying.after.application.number }
    return [{ kind: 'taken-over', content: { from: who, to } }]
  }
  return aPlaceIsFreedWhenItIsNotUsed(ledger, who, application.status)
}

function standsBefore({ line }: Ledger, id: string, other: string): boolean {
  const place = (one: string) => line.findIndex((standing) => standing.id === one)
  return place(id) >= 0 && (place(other) < 0 || place(id) < place(other))
}

interface Signed {
  readonly at: string
  readonly actor: Actor
}

/** These entries, and what follows from them: whoever moves up. */
export function ledgerAppend(
  { db }: Pick<Inside, 'db'>,
  found: FoundLedger,
  quota: Quota,
  entries: readonly NewEntry[],
  { at, actor }: Signed,
): Append {
  const opened: NewEntry[] = found.ledger ? [] : [{ kind: 'opened', content: found.pool }]
  const folded = (news: readonly NewEntry[]) =>
    ledgerOf([
      ...found.entries,
      ...news.map((entry, index) => ({ ...entry, revision: found.entries.length + index + 1, at, actor })),
    ])
  const first = [...opened, ...entries]
  const between = folded(first)
  if (!between) throw new Error('a ledger that is written to was opened')
  const all = [...first, ...placesGoInTheOrderOfAcceptance(between, quota)]
  const after = folded(all)
  return {
    stream: STREAM,
    caseId: found.id,
    expected: found.entries.length,
    at,
    actor,
    entries: all,
    alongside: after ? [saveLedger(db, found.id, after)] : [],
  }
}

/** The row of a pool: what the public page counts. */
export function saveLedger(db: ApprovalsDb, id: string, ledger: Ledger): Alongside {
  const row = {
    item_code: ledger.item,
    year: ledger.year ?? null,
    value: ledger.value ?? null,
    taken: takenIn(ledger),
    waiting: ledger.line.filter(({ state }) => state === 'waiting').length,
    drawn_at: ledger.drawn?.at ?? null,
  }
  return db
    .insertInto('quota_pool')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

/** Where a case stands in its pool. */
export interface PlaceOfCase {
  readonly state: 'placed' | 'waiting' | 'entered' | 'left'
  readonly position?: number
  readonly places: number
  readonly taken: number
}

export async function placeOfCase(
  inside: Pick<Inside, 'journal' | 'clock'>,
  found: Pick<Case, 'id' | 'application' | 'item'>,
): Promise<PlaceOfCase | undefined> {
  const { quota } = found.item
  if (!quota || !found.application.acceptedAt) return undefined
  const { ledger } = await findLedger(inside, found, quota)
  const one = ledger?.line.find(({ id }) => id === found.id)
  if (!ledger || !one) return undefined
  const waits = quota.method === 'draw' && !ledger.drawn
  const position = positionOf(ledger, found.id)
  return {
    state: waits && one.state === 'waiting' ? 'entered' : one.state,
    ...(position === undefined ? {} : { position }),
    places: quota.places,
    taken: takenIn(ledger),
  }
}
