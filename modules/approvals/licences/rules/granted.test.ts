import { describe, expect, it } from 'vitest'
import { aHeldLicence, ended } from '../../testing/licence.ts'
import {
  aNewFormTellsWhatItAsks,
  type Granted,
  theNewTermBeginsWhereTheOldEnds,
  whatAGrantWrites,
} from './granted.ts'

const granted = (changes: Partial<Granted> = {}): Granted => ({
  application: 'a2',
  applicationNumber: 'n2',
  situation: 'renewal',
  silently: false,
  valid: '5y',
  shows: [{ label: '经营场所', text: '唐山街 2 号' }],
  reasons: '',
  print: { identifier: 'id', code: 'code' },
  ...changes,
})

describe('whatAGrantWrites', () => {
  it.each([
    ['renewal', false, 'renewed'],
    ['renewal', true, 'renewed-by-silence'],
    ['change', false, 'changed'],
    ['reissue', false, 'reissued'],
    ['cancellation', false, 'cancelled'],
  ] as const)('a %s (silently: %s) writes “%s”', (situation, silently, kind) => {
    expect(whatAGrantWrites(aHeldLicence(), granted({ situation, silently }))?.kind).toBe(kind)
  })

  it('renews from the old last day on, and takes over what the new form says', () => {
    expect(whatAGrantWrites(aHeldLicence(), granted())?.content).toMatchObject({
      to: '2036-11-22',
      shows: [{ label: '经营场所', text: '唐山街 2 号' }],
      application: 'a2',
    })
  })

  it('writes nothing on what was ended meanwhile', () => {
    expect(whatAGrantWrites(aHeldLicence([ended('revoked')]), granted())).toBeUndefined()
  })
})

describe('theNewTermBeginsWhereTheOldEnds', () => {
  it.each([
    ['2031-11-22', '5y', '2036-11-22'],
    ['2024-02-28', '1y', '2025-02-28'],
    ['2026-12-31', '30d', '2027-01-30'],
    [undefined, '5y', undefined],
    ['2026-12-31', undefined, undefined],
  ])('%s and %s more: %s', (to, valid, expected) => {
    expect(theNewTermBeginsWhereTheOldEnds(to, valid)).toBe(expected)
  })
})

describe('aNewFormTellsWhatItAsks', () => {
  const one = (label: string, text: string) => ({ label, text })

  it('puts what is asked in place of what was said, keeps the rest, and adds what is new', () => {
    expect(
      aNewFormTellsWhatItAsks(
        [one('名称', '甲'), one('地址', '一号')],
        [one('地址', '二号'), one('项目', '热食')],
      ),
    ).toEqual([one('名称', '甲'), one('地址', '二号'), one('项目', '热食')])
  })
})
