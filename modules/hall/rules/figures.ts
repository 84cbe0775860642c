/**
 * 满意率 — how ratings add up. Pure.
 */
import { RATING_LEVELS, type RatingLaw } from '@mashang/flow'

type Levels = Readonly<Record<string, number>>

/** Ratings that count, of all levels. */
function countedIn(levels: Levels): number {
  return RATING_LEVELS.reduce((sum, level) => sum + (levels[level] ?? 0), 0)
}

/**
 * In percent, by what each level is worth in the city's data. Only what was rated is divided by: silence is no good
 * rating, and no rating at all gives no rate.
 */
export function satisfactionCountsOnlyWhatWasRated(
  law: Pick<RatingLaw, 'levels'>,
  levels: Levels,
): number | undefined {
  const counted = countedIn(levels)
  if (counted === 0) return undefined
  const worth = law.levels.reduce((sum, { id, percent }) => sum + percent * (levels[id] ?? 0), 0)
  return worth / counted
}
