import { isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { dalian } from '../testing/city.ts'
import {
  anAnswerIsDueWithinThePromise,
  anAnswerIsRatedOnce,
  aQuestionIsAnsweredOnce,
  aQuestionIsNotSentInACircle,
  aQuestionSaysWhatIsAsked,
  oneMayAskFurtherOnce,
  onlyLawsOfTheCityAreCited,
} from './asking.ts'
import type { Question } from './question.ts'

const { calendar } = dalian()

const answer = { text: '可以。', cited: [], organ: 'a', by: '李', at: '2026-11-24T02:00:00.000Z' }
const asked = { text: '可以在夜里放吗？', askedAt: '2026-11-23T02:00:00.000Z' }

function question(rest: Partial<Question> = {}): Question {
  return {
    revision: 1,
    item: { code: 'x', version: 1 },
    organ: 'a',
    asker: { personId: 'p', name: '王小明' },
    rounds: [asked],
    passed: [],
    ...rest,
  }
}

const answered = question({ rounds: [{ ...asked, answer }] })

describe('anAnswerIsDueWithinThePromise', () => {
  const limit = { days: '2wd', further: 1, basis: { law: '参数' } }
  it.each([
    ['a Monday', '2026-11-23T02:00:00.000Z', '2026-11-25'],
    ['a Friday: the weekend does not count', '2026-11-27T02:00:00.000Z', '2026-12-01'],
    ['late on Monday in Shanghai', '2026-11-23T15:59:00.000Z', '2026-11-25'],
    ['past midnight in Shanghai', '2026-11-23T16:00:00.000Z', '2026-11-26'],
  ])('asked on %s', (_, askedAt, due) => {
    const now = new Date(askedAt)
    const clock = anAnswerIsDueWithinThePromise({ text: '', askedAt }, { limit, calendar, now })
    expect(clock.reckoned.due).toBe(due)
    expect(clock.overdue).toBe(false)
  })

  it('is overdue the day after, and an answer given in time never becomes so', () => {
    const now = new Date('2026-11-26T02:00:00.000Z')
    expect(anAnswerIsDueWithinThePromise(asked, { limit, calendar, now }).overdue).toBe(true)
    expect(anAnswerIsDueWithinThePromise({ ...asked, answer }, { limit, calendar, now }).overdue).toBe(false)
  })
})

describe('aQuestionSaysWhatIsAsked', () => {
  it.each([
    ['  夜里可以放风筝吗？ ', '夜里可以放风筝吗？'],
    ['在吗', undefined],
    ['    ', undefined],
  ])('%s', (text, kept) => {
    const said = aQuestionSaysWhatIsAsked(text)
    expect(isRefusal(said) ? undefined : said).toBe(kept)
  })
})

describe('aQuestionIsAnsweredOnce', () => {
  it('while it waits', () => {
    expect(aQuestionIsAnsweredOnce(question(), [], [])).toBeUndefined()
    expect(aQuestionIsAnsweredOnce(answered, [], [])?.code).toBe('question-answered')
  })
})

describe('onlyLawsOfTheCityAreCited', () => {
  const laws = [{ name: '行政许可法' }]
  it.each([
    ['a known law with its article', { law: '行政许可法', article: '第三十二条' }, undefined],
    ['an unknown law', { law: '风筝法', article: '第一条' }, 'law-not-known'],
    ['a law without an article', { law: '行政许可法', article: ' ' }, 'article-missing'],
  ])('%s', (_, cited, code) => {
    expect(onlyLawsOfTheCityAreCited([cited], laws)?.fields?.[0]?.code).toBe(code)
  })
})

describe('oneMayAskFurtherOnce', () => {
  const twice = question({
    rounds: [
      { ...asked, answer },
      { ...asked, answer },
    ],
  })
  it.each([
    ['before the answer', question(), 'question-waits'],
    ['after the answer', answered, undefined],
    ['after the second answer', twice, 'further-question-used'],
  ])('%s', (_, one, code) => {
    expect(oneMayAskFurtherOnce(one, 1)?.code).toBe(code)
  })
})

describe('aQuestionIsNotSentInACircle', () => {
  const organs = new Map([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ])
  const passed = question({ organ: 'b', passed: [{ from: 'a', to: 'b', reason: '', at: '' }] })
  it.each([
    ['to another organ', question(), 'b', undefined],
    ['to the same organ', question(), 'a', 'question-passed-back'],
    ['back to where it came from', passed, 'a', 'question-passed-back'],
    ['on to a third', passed, 'c', undefined],
    ['to no organ', question(), 'x', 'organ-not-known'],
    ['answered already', answered, 'b', 'question-answered'],
  ])('%s', (_, one, to, code) => {
    expect(aQuestionIsNotSentInACircle(one, to, organs)?.code).toBe(code)
  })
})

describe('anAnswerIsRatedOnce', () => {
  it.each([
    ['no answer yet', question(), 'question-waits'],
    ['answered', answered, undefined],
    ['rated', { ...answered, helped: false }, 'answer-rated-already'],
  ])('%s', (_, one, code) => {
    expect(anAnswerIsRatedOnce(one)?.code).toBe(code)
  })
})
