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

/** Words as they are looked for: each stretch of the text once; 开个 counts as 开. */
export function wordsToFind(text: string): readonly string[] {
  return cleaned(
    jieba()
      .cut(normal(text), true)
      .map((word) => word.replace(/(?<=\p{L})个$/u, '')),
  )
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

/** Each two neighbours: the characters 食品证 give 食品 品证. */
export function pairsOf(text: string | readonly string[], joint = ''): readonly string[] {
  const parts = [...text]
  return parts.slice(1).map((part, index) => `${parts[index]}${joint}${part}`)
}

/**
 * Pinyin without tones: one syllable for each character of a folded text; what is not Chinese stands as it is.
 * In its surroundings, so that a character of several readings gets the right one.
 */
export function syllablesOf(text: string): readonly string[] {
  if (text === '') return []
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
  const characters = [...text]
  // A character without a reading may be left out or joined: then each is read alone.
  if (syllables.length === characters.length) return syllables
  return characters.map((one) => pinyin(one, { toneType: 'none', v: true }) || one)
}

/** The places of a folded text at which a word begins, as numbers of characters before it. */
export function wordStartsOf(text: string): readonly number[] {
  let before = 0
  return jieba()
    .cut(text, true)
    .map((word) => {
      const start = before
      before += [...word].length
      return start
    })
}
