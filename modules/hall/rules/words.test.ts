import { describe, expect, it } from 'vitest'
import { aRating } from '../test/rating.ts'
import { masked, wordsArePublishedWithConsentAfterReview } from './words.ts'

const given = { level: 'satisfied', words: '林师傅帮我看了材料，电话 13812345678', publish: true } as const

describe('masked', () => {
  it.each([
    ['电话13812345678', '电话***********'],
    ['打 138 1234 5678', '打 *************'],
    ['证号 210202198803071023。', '证号 ******************。'],
    ['拨 0411-65860101', '拨 *************'],
    ['车牌辽B12345', '车牌*******'],
    ['写信 a.b@c.cn', '写信 ********'],
    ['等了 40 分钟，2026年11月3日', '等了 40 分钟，2026年11月3日'],
  ])('%s → %s', (words, text) => {
    expect(masked(words)).toBe(text)
  })
})

describe('wordsArePublishedWithConsentAfterReview', () => {
  const publish = (text: string) => ({ outcome: 'published', text }) as const
  it('lets words through that were consented to and masked', () => {
    expect(
      wordsArePublishedWithConsentAfterReview(aRating({ rated: given }), publish('帮我看了材料')),
    ).toEqual([{ kind: 'words-reviewed', content: { outcome: 'published', text: '帮我看了材料' } }])
  })
  it('lets no personal data through, and nothing without consent or for a second time', () => {
    expect(
      wordsArePublishedWithConsentAfterReview(aRating({ rated: given }), publish(given.words)),
    ).toMatchObject({ code: 'words-hold-personal-data' })
    const silent = { ...given, publish: false }
    expect(wordsArePublishedWithConsentAfterReview(aRating({ rated: silent }), publish('好'))).toMatchObject({
      code: 'words-not-to-publish',
    })
    const reviewed = aRating({ rated: given, reviewed: '帮我看了材料' })
    expect(wordsArePublishedWithConsentAfterReview(reviewed, publish('好'))).toMatchObject({
      code: 'words-not-to-publish',
    })
  })
  it('keeps the reason where they are withheld', () => {
    const withheld = { outcome: 'withheld', text: '指名道姓' } as const
    expect(wordsArePublishedWithConsentAfterReview(aRating({ rated: given }), withheld)).toEqual([
      { kind: 'words-reviewed', content: { outcome: 'withheld', reason: '指名道姓' } },
    ])
  })
})
