/**
 * 帮办代办 — asked for, taken in time, an appointment, an end. Pure.
 */
import {
  type CityLimits,
  type Due,
  due,
  isRequired,
  type Material,
  parsePeriod,
  remainingWorkingDays,
} from '@mashang/flow'
import { type Calendar, isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import type { HelpEntries } from '../contract/index.ts'
import { type Help, isOver } from './help.ts'

const SHORTEST = 2

/** What is needed has to be said, in a few words. */
export function helpSaysWhatIsNeeded(text: string): string | Refusal {
  const said = text.trim()
  if (said.length >= SHORTEST) return said
  return refuse('form-has-errors', {
    rule: 'helpSaysWhatIsNeeded',
    facts: { count: 1 },
    fields: [{ path: 'text', code: 'required', facts: {} }],
  })
}

interface Reckoning {
  readonly limit: CityLimits['help']
  readonly calendar: Calendar
  readonly now: Date
}

interface TakingClock {
  readonly reckoned: Due
  readonly remaining: number
  /** Not taken, or taken after its last day. */
  readonly overdue: boolean
}

/** A request is taken by an assistant within what the city promises. */
export function helpIsTakenWithinThePromise(
  { requestedAt, takenAt }: Pick<Help, 'requestedAt' | 'takenAt'>,
  { limit, calendar, now }: Reckoning,
): TakingClock {
  const period = parsePeriod(limit.days)
  if (isRefusal(period)) throw new Error(`the limit “${limit.days}” is no period`)
  const { law, article = '' } = limit.basis
  const at = takenAt ? new Date(takenAt) : now
  const reckoned = due({
    ...{ start: requestedAt, period, calendar, now: at },
    event: { zh: '收到申请', en: 'the request' },
    label: { zh: '承接帮办代办的期限', en: 'The time to take the request' },
    article: `《${law}》${article}`,
  })
  if (isRefusal(reckoned)) throw new Error(`no day to take it by: ${reckoned.code}`)
  return {
    reckoned,
    remaining: remainingWorkingDays(at, reckoned.due, calendar),
    overdue: reckoned.state === 'overdue',
  }
}

/** One assistant takes a request; after that it is his. */
export function aRequestIsTakenOnce(help: Help): Refusal | undefined {
  return help.status === 'waiting' ? undefined : refuse('help-taken-already', { rule: 'aRequestIsTakenOnce' })
}

/** What is concluded or ended rests. */
export function helpThatIsOverRests(help: Help): Refusal | undefined {
  return isOver(help) ? refuse('help-is-over', { rule: 'helpThatIsOverRests' }) : undefined
}

/** An appointment lies ahead. */
export function anAppointmentLiesAhead(
  { day }: Pick<HelpEntries['appointed'], 'day'>,
  now: Date,
): Refusal | undefined {
  const today = legalDayOf(now)
  if (day >= today) return undefined
  return refuse('form-has-errors', {
    ...{ rule: 'anAppointmentLiesAhead', facts: { count: 1 } },
    fields: [{ path: 'day', code: 'appointment-in-the-past', facts: { today } }],
  })
}

/** The checklist is of the item's materials; before it is set, those that everyone needs. */
export function checklistOf(
  materials: readonly Material[],
  set: HelpEntries['checklist-set'] | undefined,
): {
  readonly id: string
  readonly name: Material['name']
  readonly needed: boolean
  readonly ready: boolean
}[] {
  return materials.map((material) => ({
    id: material.id,
    name: material.name,
    needed: set ? set.needed.includes(material.id) : isRequired(material, {}),
    ready: set?.ready.includes(material.id) ?? false,
  }))
}

/** How a reader stands to a request; undefined = to him it does not exist. */
export type Standing = 'principal' | 'assistant' | 'any-assistant' | 'supervisor'

/** own-help, help-of-own: the principal his own; an assistant those nobody has taken and his own; supervision all. */
export function standingOf(who: Who, help: Pick<Help, 'principal' | 'assistant'>): Standing | undefined {
  if (who.kind === 'citizen') return help.principal.personId === who.id ? 'principal' : undefined
  if (who.kind !== 'staff') return undefined
  if (who.roles.includes('assistant')) {
    if (help.assistant?.id === who.id) return 'assistant'
    if (!help.assistant) return 'any-assistant'
  }
  return who.roles.includes('supervisor') ? 'supervisor' : undefined
}
