/** Which bundles are meant by what somebody typed. Pure. */
import type { Bundle } from '@mashang/flow'

const SHORTEST = 2

/**
 * peopleFindABundleByTheirOwnWords: 我想开饭店 holds 开饭店, and 火锅 stands in 开火锅店; so do English words, whatever
 * their case.
 */
export function bundlesMeant(bundles: readonly Bundle[], text: string): readonly Bundle[] {
  const said = plain(text)
  if (said.length < SHORTEST) return []
  const found = bundles.flatMap((bundle) => {
    const score = Math.max(...wordsOf(bundle).map((word) => scoreOf(word, said)))
    return score > 0 ? [{ bundle, score }] : []
  })
  return found.sort((a, b) => b.score - a.score).map(({ bundle }) => bundle)
}

function wordsOf({ name, 'everyday-words': everyday }: Bundle): readonly string[] {
  return [name.zh, name.en ?? '', ...everyday].map(plain).filter((word) => word.length >= SHORTEST)
}

/** The same; said within a sentence; or a piece of a word. */
function scoreOf(word: string, said: string): number {
  if (word === said) return 4
  if (said.includes(word)) return 3
  return word.includes(said) ? 2 : 0
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s，。？！,.?!“”"、]+/g, ' ')
    .trim()
}
