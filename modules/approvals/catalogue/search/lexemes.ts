/**
 * What is kept of an item to find it by: one list of lexemes, each marked with its class, under one GIN index.
 *
 * | class | holds |
 * | --- | --- |
 * | `x` | a whole name, a whole everyday word, the code |
 * | `n` `w` | words of the name; of the name, the everyday words, the summary, the result and the organ |
 * | `b` `c` | neighbouring characters, and single ones, of name, everyday words and result |
 * | `s` | their neighbouring syllables: 食品 is shi-pin, the same for what sounds the same |
 * | `P` `I` | pinyin and initials from the beginning of name, everyday word or result |
 * | `p` `i` | the same from each word on |
 * | `o` `t` `a` `f` | organ, themes, applicants, `f:online` |
 */
import type { Organ, ServiceItem } from '@mashang/flow'
import { folded, pairsOf, syllablesOf, wordStartsOf, wordsToKeep } from '@mashang/search'

export type LexemeClass = 'x' | 'n' | 'w' | 'b' | 'c' | 's' | 'P' | 'I' | 'p' | 'i' | 'o' | 't' | 'a' | 'f'

/** Longer ones nobody types; PostgreSQL would take 2,046 bytes. */
const LONGEST_PINYIN = 60

type Searched = Pick<
  ServiceItem,
  'code' | 'name' | 'summary' | 'everyday-words' | 'result' | 'themes' | 'applicants' | 'depth' | 'organ'
>

export function lexemesOf(item: Searched, organ: Organ | undefined): readonly string[] {
  const lexemes = new Set<string>()
  const add = (mark: LexemeClass, words: readonly string[]) => {
    for (const word of words) if (word !== '') lexemes.add(`${mark}:${word}`)
  }
  const everyday = item['everyday-words']
  const names = [item.name.zh, ...everyday]
  add('x', [item.code, ...wholeNamesOf(item)].map(folded))
  add('x', everyday.map(folded))
  add('n', wordsOf(item.name))
  add('w', [...wordsOf(item.name), ...everyday.flatMap(wordsToKeep), ...wordsOf(item.result.name)])
  add('w', [...wordsOf(item.summary), ...wordsOf(organ?.name), ...wordsOf(organ?.short)])
  for (const text of new Set([...names, item.result.name.zh].map(folded))) {
    const syllables = syllablesOf(text)
    add('b', pairsOf(text))
    add('c', [...text])
    add('s', pairsOf(syllables, '-'))
    addPinyin(text, syllables, add)
  }
  add('o', [item.organ])
  add('t', item.themes)
  add('a', item.applicants)
  if (item.depth >= 3) add('f', ['online'])
  return [...lexemes]
}

/** Without what stands in brackets at its end: 食品经营许可（新办） is also 食品经营许可. */
export function bareName(name: string): string {
  return name.replace(/[（(][^（）()]*[）)]\s*$/u, '')
}

function wholeNamesOf({ name }: Pick<Searched, 'name'>): readonly string[] {
  const texts = name.en ? [name.zh, name.en] : [name.zh]
  return [...texts, ...texts.map(bareName)]
}

function wordsOf(text: { readonly zh: string; readonly en?: string } | undefined): readonly string[] {
  return text ? [...wordsToKeep(text.zh), ...(text.en ? wordsToKeep(text.en) : [])] : []
}

function addPinyin(
  text: string,
  syllables: readonly string[],
  add: (mark: LexemeClass, words: readonly string[]) => void,
): void {
  const rests = wordStartsOf(text).map((start) => syllables.slice(start))
  const whole = rests.map((rest) => rest.join('').slice(0, LONGEST_PINYIN))
  const initials = rests.map((rest) => rest.map((one) => one[0]).join(''))
  add('P', whole.slice(0, 1))
  add('I', initials.slice(0, 1))
  add('p', whole)
  add('i', initials)
}
