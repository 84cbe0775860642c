/** 搜索 — what somebody who types this is looking for, as queries from the narrowest to the widest reading. */

import { folded, pairsOf, syllablesOf, wordsToFind, wordsToKeep } from '@mashang/search'
import type { LexemeClass } from './lexemes.ts'
import { all, either, lexeme, type TsQuery } from './ts-query.ts'

/** A search text, read. */
export interface Understood {
  /** Folded, without words of asking. */
  readonly text: string
  /** What is looked for, word by word. */
  readonly words: readonly string[]
  /** Every word somewhere. */
  readonly anywhere: TsQuery
  /** The text as a whole: a name, an everyday word, a code. */
  readonly whole: TsQuery
  /** Every word in the name, or the text as a whole. */
  readonly narrow: TsQuery
  /** Typed in Latin letters: it may be pinyin. */
  readonly latin: boolean
}

/** Words of asking, not of what is asked for: they stand in every third search and in few names. */
const ASKING = new Set(
  (
    '我 我们 我要 我想 要 想 想要 需要 请问 请 怎么 怎样 怎么样 怎么办 咋办 如何 哪里 哪儿 哪 去 到 在 什么 多少 吗 呢 吧 啊 ' +
    '可以 能 能不能 可不可以 的 了 个 一个 一家 家 一下 是 把 给 得 和 与 或 办 办理 申请 申办 材料 手续 流程 ' +
    '条件 指南 小 新 a an the of to for in how i want my open get apply need where what do can'
  ).split(' '),
)

/** Undefined where nothing but signs and blanks was typed. */
export function understand(typed: string): Understood | undefined {
  const whole = folded(typed)
  if (whole === '') return undefined
  const every = wordsToFind(typed)
  const telling = every.filter((word) => !ASKING.has(word))
  const words = telling.length > 0 ? telling : every
  const latin = /^[a-z0-9]+$/.test(whole)
  // Without the words of asking in it: 我想开个小饭店 reads 开饭店.
  const text = latin ? whole : words.join('')
  const spoken = latin ? pinyinQuery(whole) : undefined
  const asWhole = either([whole, text].map((one) => lexeme('x', one))) ?? lexeme('x', whole)
  return {
    text,
    words,
    latin,
    whole: asWhole,
    narrow: either([asWhole, all(words.map(wordInName))]) ?? asWhole,
    anywhere: either([all(words.map(wordAnywhere)), spoken, asWhole]) ?? asWhole,
  }
}

/** As a word, as the shorter words in it, or as its characters next to each other: texts are not always cut alike. */
function wordAnywhere(word: string): TsQuery {
  const whole = lexeme('w', word)
  if (/^[a-z0-9]+$/.test(word)) return whole
  const inside =
    [...word].length === 1 ? lexeme('c', word) : all(pairsOf(word).map((pair) => lexeme('b', pair)))
  return either([whole, inside, shorter('w', word)]) ?? whole
}

function wordInName(word: string): TsQuery {
  return either([lexeme('n', word), shorter('n', word)]) ?? lexeme('n', word)
}

/** 许可证 is met by 许可, 小饭店 by 饭店. */
function shorter(mark: LexemeClass, word: string): TsQuery | undefined {
  return all(shorterWords(word).map((one) => lexeme(mark, one)))
}

/** The words inside a word; none where it is too short to have any. */
export function shorterWords(word: string): readonly string[] {
  return [...word].length < 3 ? [] : wordsToKeep(word).filter((one) => one !== word)
}

/** Few letters begin too many words: they count from the beginning of a name only. */
const LETTERS_FOR_ANY_WORD = 4

/** Pinyin in full or its initials, complete or not. */
export function pinyinQuery(letters: string): TsQuery | undefined {
  const marks = letters.length < LETTERS_FOR_ANY_WORD ? (['P', 'I'] as const) : (['p', 'i'] as const)
  return either(marks.map((mark) => lexeme(mark, letters, true)))
}

/** What sounds the same, word by word: most slips of the keyboard are another character of the same sound. */
export function soundsAlike({ words }: Understood): TsQuery | undefined {
  return all(
    words.map((word) =>
      either([wordAnywhere(word), all(pairsOf(syllablesOf(word), '-').map((pair) => lexeme('s', pair)))]),
    ),
  )
}

/** Longer texts are no names any more, and the query grows with their square. */
const LONGEST_SLIP = 24

/** One character wrong, missing or too many, wherever it is. */
export function withOneSlip({ text }: Understood): TsQuery | undefined {
  const characters = [...text].slice(0, LONGEST_SLIP)
  if (characters.length < 3) return undefined
  const pairs = pairsOf(characters)
  return either(
    characters.map((_, wrong) => {
      const apart = pairs.flatMap((pair, at) => (at === wrong || at === wrong - 1 ? [] : [lexeme('b', pair)]))
      const alone = characters.flatMap((one, at) =>
        at !== wrong && isAlone(at, wrong, characters.length) ? [lexeme('c', one)] : [],
      )
      return all([...apart, ...alone])
    }),
  )
}

/** Whether both pairs of a character are lost with the wrong one. */
function isAlone(at: number, wrong: number, length: number): boolean {
  const left = at === 0 || at - 1 === wrong
  const right = at === length - 1 || at + 1 === wrong
  return left && right
}

/** All words but one, whichever it is; of two words either. A single character alone says too little. */
export function withOneWordLess({ words }: Understood): TsQuery | undefined {
  if (words.length < 2 || words.length > 8) return undefined
  const shorter = words.map((left) => words.filter((word) => word !== left))
  const telling = shorter.filter((rest) => rest.some((word) => [...word].length > 1))
  return either(telling.map((rest) => all(rest.map(wordAnywhere))))
}
