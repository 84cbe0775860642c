/** What the data of ratings owe their readers, before anything is done by them. Pure. */
import { RATING_LEVELS, type RatingLaw } from '@mashang/flow'
import type { Words } from '@mashang/kit'

export interface RatingFinding {
  readonly rule: string
  readonly path: string
  readonly words: Words
}

/** Everything that is wrong with a city's ratings; none when they can be worked by. */
export function checkRatings(law: RatingLaw, laws: ReadonlySet<string>): readonly RatingFinding[] {
  return [...levelsFallFromTheBest(law), ...reasonsAreToldApart(law), ...ratingLawIsInTheTable(law, laws)]
}

const found = (rule: string, path: string, zh: string, en: string): RatingFinding => ({
  rule,
  path,
  words: { zh, en },
})

/** Five levels, the best first; those that are bad come last and are worth less than any good one. */
export function levelsFallFromTheBest({ levels }: RatingLaw): readonly RatingFinding[] {
  const rule = 'levelsFallFromTheBest'
  const wrong = levels.flatMap(({ id, percent, bad }, at) => {
    const before = levels[at - 1]
    const inOrder =
      id === RATING_LEVELS[at] && (!before || (percent <= before.percent && (bad || !before.bad)))
    return inOrder
      ? []
      : [
          found(
            rule,
            `levels.${at}`,
            `等级“${id}”的次序或者分值不对。`,
            `The level “${id}” stands or weighs wrongly.`,
          ),
        ]
  })
  return levels.some(({ bad }) => bad)
    ? wrong
    : [...wrong, found(rule, 'levels', '没有差评等级。', 'No level is bad.')]
}

/** Each reason once, and some for either side. */
export function reasonsAreToldApart({ tags }: RatingLaw): readonly RatingFinding[] {
  const rule = 'reasonsAreToldApart'
  const ids = tags.map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const lacking = (['good', 'bad'] as const).filter((side) => !tags.some((tag) => tag.for === side))
  return [
    ...twice.map((id) => found(rule, `tags.${id}`, `理由“${id}”重复。`, `The reason “${id}” stands twice.`)),
    ...lacking.map((side) =>
      found(rule, 'tags', `没有给“${side}”的理由。`, `There is no reason for “${side}”.`),
    ),
  ]
}

/** Laws that are cited stand in the city's table. */
export function ratingLawIsInTheTable(law: RatingLaw, laws: ReadonlySet<string>): readonly RatingFinding[] {
  return [...law.basis, law['follow-up'].basis, law.appeal.basis]
    .filter((basis) => !laws.has(basis.law))
    .map((basis) =>
      found(
        'ratingLawIsInTheTable',
        'basis',
        `依据“${basis.law}”不在法律法规表（laws.yaml）中。`,
        `The law “${basis.law}” is not in the table of laws (laws.yaml).`,
      ),
    )
}
