import { describe, expect, it } from 'vitest'
import { rightsAgainst, rightsAreTold, rightsInWords } from './rights.ts'

const CITY = {
  name: { zh: '鸢城市', en: 'Kite City' },
  limits: {
    reconsideration: { days: '60d', basis: { law: '行政复议法', article: '第二十条' } },
    suit: { days: '6m', basis: { law: '行政诉讼法', article: '第四十六条' } },
  },
}

describe('the rights against a decision', () => {
  it('name the organ, the court, the limits and the articles, in both languages alike', () => {
    const { zh, en } = rightsInWords(CITY)
    expect(zh).toContain('60 日内向鸢城市人民政府申请行政复议（《行政复议法》第二十条）')
    expect(zh).toContain('6 个月内向有管辖权的人民法院提起行政诉讼')
    expect(en).toContain("the People's Government of Kite City (鸢城市人民政府)")
    expect(rightsAgainst(CITY)).toMatchObject({ reconsideration: { days: 60 }, suit: { months: 6 } })
  })

  it('are told once it went against the applicant, and to who may make it so', () => {
    expect(rightsAreTold('refused', [])).toBe(true)
    expect(rightsAreTold('under-review', ['decideApplication'])).toBe(true)
    expect(rightsAreTold('submitted', ['declineApplication'])).toBe(true)
    expect(rightsAreTold('under-review', ['withdrawApplication'])).toBe(false)
    expect(rightsAreTold('granted', ['deliverResult'])).toBe(false)
  })
})
