import { isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Account,
  anEnterpriseIsListedOnce,
  foldAccount,
  onlyAListedEnterpriseIsRemoved,
} from './account.ts'
import { type LockoutLimits, lockAfter } from './lockout.ts'
import { maskedIdCard, maskedPhone } from './mask.ts'
import { passwordMustBeHardToGuess } from './password.ts'
import { judgeToken, type SessionLimits, type SessionTimes } from './session.ts'
import { foldStaff, ownRightsAreProtected, type Staff } from './staff.ts'

describe('masks', () => {
  it('leave what the owner recognises and no birthday', () => {
    expect(maskedPhone('13800138000')).toBe('138****8000')
    expect(maskedIdCard('11010519491231002X')).toBe('110***********002X')
    expect(maskedPhone('123')).toBe('***')
  })
})

describe('passwordMustBeHardToGuess', () => {
  it.each([
    ['12345678', false],
    ['abcdefgh', false],
    ['Passw0rd', false],
    ['qwer1234', false],
    ['aaaa1111', false],
    ['13800138000a', false],
    ['x13800138000', false],
    ['Kite-flying-7', true],
    ['correct horse battery', true],
    ['风筝飞得很高2026', true],
    ['bbbbbbbbbbbbbbbbbbbb', false],
  ])('%s', (password, good) => {
    expect(passwordMustBeHardToGuess(password, ['13800138000']) === undefined).toBe(good)
  })
})

describe('triesAreLockedAfterSeveralFailures', () => {
  const limits: LockoutLimits = { freeTries: 5, firstLock: 60, longestLock: 1000, forgetAfter: 1 }
  it('locks after the last free try, doubles, and never beyond the longest lock', () => {
    expect([1, 4, 5, 6, 7, 9, 10, 60].map((failures) => lockAfter(failures, limits))).toEqual([
      0, 0, 60, 120, 240, 960, 1000, 1000,
    ])
  })

  it('never gets shorter with more failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (failures) => {
        expect(lockAfter(failures + 1, limits)).toBeGreaterThanOrEqual(lockAfter(failures, limits))
      }),
    )
  })
})

describe('judgeToken', () => {
  const limits: SessionLimits = { idle: 100, absolute: 1000, rotateAfter: 30, grace: 5 }
  const times = (given: Partial<Record<keyof SessionTimes, number | null>>): SessionTimes => {
    const at = (value: number) => new Date(value)
    const { rotatedAt = 0, confirmedAt = 0, seenAt = 0, expiresAt = 1000 } = given
    return {
      rotatedAt: at(rotatedAt ?? 0),
      confirmedAt: confirmedAt === null ? null : at(confirmedAt),
      seenAt: at(seenAt ?? 0),
      expiresAt: at(expiresAt ?? 0),
    }
  }
  it.each([
    ['fresh', times({}), true, 10, 'good'],
    ['old enough to rotate', times({}), true, 30, 'rotate'],
    ['idle', times({}), true, 100, 'expired'],
    ['over', times({ seenAt: 990 }), true, 1000, 'expired'],
    ['replaced a moment ago', times({ rotatedAt: 30, confirmedAt: 31, seenAt: 31 }), false, 35, 'good'],
    [
      'replaced, its successor seen',
      times({ rotatedAt: 30, confirmedAt: 31, seenAt: 31 }),
      false,
      36,
      'stolen',
    ],
    ['replaced, its successor never seen', times({ rotatedAt: 30, confirmedAt: null }), false, 90, 'rotate'],
  ] as const)('a token that is %s', (_, at, isNewest, now, verdict) => {
    expect(judgeToken(at, isNewest, new Date(now), limits)).toBe(verdict)
  })

  it('never takes a session beyond its end, whatever happened in it', () => {
    const instant = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(instant, instant, instant, fc.boolean(), (rotatedAt, confirmedAt, seenAt, isNewest) => {
        const verdict = judgeToken(
          times({ rotatedAt, confirmedAt, seenAt }),
          isNewest,
          new Date(1000),
          limits,
        )
        expect(verdict).toBe('expired')
      }),
    )
  })
})

const OPENED: Account = foldAccount(undefined, {
  kind: 'account-opened',
  content: { phone: '13800138000', name: '王小明', idCard: '11010519491231002X' },
  caseId: 'a',
  at: '2026-11-23T00:00:00.000Z',
})

describe('accounts', () => {
  it('list an enterprise once, and remove only what is listed', () => {
    const uscc = '91350100M000100Y43'
    const entry = anEnterpriseIsListedOnce(OPENED, { uscc, name: '风筝公司' })
    if (isRefusal(entry)) throw new Error(entry.code)
    const after = foldAccount(OPENED, { ...entry, caseId: 'a', at: '2026-11-24T00:00:00.000Z' })
    expect(after).toMatchObject({
      revision: 2,
      enterprises: [{ uscc, trust: 'D', since: '2026-11-24T00:00:00.000Z' }],
    })
    expect(anEnterpriseIsListedOnce(after, { uscc, name: '别名' })).toMatchObject({
      code: 'enterprise-listed-already',
      rule: 'anEnterpriseIsListedOnce',
    })
    expect(onlyAListedEnterpriseIsRemoved(OPENED, uscc)).toMatchObject({ code: 'enterprise-not-found' })
    const removed = onlyAListedEnterpriseIsRemoved(after, uscc)
    if (isRefusal(removed)) throw new Error(removed.code)
    expect(foldAccount(after, { ...removed, caseId: 'a', at: '' }).enterprises).toEqual([])
  })

  it('begin by being opened, and only once', () => {
    const { caseId, at } = { caseId: 'a', at: '' }
    const changed = { kind: 'password-changed', content: { by: 'owner' }, caseId, at } as const
    expect(() => foldAccount(undefined, changed)).toThrow('does not begin')
    const opened = { kind: 'account-opened', content: OPENED, caseId, at } as const
    expect(() => foldAccount(OPENED, opened)).toThrow('twice')
    expect(foldAccount(OPENED, changed)).toEqual({ ...OPENED, revision: 2 })
  })
})

describe('ownRightsAreProtected', () => {
  it.each([
    ['me', { disabled: true }, true],
    ['me', { disabled: false }, false],
    ['me', { roles: ['supervisor'] as const }, true],
    ['me', { roles: ['supervisor', 'administrator'] as const }, false],
    ['other', { disabled: true }, false],
    ['other', { roles: [] }, false],
  ])('%s with %j', (staff, change, isRefused) => {
    expect(ownRightsAreProtected(staff, 'me', change) !== undefined).toBe(isRefused)
  })
})

describe('staff', () => {
  it('are disabled and enabled, and keep their rights meanwhile', () => {
    const of = { caseId: 's', at: '2026-11-23T00:00:00.000Z' }
    const content = { account: 'li', name: '李', organ: 'o', roles: ['inspector'] as const }
    const added: Staff = foldStaff(undefined, { kind: 'staff-added', content, ...of })
    const off = foldStaff(added, { kind: 'staff-disabled', content: {}, ...of })
    expect(off).toEqual({ ...added, disabled: true, revision: 2 })
    expect(foldStaff(off, { kind: 'staff-enabled', content: {}, ...of })).toEqual({ ...added, revision: 3 })
  })
})
