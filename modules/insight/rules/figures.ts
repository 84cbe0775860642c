/** 统计 — what a case adds to the figures of its days, and how days add up. */
import type { Counts } from '../contract/index.ts'

/** What the figures take from a case. */
export interface CaseFigures {
  readonly organ: string
  readonly item_code: string
  readonly status: string
  readonly received_on: string
  readonly accepted_on: string | null
  readonly concluded_on: string | null
  readonly on_time: boolean | null
  readonly days_used: number | null
  readonly days_promised: number | null
}

export const COUNTED = [
  'received',
  'accepted',
  'concluded',
  'granted',
  'refused',
  'declined',
  'notNeeded',
  'withdrawn',
  'onTime',
  'late',
  'daysUsed',
  'daysPromised',
] as const satisfies readonly (keyof Counts)[]

export const NOTHING: Counts = {
  received: 0,
  accepted: 0,
  concluded: 0,
  granted: 0,
  refused: 0,
  declined: 0,
  notNeeded: 0,
  withdrawn: 0,
  onTime: 0,
  late: 0,
  daysUsed: 0,
  daysPromised: 0,
}

/** Figures of a longer time, or of more organs, are the sum of their parts: a month adds up from its days. */
export function figuresOfAMonthAddUpFromDays(days: readonly Counts[]): Counts {
  return Object.fromEntries(
    COUNTED.map((name) => [name, days.reduce((sum, day) => sum + day[name], 0)]),
  ) as Counts
}

/** Which outcome a status counts as. */
const ENDS: Readonly<Record<string, keyof Counts>> = {
  granted: 'granted',
  refused: 'refused',
  declined: 'declined',
  'not-needed': 'notNeeded',
  withdrawn: 'withdrawn',
}

/** What a case adds to each day: it is received on one, accepted on another, concluded on a third. */
export function contributionsOf(one: CaseFigures): ReadonlyMap<string, Counts> {
  const days = new Map<string, Counts>()
  const add = (day: string | null, part: Partial<Counts>) => {
    if (day) days.set(day, figuresOfAMonthAddUpFromDays([days.get(day) ?? NOTHING, { ...NOTHING, ...part }]))
  }
  add(one.received_on, { received: 1 })
  add(one.accepted_on, { accepted: 1 })
  const end = ENDS[one.status]
  add(one.concluded_on, {
    concluded: 1,
    ...(end ? { [end]: 1 } : {}),
    ...(one.on_time === null ? {} : { [one.on_time ? 'onTime' : 'late']: 1 }),
    daysUsed: one.days_used ?? 0,
    daysPromised: one.days_promised ?? 0,
  })
  return days
}

export interface Change {
  readonly day: string
  readonly organ: string
  readonly item_code: string
  readonly counts: Counts
}

/** The difference that a case's new state makes: what it adds now, less what it added before. */
export function changesBetween(before: CaseFigures | undefined, after: CaseFigures): readonly Change[] {
  return changesAddUp([...(before ? signed(before, -1) : []), ...signed(after, 1)])
}

function signed(one: CaseFigures, sign: 1 | -1): readonly Change[] {
  const { organ, item_code } = one
  return [...contributionsOf(one)].map(([day, counts]) => ({
    day,
    organ,
    item_code,
    counts: Object.fromEntries(COUNTED.map((name) => [name, sign * counts[name]])) as Counts,
  }))
}

/** Changes of the same day, organ and item are one; those that come to nothing are none. In a fixed order. */
export function changesAddUp(changes: readonly Change[]): readonly Change[] {
  const sums = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.day} ${change.organ} ${change.item_code}`
    const counts = figuresOfAMonthAddUpFromDays([sums.get(key)?.counts ?? NOTHING, change.counts])
    sums.set(key, { ...change, counts })
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, change]) => (COUNTED.some((name) => change.counts[name] !== 0) ? [change] : []))
}
