/** How texts of the catalogue and of a search become words, neighbouring characters and pinyin; the same for both. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { pinyin } from 'pinyin-pro'

let loaded: Jieba | undefined

/** The dictionary takes 60 ms and 36 MB: only a process that searches or publishes loads it. */
function jieba(): Jieba {
  loaded ??= Jieba.withDict(dict)
  return loaded
}

/** Compatibility forms, lower case, nothing but letters and digits: ＡＢ（新办） → ab新办. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Words as they are kept: long ones and the short ones inside them. */
export function wordsToKeep(text: string): readonly string[] {
  return cleaned(jieba().cutForSearch(normal(text), true))
}

/** Words as they are looked for: each stretch of the text once. */
export function wordsToFind(text: string): readonly string[] {
  return cleaned(jieba().cut(normal(text), true))
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function cleaned(words: readonly string[]): readonly string[] {
  const kept = words.map((word) => stem(folded(word))).filter((word) => word !== '')
  return [...new Set(kept)]
}

/** English plurals lose their ending; nothing more, since both sides are treated alike. */
function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Each two neighbouring characters of a folded text: 食品证 → 食品 品证. */
export function pairsOf(text: string): readonly string[] {
  const characters = [...text]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** Pinyin without tones, one syllable for each Chinese character; other characters stand as they are. */
export function syllablesOf(text: string): readonly string[] {
  if (text === '') return []
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
}

/** The starts at which somebody who types pinyin may begin: those of words, each with its rest of the text. */
export function restsFromWords(text: string): readonly string[] {
  const rests: string[] = []
  let rest = folded(text)
  for (const word of jieba().cut(normal(text), true).map(folded)) {
    if (word === '' || !rest.startsWith(word)) continue
    rests.push(rest)
    rest = rest.slice(word.length)
  }
  return rests
}
