import { isUuid } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { digestOfCode, newRatingCode, ratingIdOf } from './code.ts'

describe('newRatingCode', () => {
  it('is twelve characters that are not taken for one another, in groups', () => {
    expect(newRatingCode()).toMatch(/^([2-9A-HJ-KM-NP-TV-Z]{4}-){2}[2-9A-HJ-KM-NP-TV-Z]{4}$/)
    expect(newRatingCode()).not.toBe(newRatingCode())
    expect(newRatingCode(() => 0)).toBe('2222-2222-2222')
  })
})

describe('digestOfCode', () => {
  it('is the same however the code is typed', () => {
    expect(digestOfCode('7kq2 m9td xh4c')).toBe(digestOfCode('7KQ2-M9TD-XH4C'))
    expect(digestOfCode('7KQ2-M9TD-XH4D')).not.toBe(digestOfCode('7KQ2-M9TD-XH4C'))
  })
})

describe('ratingIdOf', () => {
  it('is one id for a case and one for each visit, always the same', () => {
    const application = '0193a5c0-0000-7000-8000-000000000001'
    const ids = (['case', 1, 9] as const).map((what) => ratingIdOf(application, what))
    expect(new Set(ids).size).toBe(3)
    expect(ids.every(isUuid)).toBe(true)
    expect(ratingIdOf(application, 'case')).toBe(ids[0])
  })
})
