/** The last day of those who work side by side, and why it is that one. Pure. */
import { type Due, due, parsePeriod } from '@mashang/flow'
import { type Calendar, isRefusal, type Words } from '@mashang/kit'

interface Asked {
  readonly calendar: Calendar
  /** Instant or day of what they were asked by; it is not counted itself. */
  readonly from: string
  /** `8wd` */
  readonly within: string
  readonly event: Words
  readonly article: string
}

/** Everyone has the same last day, reckoned by the one legal clock. */
export function everyOfficeHasTheSameLastDay({ calendar, from, within, event, article }: Asked): Due {
  const period = parsePeriod(within)
  if (isRefusal(period)) throw new Error(`not a period: ${within}`)
  const label = { zh: '承诺时限', en: 'promised limit' }
  const found = due({ calendar, start: from, period, event, label, article })
  if (isRefusal(found)) throw new Error(`no day can be reckoned: ${found.code}`)
  return found
}

export const DRAWINGS_GIVEN: Words = { zh: '图纸送审', en: 'the drawings were given' }
export const ACCEPTANCE_ASKED: Words = { zh: '申请联合验收', en: 'the acceptance was asked for' }

/** A law with its article, as documents cite it. */
export function articleOf({
  law,
  article,
}: {
  readonly law: string
  readonly article?: string | undefined
}): string {
  return article ? `${law}${article}` : law
}
