import { describe, expect, it } from 'vitest'
import type { Faq } from './faq.ts'
import {
  aFaqHoldsForTheVersionItWasReadAgainst,
  aFaqIsDealtWithByItsStatus,
  aFaqIsWrittenInBothLanguages,
  faqTextsMayBePublished,
  personalDataIsNotPublished,
  whoProposesDoesNotPublish,
} from './publishing.ts'

const both = (zh: string, en: string) => ({ zh, en })
const texts = (answer: string) => ({
  question: both('夜里可以放飞吗？', 'May one fly at night?'),
  answer: both(answer, 'With a lamp, yes.'),
})

describe('aFaqIsWrittenInBothLanguages', () => {
  it('names each text that is missing', () => {
    const lacking = { question: both('夜里可以吗？', ' '), answer: both('', '') }
    expect(aFaqIsWrittenInBothLanguages(lacking).map(({ path }) => path)).toEqual([
      'question.en',
      'answer.zh',
      'answer.en',
    ])
  })
})

describe('personalDataIsNotPublished', () => {
  it.each([
    ['nothing of a person', '可以，请带灯。', 0],
    ['a mobile telephone', '请打13800000001。', 1],
    ['an identity number', '您的号码21020219880307102X已登记。', 1],
    ['the name of who asked', '王小明女士，可以。', 1],
    ["an office's telephone", '请打 0411-65850000 或者 12345。', 0],
    ['a longer number, which is no telephone', '办件编号 2102021380000000100。', 0],
  ])('%s', (_, answer, count) => {
    expect(personalDataIsNotPublished(texts(answer), ['王小明'])).toHaveLength(count)
  })
})

describe('faqTextsMayBePublished', () => {
  it('gives the texts as they are kept', () => {
    expect(faqTextsMayBePublished(texts(' 可以。 '), [])).toMatchObject({ answer: { zh: '可以。' } })
    expect(faqTextsMayBePublished(texts('请打13800000001'), [])).toMatchObject({ code: 'form-has-errors' })
  })
})

describe('whoProposesDoesNotPublish', () => {
  const faq = { proposedBy: { id: 'a', name: '' } } as Faq
  it('two people stand behind it', () => {
    expect(whoProposesDoesNotPublish(faq, 'a')?.code).toBe('faq-published-by-its-author')
    expect(whoProposesDoesNotPublish(faq, 'b')).toBeUndefined()
  })
})

describe('aFaqIsDealtWithByItsStatus', () => {
  it.each([
    ['proposed', 'publish', true],
    ['proposed', 'withdraw', false],
    ['published', 'publish', false],
    ['published', 'confirm', true],
    ['declined', 'publish', false],
    ['superseded', 'withdraw', false],
  ] as const)('%s: %s', (status, act, may) => {
    expect(aFaqIsDealtWithByItsStatus({ status }, act) === undefined).toBe(may)
  })
})

describe('aFaqHoldsForTheVersionItWasReadAgainst', () => {
  it.each([
    [1, 1, true],
    [1, 2, false],
    [1, undefined, false],
  ])('read against %s, in force %s', (version, inForce, holds) => {
    expect(aFaqHoldsForTheVersionItWasReadAgainst(version, inForce)).toBe(holds)
  })
})
