import type { Who } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import type { Subject } from '../contract/index.ts'
import { aRating, GOOD, LAW } from '../test/rating.ts'
import {
  aCaseIsRatedOnce,
  aRatingIsGivenAgainOnce,
  aVisitIsRatedOnce,
  nobodyRatesInTheCitizensPlace,
  onlyARatingByCodeIsDisowned,
  rated,
  reasonsFitTheLevel,
} from './rate.ts'

const NOBODY: Who = { kind: 'anonymous' }
const CITIZEN: Who = { kind: 'citizen', id: 'p', name: '王小海', session: 's' }
const CLERK: Who = {
  kind: 'staff',
  id: 'c',
  name: '林窗口',
  organ: 'o',
  roles: ['window-clerk'],
  session: 's',
}
const account = { who: CITIZEN, via: 'account', law: LAW } as const

describe('aCaseIsRatedOnce', () => {
  it('lets the first rating of a case be, and no second', () => {
    expect(aCaseIsRatedOnce(aRating())).toBeUndefined()
    expect(aCaseIsRatedOnce(aRating({ rated: GOOD }))).toMatchObject({
      code: 'already-rated',
      rule: 'aCaseIsRatedOnce',
      facts: { on: '2026-11-24' },
    })
  })
})

describe('aVisitIsRatedOnce', () => {
  it.each<Subject['kind']>(['intake', 'delivery'])('holds for each %s by itself', (kind) => {
    expect(aVisitIsRatedOnce(aRating({ kind }))).toBeUndefined()
    expect(aVisitIsRatedOnce(aRating({ kind, rated: GOOD }))).toMatchObject({ rule: 'aVisitIsRatedOnce' })
    expect(aCaseIsRatedOnce(aRating({ kind, rated: GOOD }))).toBeUndefined()
  })
})

describe('nobodyRatesInTheCitizensPlace', () => {
  it('refuses whoever is signed in as staff or a machine, with a code or without', () => {
    expect(nobodyRatesInTheCitizensPlace(CLERK)).toMatchObject({ code: 'staff-does-not-rate' })
    expect(nobodyRatesInTheCitizensPlace({ kind: 'machine', id: 'm', name: 'm', scopes: [] })).toBeDefined()
    expect(nobodyRatesInTheCitizensPlace(NOBODY)).toBeUndefined()
    expect(nobodyRatesInTheCitizensPlace(CITIZEN)).toBeUndefined()
    for (const via of ['code', 'device', 'account'] as const)
      expect(rated(aRating(), GOOD, { who: CLERK, via, law: LAW })).toMatchObject({
        rule: 'nobodyRatesInTheCitizensPlace',
      })
  })
})

describe('rated', () => {
  it('opens a follow-up for the last two levels, and for no other', () => {
    const followed = LAW.levels.map(({ id }) => {
      const entries = rated(aRating(), { level: id }, account)
      return [id, JSON.stringify(entries).includes('followUp')]
    })
    expect(followed).toEqual([
      ['very-satisfied', false],
      ['satisfied', false],
      ['fairly-satisfied', false],
      ['dissatisfied', true],
      ['very-dissatisfied', true],
    ])
  })

  it('never names one who came with a code, whatever he ticked, and publishes no silence', () => {
    const input = { ...GOOD, anonymous: false, publish: true, words: '  ' }
    expect(rated(aRating(), input, { who: NOBODY, via: 'code', law: LAW })).toMatchObject([
      { content: { anonymous: true, publish: false, words: '' } },
    ])
    expect(rated(aRating(), { ...input, words: '快' }, account)).toMatchObject([
      { content: { anonymous: false, publish: true } },
    ])
  })
})

describe('reasonsFitTheLevel', () => {
  it('takes reasons of the city’s list on the side of the level', () => {
    expect(reasonsFitTheLevel(LAW, { level: 'satisfied', tags: ['quick'] })).toBeUndefined()
    expect(reasonsFitTheLevel(LAW, { level: 'dissatisfied', tags: ['slow'] })).toBeUndefined()
    expect(reasonsFitTheLevel(LAW, { level: 'satisfied', tags: ['slow'] })).toMatchObject({
      code: 'rating-reason-unknown',
    })
    expect(reasonsFitTheLevel(LAW, { level: 'satisfied', tags: ['made-up'] })).toBeDefined()
  })
})

describe('aRatingIsGivenAgainOnce', () => {
  const answered = { rated: { level: 'dissatisfied' as const }, answered: true }
  it('comes after the answer to a bad rating, once', () => {
    expect(aRatingIsGivenAgainOnce(aRating(answered), GOOD, account)).toMatchObject([{ kind: 'rated-again' }])
    expect(aRatingIsGivenAgainOnce(aRating({ ...answered, again: GOOD }), GOOD, account)).toMatchObject({
      code: 'already-rated-again',
    })
  })
  it('is not for a good rating, nor before the answer', () => {
    expect(aRatingIsGivenAgainOnce(aRating({ rated: GOOD }), GOOD, account)).toMatchObject({
      code: 'rating-not-answered',
    })
    expect(
      aRatingIsGivenAgainOnce(aRating({ rated: { level: 'dissatisfied' } }), GOOD, account),
    ).toMatchObject({ code: 'rating-not-answered' })
  })
})

describe('onlyARatingByCodeIsDisowned', () => {
  it('leaves what came from the own account', () => {
    expect(onlyARatingByCodeIsDisowned(aRating({ rated: GOOD, via: 'device' }), '')).toMatchObject([
      { kind: 'disowned' },
    ])
    expect(onlyARatingByCodeIsDisowned(aRating({ rated: GOOD }), '')).toMatchObject({
      code: 'rating-was-own',
    })
    expect(onlyARatingByCodeIsDisowned(aRating(), '')).toMatchObject({ code: 'rating-was-own' })
  })
})
