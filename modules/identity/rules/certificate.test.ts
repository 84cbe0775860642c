import { describe, expect, it } from 'vitest'
import {
  aCertificateIsOfAnEnterpriseOfTheAccount,
  aCertificateServesWhileItIsGood,
  daysLeft,
  expiryIsToldOnEachDayOfWarning,
  hasASuccessor,
  standingOf,
} from './certificate.ts'

const name = '大连风筝文化有限公司'
const FROM = '2026-01-01T00:00:00.000Z'
const TO = '2026-12-31T15:59:59.000Z'
const good = { name, from: FROM, to: TO }

describe('aCertificateServesWhileItIsGood', () => {
  it.each([
    ['before it begins', good, '2025-12-31T23:59:59.000Z', 'certificate-not-yet-valid'],
    ['from its first instant', good, FROM, undefined],
    ['to its last', good, TO, undefined],
    ['after it', good, '2026-12-31T15:59:59.001Z', 'certificate-expired'],
    [
      'until it is revoked',
      { ...good, revokedAt: '2026-06-02T00:00:00.000Z' },
      '2026-06-01T00:00:00.000Z',
      undefined,
    ],
    [
      'once it is revoked',
      { ...good, revokedAt: '2026-06-02T00:00:00.000Z' },
      '2026-06-02T00:00:00.000Z',
      'certificate-revoked',
    ],
    [
      'revoked weighs more than expired',
      { ...good, revokedAt: FROM },
      '2027-01-01T00:00:00.000Z',
      'certificate-revoked',
    ],
  ])('%s', (_, certificate, at, code) => {
    expect(aCertificateServesWhileItIsGood(certificate, new Date(at))?.code).toBe(code)
  })
})

describe('the days of warning', () => {
  it.each([
    ['2026-10-01T16:00:00.000Z', 90, 'expiring'],
    ['2026-10-01T15:59:59.000Z', 91, 'good'],
    ['2026-12-31T01:00:00.000Z', 0, 'expiring'],
  ] as const)('at %s there are %i left', (at, days, standing) => {
    expect(daysLeft(good, new Date(at))).toBe(days)
    expect(standingOf(good, new Date(at), 90)).toBe(standing)
  })
})

it('aCertificateIsOfAnEnterpriseOfTheAccount', () => {
  const uscc = '91350100M000100Y43'
  expect(aCertificateIsOfAnEnterpriseOfTheAccount(uscc, [{ uscc }])).toBeUndefined()
  expect(aCertificateIsOfAnEnterpriseOfTheAccount(uscc, [])).toMatchObject({
    code: 'certificate-not-of-your-enterprise',
    facts: { uscc },
  })
})

describe('expiryIsToldOnEachDayOfWarning', () => {
  const days = [90, 30, 7]
  it.each([
    ['not 91 days ahead', '2026-10-01T15:59:59.000Z', [], undefined],
    ['90 days ahead', '2026-10-01T16:00:00.000Z', [], 90],
    ['once', '2026-10-02T16:00:00.000Z', [90], undefined],
    ['again 30 days ahead', '2026-11-30T16:00:00.000Z', [90], 30],
    ['of what was missed only the nearest', '2026-12-26T16:00:00.000Z', [], 7],
    ['and none of the earlier ones after it', '2026-12-27T16:00:00.000Z', [7], undefined],
    ['not once it is over', '2027-01-01T00:00:00.000Z', [], undefined],
  ] as const)('%s', (_, at, told, expected) => {
    const asked = { now: new Date(at), days, renewed: false }
    expect(expiryIsToldOnEachDayOfWarning({ ...good, told }, asked)).toBe(expected)
    expect(expiryIsToldOnEachDayOfWarning({ ...good, told }, { ...asked, renewed: true })).toBeUndefined()
  })
})

it('hasASuccessor', () => {
  const one = { id: 'a', uscc: '91350100M000100Y43', personId: 'p', to: TO }
  const later = { ...one, id: 'b', to: '2027-12-31T15:59:59.000Z' }
  expect(hasASuccessor(one, [one, later])).toBe(true)
  expect(hasASuccessor(later, [one, later])).toBe(false)
  for (const other of [{ uscc: 'x' }, { personId: 'q' }, { revokedAt: FROM }, { to: TO }])
    expect(hasASuccessor(one, [{ ...later, ...other }])).toBe(false)
})
