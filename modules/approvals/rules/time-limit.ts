/**
 * 时限 — the clocks of a case: intake (许可法 32), promised and statutory (许可法 42, 45).
 */
import {
  bothLimits,
  type CityLimits,
  CLOCK_STOP_WORDS,
  type Clock,
  type ClockStop,
  type Due,
  due,
  type Period,
  parsePeriod,
  type ServiceItem,
} from '@mashang/flow'
import { type Calendar, isRefusal, legalDayOf } from '@mashang/kit'
import { type Application, isConcluded } from './application.ts'

/** What reckoning needs beside the case itself. */
export interface Reckoning {
  readonly calendar: Calendar
  readonly limits: CityLimits
  readonly now: Date
}

export interface CaseClocks {
  readonly promised: Due
  readonly statutory: Due
  /** The promised limit as a running clock, for supervision. */
  readonly watched: Clock & { readonly now: Date }
}

/** A period of a definition; the checks made sure that it reads as one. */
export function periodOf(text: string): Period {
  const period = parsePeriod(text)
  if (isRefusal(period)) throw new Error(`“${text}” is no period`)
  return period
}

/** Both limits of a case, side by side; undefined before acceptance. */
export function clocksOf(
  application: Application,
  item: ServiceItem,
  reckoning: Reckoning,
): CaseClocks | undefined {
  if (!application.acceptedAt) return undefined
  const { statutory, promised } = item.limits
  const { extension } = application
  const clock: Omit<Clock, 'period'> = {
    start: application.acceptedAt,
    calendar: reckoning.calendar,
    stops: application.stops.map(stopOf),
    extensions: extension
      ? [
          {
            by: periodOf(extension.days),
            reason: { zh: extension.reason, en: extension.reason },
            article: articleOf(reckoning.limits.extension.basis),
          },
        ]
      : [],
    // A concluded case is not overdue today; whether it was late is told by the day it was concluded.
    ...(isConcluded(application) ? {} : { now: reckoning.now }),
    event: { zh: '受理', en: 'acceptance' },
  }
  const article = statutory.basis ? articleOf(statutory.basis) : undefined
  const both = must(
    bothLimits(clock, { ...periodOf(statutory.days), article }, periodOf(promised.days)),
    application,
  )
  return { ...both, watched: { ...clock, period: periodOf(promised.days), now: reckoning.now } }
}

/** 许可法 32: the limit for telling what is missing, from the day of receipt, or from that of the correction. */
export function intakeClockOf(application: Application, reckoning: Reckoning): Due {
  const { days, basis } = reckoning.limits['correction-notice']
  return must(
    due({
      start: application.correctedAt ?? application.submittedAt,
      period: periodOf(days),
      calendar: reckoning.calendar,
      ...(application.status === 'submitted' ? { now: reckoning.now } : {}),
      event: application.correctedAt
        ? { zh: '收到补正', en: 'receipt of the correction' }
        : { zh: '收到申请', en: 'receipt' },
      article: articleOf(basis),
      rule: 'silenceIsAcceptance',
    }),
    application,
  )
}

/** 许可法 44: the limit for handing over what was granted; undefined where nothing waits for that. */
export function deliveryClockOf(application: Application, reckoning: Reckoning): Due | undefined {
  const { decision, deliveredAt } = application
  if (decision?.outcome !== 'grant' || deliveredAt) return undefined
  const { days, basis } = reckoning.limits.delivery
  return must(
    due({
      start: decision.at,
      period: periodOf(days),
      calendar: reckoning.calendar,
      now: reckoning.now,
      event: { zh: '作出决定', en: 'the decision' },
      article: articleOf(basis),
      rule: 'licenceIsDeliveredInTime',
    }),
    application,
  )
}

function stopOf(stop: Application['stops'][number]): ClockStop {
  const words = CLOCK_STOP_WORDS[stop.kind]
  return {
    from: stop.from,
    to: stop.to,
    kind: stop.kind,
    reason: words ? { zh: `${words.zh}：${stop.reason}`, en: `${words.en}: ${stop.reason}` } : undefined,
    expected: periodOf(stop.expected),
    article: '行政许可法 第四十五条',
  }
}

export function articleOf(basis: { readonly law: string; readonly article?: string }): string {
  return basis.article ? `《${basis.law}》${basis.article}` : `《${basis.law}》`
}

/** The journal let only orderly stops in, so a refusal here is a bug. */
function must<T>(reckoned: T, application: Application): Exclude<T, { refused: true }> {
  if (isRefusal(reckoned)) throw new Error(`the clock of ${application.number} refuses: ${reckoned.code}`)
  return reckoned as Exclude<T, { refused: true }>
}

export function isOverdue(clock: Pick<Due, 'due'>, now: Date): boolean {
  return legalDayOf(now) > clock.due
}
