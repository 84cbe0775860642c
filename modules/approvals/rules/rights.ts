/**
 * 复议和诉讼权利 — what every decision against an applicant tells him (许可法 38): to whom he may turn, until when,
 * by which article. One source for the letter, the applicant's page and the desk before it is decided.
 */
import type { CityLimits } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { ApplicationStatus } from '../contract/index.ts'
import { articleOf } from './time-limit.ts'

interface City {
  readonly name: { readonly zh: string; readonly en?: string }
  readonly limits: Pick<CityLimits, 'reconsideration' | 'suit'>
}

/** For the letter; organ and court by their Chinese names. */
export function rightsAgainst({ name, limits: { reconsideration, suit } }: City) {
  return {
    reconsideration: {
      days: Number.parseInt(reconsideration.days, 10),
      organ: `${name.zh}人民政府`,
      basis: articleOf(reconsideration.basis),
    },
    suit: {
      months: Number.parseInt(suit.days, 10),
      court: '有管辖权的人民法院',
      basis: articleOf(suit.basis),
    },
  }
}

export function rightsInWords(city: City): Words {
  const { reconsideration, suit } = rightsAgainst(city)
  const government = `the People's Government of ${city.name.en ?? city.name.zh} (${reconsideration.organ})`
  return {
    zh: `可以自收到决定之日起 ${reconsideration.days} 日内向${reconsideration.organ}申请行政复议（${reconsideration.basis}），或者 ${suit.months} 个月内向${suit.court}提起行政诉讼（${suit.basis}）。`,
    en: `Within ${reconsideration.days} days of receiving the decision, ${government} can be asked for administrative reconsideration (${reconsideration.basis}); or within ${suit.months} months an action can be brought before the competent court (${suit.basis}).`,
  }
}

const AGAINST: readonly ApplicationStatus[] = ['refused', 'declined', 'not-needed']
const MAY_END_AGAINST: readonly string[] = ['decideApplication', 'declineApplication', 'findNotNeeded']

/** To be told now: it went against the applicant, or this reader may make it so and should see what the letter says. */
export function rightsAreTold(status: ApplicationStatus, actions: readonly string[]): boolean {
  return AGAINST.includes(status) || actions.some((action) => MAY_END_AGAINST.includes(action))
}
