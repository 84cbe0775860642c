/** Which answers are near to a question: by the words they share, the rarer and longer the more. Pure. */

/** An answer with the words of its question and of its answer. */
export interface Searched<A> {
  readonly answer: A
  readonly asked: readonly string[]
  readonly told: readonly string[]
}

/** Words that nearly every question has. */
const EVERYDAY = new Set(
  '的 了 吗 呢 我 我们 你 您 请问 想 要 怎么 怎样 如何 什么 哪里 可以 能 能不能 是 不是 在 到 去 有 没有 办 办理 需要 多久 一个 这个 请 和 与 及 或 后 还 就 也 a an the i my to of do is are can for in on at and or what how where when'.split(
    ' ',
  ),
)
/** Share of what is asked that an answer must have in common with it. */
const NEAR = 0.3

function weightOf(word: string): number {
  if (EVERYDAY.has(word)) return 0
  const length = [...word].length
  if (/^[a-z0-9]+$/.test(word)) return length > 3 ? 2 : 0.5
  return length === 1 ? 0.2 : length
}

/** The nearest first; none that shares less than a third of what is asked. */
export function nearestAnswersComeFirst<A>(
  words: readonly string[],
  searched: readonly Searched<A>[],
): readonly A[] {
  const total = words.reduce((sum, word) => sum + weightOf(word), 0)
  if (total === 0) return []
  return searched
    .map((one) => {
      const [asked, told] = [new Set(one.asked), new Set(one.told)]
      const shared = words.reduce(
        (sum, word) => sum + weightOf(word) * (asked.has(word) ? 1 : told.has(word) ? 0.6 : 0),
        0,
      )
      return { answer: one.answer, share: shared / total }
    })
    .filter(({ share }) => share >= NEAR)
    .sort((a, b) => b.share - a.share)
    .map(({ answer }) => answer)
}
