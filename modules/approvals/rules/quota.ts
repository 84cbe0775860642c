/**
 * 数量限制 — places are given in the order in which applications were accepted (许可法 57), or drawn by the public log.
 * A ledger is the fold of its entries: what it says was so at the moment it was written.
 */
import {
  type Fold,
  type Folded,
  type FormValues,
  foldEntries,
  type Quota,
  type ServiceItem,
} from '@mashang/flow'
import { type LegalDay, type Refusal, refuse } from '@mashang/kit'
import { drawnByTheLog } from '@mashang/proof'
import type { NewEntry } from '@mashang/store'
import type { Entrant, QuotaEntries } from '../contract/index.ts'

export interface Standing extends Entrant {
  /** Its place in the order of acceptance: ties are impossible. */
  readonly serial: number
  readonly state: 'placed' | 'waiting' | 'left'
  readonly at: string
}

/** 名额账 — who has a place, and who waits in which order. */
export interface Ledger {
  readonly item: string
  readonly year?: string
  readonly value?: string
  readonly revision: number
  /** In the order in which places go: of acceptance, or after a draw as drawn. */
  readonly line: readonly Standing[]
  readonly serials: number
  readonly called?: QuotaEntries['draw-called'] & { readonly at: string }
  readonly drawn?: QuotaEntries['drawn'] & { readonly at: string }
}

const is =
  ({ id }: Entrant) =>
  (one: Standing) =>
    one.id === id

const change =
  <K extends keyof QuotaEntries>(
    make: (ledger: Ledger, content: QuotaEntries[K], entry: Folded) => Partial<Ledger>,
  ) =>
  (ledger: Ledger | undefined, content: QuotaEntries[K], entry: Folded): Ledger => {
    if (!ledger) throw new Error(`a ledger begins with “opened”, not with “${entry.kind}”`)
    return { ...ledger, ...make(ledger, content, entry), revision: entry.revision }
  }

const setState = (ledger: Ledger, who: Entrant, state: Standing['state']) => ({
  line: ledger.line.map((one) => (is(who)(one) ? { ...one, state } : one)),
})

const FOLD: Fold<Ledger | undefined, QuotaEntries> = {
  opened: (_, content, { revision }) => ({ ...content, revision, line: [], serials: 0 }),
  entered: change<'entered'>((ledger, { id, number, place }, { at }) => ({
    serials: ledger.serials + 1,
    line: [
      ...ledger.line,
      { id, number, serial: ledger.serials + 1, state: place ? 'placed' : 'waiting', at },
    ],
  })),
  left: change<'left'>((ledger, who) => setState(ledger, who, 'left')),
  'moved-up': change<'moved-up'>((ledger, who) => setState(ledger, who, 'placed')),
  'taken-over': change<'taken-over'>((ledger, { from, to }) => ({
    // Whoever of the two stood first keeps that place in the line; the other has none any more.
    line: ledger.line.filter((one) => !is(to)(one)).map((one) => (is(from)(one) ? { ...one, ...to } : one)),
  })),
  'draw-called': change<'draw-called'>((_, content, { at }) => ({ called: { ...content, at } })),
  drawn: change<'drawn'>((ledger, content, { at }) => ({
    drawn: { ...content, at },
    line: [
      ...content.order.flatMap((who, index) => {
        const one = ledger.line.find(is(who))
        return one ? [{ ...one, state: index < content.places ? 'placed' : 'waiting' } as const] : []
      }),
      // Who left before stands last, as having left.
      ...ledger.line.filter((one) => !content.order.some(({ id }) => id === one.id)),
    ],
  })),
}

export function ledgerOf(entries: readonly Folded[]): Ledger | undefined {
  return foldEntries<Ledger | undefined, QuotaEntries>(FOLD, undefined, entries)
}

export const takenIn = ({ line }: Pick<Ledger, 'line'>) =>
  line.filter(({ state }) => state === 'placed').length

const waitingIn = ({ line }: Pick<Ledger, 'line'>) => line.filter(({ state }) => state === 'waiting')

/** Which pool of an item's quota an application is of: its year, its district or choice. */
export function poolOf(
  item: Pick<ServiceItem, 'code' | 'fields'>,
  quota: Quota,
  form: FormValues,
  acceptedOn: LegalDay,
): QuotaEntries['opened'] {
  const id = quota['by-field']
  const given = id ? (form as Readonly<Record<string, unknown>>)[id] : undefined
  // Of an address its district counts: the first six digits of the region.
  const value = typeof given === 'object' && given !== null ? districtOf(given) : String(given ?? '')
  return {
    item: item.code,
    ...(quota.per === 'year' ? { year: acceptedOn.slice(0, 4) } : {}),
    ...(id ? { value } : {}),
  }
}

function districtOf(address: object): string {
  return 'region' in address ? String(address.region).slice(0, 6) : ''
}

const articleOf = ({ basis }: Quota) => `${basis.law} ${basis.article ?? ''}`.trim()

const factsOf = (ledger: Pick<Ledger, 'line'>, { places }: Quota) => ({
  places,
  taken: takenIn(ledger),
  waiting: waitingIn(ledger).length,
})

/** A place is reserved as soon as an application is accepted; who comes later waits in order, or is refused, as the item says. */
export function aPlaceIsReservedAtAcceptance(
  ledger: Ledger | undefined,
  quota: Quota,
  who: Entrant,
  { byLaw }: { readonly byLaw: boolean },
): readonly NewEntry[] | Refusal {
  const known = ledger ?? { line: [] }
  if (known.line.some(is(who))) return []
  const place = quota.method === 'in-order' && takenIn(known) < quota.places && waitingIn(known).length === 0
  const full = quota.method === 'in-order' && !place
  // Where silence counts as acceptance the law accepts, whatever the item says: then it waits.
  if (full && quota.beyond === 'refuse' && !byLaw) return quotaIsFull(known, quota)
  return [{ kind: 'entered', content: { ...who, place, places: quota.places } }]
}

export function quotaIsFull(ledger: Pick<Ledger, 'line'>, quota: Quota): Refusal {
  return refuse('quota-is-full', {
    rule: 'aPlaceIsReservedAtAcceptance',
    article: articleOf(quota),
    facts: factsOf(ledger, quota),
  })
}

/** Places that are free go to those who wait, the first one first; of a draw only once it was drawn. */
export function placesGoInTheOrderOfAcceptance(ledger: Ledger, quota: Quota): readonly NewEntry[] {
  if (quota.method === 'draw' && !ledger.drawn) return []
  const free = Math.max(quota.places - takenIn(ledger), 0)
  return waitingIn(ledger)
    .slice(0, free)
    .map(({ id, number }) => ({ kind: 'moved-up', content: { id, number } }))
}

/** A case that ends without a grant gives its place back. */
export function aPlaceIsFreedWhenItIsNotUsed(ledger: Ledger, who: Entrant, why: string): readonly NewEntry[] {
  const one = ledger.line.find(is(who))
  return one && one.state !== 'left' ? [{ kind: 'left', content: { ...who, why } }] : []
}

/** 许可法 57: nothing is granted beyond the places there are, nor past those who were accepted before. */
export function aGrantNeedsAPlace(
  ledger: Ledger | undefined,
  quota: Quota,
  who: Entrant,
): Refusal | undefined {
  const one = ledger?.line.find(is(who))
  if (ledger && one?.state === 'placed') return undefined
  const known = ledger ?? { line: [] }
  return refuse('no-place-in-quota', {
    rule: 'aGrantNeedsAPlace',
    article: articleOf(quota),
    facts: { ...factsOf(known, quota), position: positionOf(known, who.id) ?? 0 },
  })
}

/** How many stand before it, itself counted; undefined for who does not wait. */
export function positionOf(ledger: Pick<Ledger, 'line'>, id: string): number | undefined {
  const at = waitingIn(ledger).findIndex((one) => one.id === id)
  return at < 0 ? undefined : at + 1
}

/** 宣布摇号: once, after the last day; called again before the log has drawn, it stays the first call. */
export function aDrawIsCalledOnceAfterTheLastDay(
  ledger: Ledger,
  quota: Quota,
  today: LegalDay,
): readonly NewEntry[] | Refusal {
  const law = { rule: 'aDrawIsCalledOnceAfterTheLastDay', article: articleOf(quota) }
  if (quota.method !== 'draw') return refuse('quota-is-not-drawn', law)
  if (ledger.drawn) return refuse('quota-is-drawn', { ...law, facts: { at: ledger.drawn.at } })
  const closes = quota.closes ?? today
  if (today <= closes) return refuse('quota-is-open', { ...law, facts: { closes } })
  if (ledger.called) return []
  const entrants = waitingIn(ledger).length
  if (entrants === 0) return refuse('quota-has-no-entrants', law)
  return [{ kind: 'draw-called', content: { places: quota.places, entrants } }]
}

/** 摇号: by the root of the log right behind the call, which whoever called could neither know nor choose. */
export function thePlacesAreDrawnByTheLog(
  ledger: Ledger,
  log: { readonly size: number; readonly root: string },
): readonly NewEntry[] {
  if (!ledger.called || ledger.drawn) return []
  const entrants = waitingIn(ledger).map(({ id, number }) => ({ id, number }))
  const order = drawnByTheLog(log.root, entrants, ({ number }) => number)
  return [{ kind: 'drawn', content: { log, places: ledger.called.places, order } }]
}

/** Of a draw: after the last day nobody applies any more. */
export function applicationsCloseBeforeADraw(quota: Quota, today: LegalDay): Refusal | undefined {
  if (quota.method !== 'draw' || !quota.closes || today <= quota.closes) return undefined
  return refuse('quota-is-closed', {
    rule: 'applicationsCloseBeforeADraw',
    article: articleOf(quota),
    facts: { closes: quota.closes },
  })
}
