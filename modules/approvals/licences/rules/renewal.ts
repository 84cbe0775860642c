/**
 * 延续 — asked for ahead of the expiry; silence then counts as granted (许可法 50); the holder is reminded.
 */
import type { LicenceLaw, ServiceItem } from '@mashang/flow'
import { addDays, type Calendar, type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { Application } from '../../rules/application.ts'
import { articleOf, periodOf } from '../../rules/time-limit.ts'
import type { Licence } from './licence.ts'

type Renewal = LicenceLaw['renewal']

/** The limit that holds for an item, and its article: the item's own, or else the law's. */
export function limitToAsk(item: Pick<ServiceItem, 'result'>, law: Renewal) {
  const own = item.result.renewal
  return { days: own?.['ask-before'] ?? law['ask-before'], basis: own?.basis ?? law.basis }
}

/** The last day on which a renewal is asked for in time: so many days, or working days, remain to the expiry. */
export function renewalIsAskedAheadOfExpiry(to: string, days: string, calendar: Calendar): string {
  const { count, unit } = periodOf(days)
  if (unit === 'd') return addDays(to, -count)
  let day = to
  while (calendar.countWorkingDays(day, to) < count) day = addDays(day, -1)
  return day
}

export interface RenewalAsked {
  readonly lastDay: string
  readonly inTime: boolean
}

/** Whether a renewal asked for today is in time; a late one is refused where the city's profile says so. */
export function lateRenewalsAreTakenAsTheCitySays(
  licence: Pick<Licence, 'number' | 'to'>,
  item: Pick<ServiceItem, 'result'>,
  law: Renewal,
  { calendar, today }: { readonly calendar: Calendar; readonly today: string },
): RenewalAsked | Refusal {
  if (!licence.to) return { lastDay: today, inTime: true }
  const { days, basis } = limitToAsk(item, law)
  const lastDay = renewalIsAskedAheadOfExpiry(licence.to, days, calendar)
  const inTime = today <= lastDay
  if (inTime || law.late === 'taken') return { lastDay, inTime }
  return refuse('renewal-too-late', {
    rule: 'lateRenewalsAreTakenAsTheCitySays',
    article: articleOf(basis),
    facts: { number: licence.number, to: licence.to, lastDay, today },
  })
}

/**
 * What the journal of a renewal's case gets once its licence has expired undecided: the red card it has earned, and the
 * grant that the law reads into silence. Nothing before that day, nor where the applicant was asked to correct.
 */
export function silenceIsRenewal(
  application: Pick<Application, 'status' | 'licence' | 'cards'>,
  licence: { readonly to?: string | null; readonly ending?: unknown },
  today: string,
): readonly NewEntry[] {
  const { status, licence: acted, cards } = application
  const waits = status === 'submitted' || status === 'under-review' || status === 'clock-stopped'
  const applies = acted?.situation === 'renewal' && acted.inTime === true && waits && !licence.ending
  if (!applies || !licence.to || today <= licence.to) return []
  const reasons = `许可有效期于${licence.to}届满，届满前未作出是否准予延续的决定，视为准予延续（行政许可法 第五十条）。`
  return [
    ...(status === 'submitted' ? [{ kind: 'accepted', content: { silently: true, note: '' } }] : []),
    ...(status === 'clock-stopped'
      ? [{ kind: 'clock-resumed', content: { note: '许可有效期届满，视为准予延续。' } }]
      : []),
    ...(cards.some(({ colour }) => colour === 'red')
      ? []
      : [{ kind: 'carded', content: { colour: 'red', due: licence.to, clock: 'statutory' } }]),
    { kind: 'decided', content: { outcome: 'grant', reasons, silently: true } },
  ]
}

/** The reminder that is due: the last of the city's steps that has come, unless it was told for this expiry. */
export function expiryIsToldOnce(
  licence: Pick<Licence, 'to' | 'told' | 'endings'>,
  law: Pick<Renewal, 'remind-before'>,
  today: string,
): { readonly before: number; readonly to: string } | undefined {
  const { to, told, endings } = licence
  if (!to || endings.length > 0 || today > to) return undefined
  const before = [...law['remind-before']].sort((a, b) => a - b).find((days) => today >= addDays(to, -days))
  if (before === undefined || told.some((one) => one.to === to && one.before <= before)) return undefined
  return { before, to }
}

/** The next day on which the reminders have to look at a licence; none when all were told. */
export function nextDayToTell(
  licence: Pick<Licence, 'to' | 'told' | 'endings'>,
  law: Pick<Renewal, 'remind-before'>,
): string | undefined {
  const { to, told, endings } = licence
  if (!to || endings.length > 0) return undefined
  const least = Math.min(...told.filter((one) => one.to === to).map(({ before }) => before))
  const next = Math.max(...law['remind-before'].filter((days) => days < least))
  return Number.isFinite(next) ? addDays(to, -next) : undefined
}
