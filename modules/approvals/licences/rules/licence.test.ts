import { describe, expect, it } from 'vitest'
import { aHeldLicence, ended, ISSUED, proposed } from '../../testing/licence.ts'
import { currentPrint, licenceOf } from './licence.ts'

const print = (version: number) => ({ identifier: `id-${version}`, code: `code-${version}` })
const by = { application: 'a2', applicationNumber: 'n2' }

describe('licenceOf', () => {
  it('is nothing before it is issued, and begins with nothing else', () => {
    expect(licenceOf([])).toBeUndefined()
    const entry = { revision: 1, at: '2026-11-23T02:00:00.000Z', actor: { kind: 'staff', id: 's', name: '' } }
    expect(() => licenceOf([{ ...entry, kind: 'revoked', content: {} }])).toThrow('begins by being issued')
  })

  it('prints anew with each renewal, change, reissue and correction, and the last print counts', () => {
    const shows = [{ label: '经营场所', text: '唐山街 2 号' }]
    const licence = aHeldLicence([
      ['renewed', { ...print(2), ...by, to: '2036-11-22', shows: ISSUED.shows }, '2031-10-01T02:00:00.000Z'],
      [
        'changed',
        { ...print(3), ...by, application: 'a3', before: ISSUED.shows, after: shows },
        '2032-01-01T02:00:00.000Z',
      ],
      ['reissued', { ...print(4), ...by, application: 'a4', reason: '遗失' }, '2032-02-01T02:00:00.000Z'],
      [
        'corrected',
        { ...print(5), before: shows, after: ISSUED.shows, reason: '门牌号有误' },
        '2032-03-01T02:00:00.000Z',
      ],
    ])
    expect(licence.certificates.map(({ version, code, to }) => [version, code, to])).toEqual([
      [1, ISSUED.code, '2031-11-22'],
      [2, 'code-2', '2036-11-22'],
      [3, 'code-3', '2036-11-22'],
      [4, 'code-4', '2036-11-22'],
      [5, 'code-5', '2036-11-22'],
    ])
    expect(licence.certificates[0]?.shows).toEqual(ISSUED.shows)
    expect(licence.certificates[3]?.shows).toEqual(shows)
    expect(currentPrint(licence)).toMatchObject({ version: 5, shows: ISSUED.shows, from: '2026-11-23' })
    expect(licence.actedOnBy).toEqual(['a1', 'a2', 'a3', 'a4'])
  })

  it('keeps a proposal with its statements until it is dropped or decided', () => {
    const statement = { text: '合同是真的。', by: 'holder' as const }
    const heard = aHeldLicence([proposed(), ['statement-made', statement, '2026-12-05T02:00:00.000Z']])
    expect(heard.proposal?.statements).toMatchObject([statement])
    expect(aHeldLicence([proposed(), ended('revoked')]).proposal).toBeUndefined()
    const dropped = aHeldLicence([
      proposed(),
      ['revocation-dropped', { reasons: '查明属实。' }, '2026-12-09T02:00:00.000Z'],
    ])
    expect(dropped.proposal).toBeUndefined()
  })

  it('keeps every ending, in order', () => {
    const { endings } = aHeldLicence([ended('revoked'), ended('cancelled', '2027-01-01T02:00:00.000Z')])
    expect(endings.map(({ kind }) => kind)).toEqual(['revoked', 'cancelled'])
  })
})
