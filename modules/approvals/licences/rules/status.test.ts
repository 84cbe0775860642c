import type { LicenceEnding } from '@mashang/flow'
import { addDays } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endingOf, licenceStatusOn } from './status.ts'

describe('licenceStatusOn', () => {
  it.each([
    ['on its last day', { to: '2026-12-31' }, '2026-12-31', 'valid'],
    ['the day after', { to: '2026-12-31' }, '2027-01-01', 'expired'],
    ['without an end', {}, '2099-01-01', 'valid'],
    ['revoked while valid', { to: '2026-12-31', ending: 'revoked' }, '2026-06-01', 'revoked'],
    ['cancelled after it expired', { to: '2026-12-31', ending: 'cancelled' }, '2027-06-01', 'cancelled'],
  ] as const)('%s', (_, licence, day, status) => {
    expect(licenceStatusOn(licence, day)).toBe(status)
  })

  it('turns from valid to expired once, and never back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (offset) => {
        const to = '2026-12-31'
        const status = licenceStatusOn({ to }, addDays(to, offset))
        expect(status).toBe(offset > 0 ? 'expired' : 'valid')
      }),
    )
  })
})

describe('endingOf', () => {
  const ending = (...kinds: LicenceEnding[]) => endingOf(kinds.map((kind) => ({ kind })))

  it('does not let the striking off hide why a licence ended', () => {
    expect(ending()).toBeUndefined()
    expect(ending('cancelled')).toBe('cancelled')
    expect(ending('revoked', 'cancelled')).toBe('revoked')
    expect(ending('forfeited', 'cancelled')).toBe('forfeited')
  })
})
