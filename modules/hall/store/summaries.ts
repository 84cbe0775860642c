import { legalDayOf } from '@mashang/kit'
import type { Alongside, Summary } from '@mashang/store'
import type { Insertable } from 'kysely'
import type { Inside } from '../inside.ts'
import { aBadRatingIsFollowedUpInTime } from '../rules/follow-up.ts'
import { exclusionOf, lastGiven, type Rating, ratingOf, wordsAre } from '../rules/rating.ts'
import type { RatingTable } from './tables.ts'

type Surroundings = Pick<Inside, 'db' | 'calendar' | 'clock'>

/** The summary row of a rating, from its state alone. */
function rowOf({ calendar, clock }: Surroundings, id: string, rating: Rating): Insertable<RatingTable> {
  const { subject, followUp, appeal, ruling, again, review, revision } = rating
  const given = lastGiven(rating)
  const followed = aBadRatingIsFollowedUpInTime(rating, { calendar, now: clock.now() })
  const excluded = exclusionOf(rating) ?? null
  return {
    id,
    revision,
    kind: subject.kind,
    application_id: subject.application,
    number: subject.number,
    item_code: subject.item.code,
    item_name: JSON.stringify(subject.item.name),
    organ: subject.organ,
    person_id: subject.personId,
    at: subject.at,
    asked_on: legalDayOf(subject.at),
    level: given?.level ?? null,
    rated_at: given?.at ?? null,
    rated_on: given ? legalDayOf(given.at) : null,
    again_level: again?.level ?? null,
    tags: given?.tags ?? [],
    words: given?.words ?? '',
    bad: given?.followUp !== undefined,
    excluded,
    reasons: excluded === 'ruled' ? (ruling?.reasons ?? null) : null,
    due: followed && !excluded ? followed.clock.due : null,
    answered_on: followUp.answer ? legalDayOf(followUp.answer.at) : null,
    to_rule: appeal !== undefined && ruling === undefined,
    words_are: wordsAre(rating),
    published: review?.outcome === 'published' && !excluded ? review.text : null,
  }
}

/** Statements that bring the summaries of one rating up to date. */
export function saveSummaries(inside: Surroundings, id: string, rating: Rating): readonly Alongside[] {
  const { db } = inside
  const { id: _, ...rest } = rowOf(inside, id, rating)
  return [
    db
      .insertInto('rating')
      .values({ id, ...rest })
      .onConflict((on) => on.column('id').doUpdateSet(rest)),
    ...rating.codes.map(({ digest, until }) =>
      db
        .insertInto('code')
        .values({ digest, rating_id: id, until })
        .onConflict((on) => on.column('digest').doNothing()),
    ),
  ]
}

/** Summary tables of the module, made again from the journal alone. */
export function hallSummaries(inside: Inside): readonly Summary[] {
  const { db } = inside
  return [
    {
      name: 'hall.rating',
      streams: ['rating'],
      clear: () => [db.deleteFrom('code'), db.deleteFrom('rating')],
      project: (caseId, entries) => {
        const rating = ratingOf(entries)
        return rating ? saveSummaries(inside, caseId, rating) : []
      },
    },
  ]
}
