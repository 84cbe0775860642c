/** A rating in the shapes of its readers: who has its code, whose it is, the desk. */
import { explain, remainingWorkingDays } from '@mashang/flow'
import { isRefusal, type Who, type Words } from '@mashang/kit'
import type {
  CodeView,
  Given,
  GivenView,
  MyRating,
  RatingEntries,
  RatingView,
  Subject,
} from '../contract/index.ts'
import { type Inside, organOf } from '../inside.ts'
import { aBadRatingIsFollowedUpInTime } from '../rules/follow-up.ts'
import { exclusionOf, lastGiven, type Rating, wordsAre } from '../rules/rating.ts'
import { onlyWhoFollowsUpSeesThePerson } from '../rules/reading.ts'
import type { Found } from '../store/ratings.ts'

function subjectOf(inside: Inside, id: string, { kind, item, organ, at }: Subject) {
  return { id, kind, item, organ: organOf(inside, organ), at }
}

function givenView({ level, tags, words, publish, at }: Given & { readonly at: string }): GivenView {
  return { level, tags: [...tags], words, publish, at }
}

const optional = <K extends string, T>(name: K, value: T | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: T }

export function codeViewOf(inside: Inside, { id, rating }: Found, until: string): CodeView {
  return { ...subjectOf(inside, id, rating.subject), rated: rating.given !== undefined, until }
}

/** As the one who was served reads it. */
export function myRatingOf(inside: Inside, { id, rating }: Found): MyRating {
  const { subject, given, followUp, appeal, ruling, again } = rating
  const followed = aBadRatingIsFollowedUpInTime(rating, reckoningOf(inside))
  return {
    ...subjectOf(inside, id, subject),
    application: subject.application,
    number: subject.number,
    ...optional('given', given && givenView(given)),
    byCode: given !== undefined && given.via !== 'account',
    ...optional('due', followed?.clock.due),
    calledBack: followUp.callBacks.length > 0,
    ...optional('fix', followUp.fix?.note),
    ...optional('answer', followUp.answer && { at: followUp.answer.at, text: followUp.answer.text }),
    appealed: appeal !== undefined,
    ...optional('ruling', ruling && { outcome: ruling.outcome, reasons: ruling.reasons }),
    ...optional('again', again && givenView(again)),
    wordsAre: wordsAre(rating),
    actions: actionsOfOwner(rating),
  }
}

function actionsOfOwner({ given, followUp, again }: Rating): MyRating['actions'] {
  if (!given) return ['rate']
  return [
    ...(followUp.answer && !again ? (['rateAgain'] as const) : []),
    ...(given.via === 'account' ? [] : (['disownRating'] as const)),
  ]
}

const reckoningOf = ({ calendar, clock }: Inside) => ({ calendar, now: clock.now() })

/** As the desk reads it; whose it is, only whoever follows it up, and that look is journaled first. */
export async function ratingViewOf(
  inside: Inside,
  { id, rating, entries }: Found,
  who: Who,
  language: 'zh' | 'en',
): Promise<RatingView> {
  const { subject, appeal, ruling, again, review } = rating
  const given = lastGiven(rating)
  const followed = aBadRatingIsFollowedUpInTime(rating, reckoningOf(inside))
  const holds = onlyWhoFollowsUpSeesThePerson(who, subject.organ, followed?.state)
  const person = holds
    ? await inside.personOf(subject.personId, { who, application: subject.application })
    : undefined
  const oversees = who.kind === 'staff' && who.roles.includes('supervisor')
  return {
    ...subjectOf(inside, id, subject),
    revision: rating.revision,
    ...optional('given', given && givenView(given)),
    ...optional('via', given?.via),
    bad: given?.followUp !== undefined,
    ...optional('excluded', exclusionOf(rating)),
    ...optional('followUp', followUpOf(inside, rating, followed, language)),
    ...optional('appeal', appeal),
    ...optional('ruling', ruling),
    ...optional('again', again && givenView(again)),
    wordsAre: wordsAre(rating),
    ...optional('published', review?.outcome === 'published' ? review.text : undefined),
    ...optional(
      'person',
      person && !isRefusal(person) ? { name: person.name, phone: person.phone } : undefined,
    ),
    ...optional(
      'case',
      holds || (oversees && appeal) || given?.anonymous === false
        ? { id: subject.application, number: subject.number }
        : undefined,
    ),
    ...optional('servedBy', holds || oversees ? subject.servedBy?.name : undefined),
    journal: entries.map(({ at, actor, kind }) => ({
      // It may be rated since it was concluded or handed over, whenever that was noticed.
      at: kind === 'opened' ? subject.at : at,
      by: actor.kind === 'staff' ? actor.name : '',
      title: TITLES[kind as keyof RatingEntries],
    })),
    actions: actionsAtDesk(who, rating, holds),
  }
}

function followUpOf(
  inside: Inside,
  { followUp }: Rating,
  followed: ReturnType<typeof aBadRatingIsFollowedUpInTime>,
  language: 'zh' | 'en',
): RatingView['followUp'] {
  if (!followed) return undefined
  const { due, explanation } = followed.clock
  return {
    due,
    state: followed.state,
    remaining: remainingWorkingDays(inside.clock.now(), due, inside.calendar),
    explanation: explain(explanation, language),
    callBacks: [...followUp.callBacks],
    ...optional('verification', followUp.verification),
    ...optional('fix', followUp.fix),
    ...optional('answer', followUp.answer),
  }
}

function actionsAtDesk(who: Who, rating: Rating, holds: boolean): string[] {
  if (who.kind !== 'staff') return []
  const oversees = who.roles.includes('supervisor')
  return [
    ...(holds ? ['continueFollowUp'] : []),
    ...(holds && !rating.appeal ? ['appealRating'] : []),
    ...(oversees && who.organ !== rating.subject.organ && rating.appeal && !rating.ruling
      ? ['ruleOnRating']
      : []),
    ...(oversees && wordsAre(rating) === 'to-review' ? ['reviewWords'] : []),
  ]
}

const TITLES: Readonly<Record<keyof RatingEntries, Words>> = {
  opened: { zh: '可以评价', en: 'May be rated' },
  'code-given': { zh: '给出评价码', en: 'Rating code given' },
  rated: { zh: '评价', en: 'Rated' },
  disowned: { zh: '申请人声明非本人评价', en: 'Disowned by the applicant' },
  'called-back': { zh: '回访', en: 'Called back' },
  verified: { zh: '核实', en: 'Verified' },
  fixed: { zh: '整改', en: 'Fixed' },
  answered: { zh: '答复', en: 'Answered' },
  appealed: { zh: '差评申诉', en: 'Appealed by the office' },
  ruled: { zh: '裁定', en: 'Ruled on' },
  'rated-again': { zh: '追评', en: 'Rated again' },
  'words-reviewed': { zh: '审核公开内容', en: 'Words reviewed' },
}
