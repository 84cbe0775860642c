/** Which part of a name was meant by what was typed. */

export interface Nearest {
  readonly part: string
  /** Characters wrong, missing or too many. */
  readonly distance: number
}

/** The part of `name` that is nearest to `typed` (Sellers' algorithm: a match may begin and end anywhere). */
export function nearestPart(name: string, typed: string): Nearest {
  const letters = [...name]
  const asked = [...typed]
  // distance[j], start[j]: of the best match of what was read of `asked`, ending before letter j.
  let distance = Array.from({ length: letters.length + 1 }, () => 0)
  let start = distance.map((_, index) => index)
  asked.forEach((one, row) => {
    const nextDistance = [row + 1]
    const nextStart = [0]
    letters.forEach((letter, column) => {
      const choices = [
        [at(distance, column) + (letter === one ? 0 : 1), at(start, column)],
        [at(distance, column + 1) + 1, at(start, column + 1)],
        [at(nextDistance, column) + 1, at(nextStart, column)],
      ] as const
      const best = choices.reduce((a, b) => (b[0] < a[0] ? b : a))
      nextDistance.push(best[0])
      nextStart.push(best[1])
    })
    distance = nextDistance
    start = nextStart
  })
  const least = Math.min(...distance)
  // Of equally near parts the one as long as what was typed: a wrong character stood for one, not for none.
  const ends = distance.flatMap((one, end) => (one === least ? [end] : []))
  const unlike = (end: number) => Math.abs(end - at(start, end) - asked.length)
  const end = ends.reduce((a, b) => (unlike(b) < unlike(a) ? b : a))
  return { part: letters.slice(at(start, end), end).join(''), distance: least }
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? Number.POSITIVE_INFINITY
}

/** Slips forgiven in a text of this many characters. */
export function slipsForgiven(characters: number): number {
  if (characters < 3) return 0
  return characters < 6 ? 1 : 2
}
