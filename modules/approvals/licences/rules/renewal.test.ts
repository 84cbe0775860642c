import { readdirSync, readFileSync } from 'node:fs'
import type { LicenceLaw } from '@mashang/flow'
import { addDays, type Calendar, calendarOf, isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Application } from '../../rules/application.ts'
import { aHeldLicence, ended } from '../../testing/licence.ts'
import {
  expiryIsToldOnce,
  lateRenewalsAreTakenAsTheCitySays,
  limitToAsk,
  nextDayToTell,
  renewalIsAskedAheadOfExpiry,
  silenceIsRenewal,
} from './renewal.ts'

const city = new URL('../../../../definitions/dalian/', import.meta.url)
const { renewal }: LicenceLaw = parse(readFileSync(new URL('licences.yaml', city), 'utf8'))
const found = calendarOf(
  readdirSync(new URL('calendars/', city)).map((name) =>
    JSON.parse(readFileSync(new URL(`calendars/${name}`, city), 'utf8')),
  ),
)
if (isRefusal(found)) throw new Error('the calendars of the city cannot be read')
const calendar: Calendar = found
const item = { result: { name: { zh: '证' } } }

describe('renewalIsAskedAheadOfExpiry', () => {
  it.each([
    ['2026-12-31', '30d', '2026-12-01'],
    ['2026-12-31', '1d', '2026-12-30'],
    // Fifteen working days before Thursday, 31 December 2026.
    ['2026-12-31', '15wd', '2026-12-10'],
    // The National Day holiday does not count.
    ['2026-10-09', '3wd', '2026-09-29'],
  ])('%s less %s is %s', (to, days, last) => {
    expect(renewalIsAskedAheadOfExpiry(to, days, calendar)).toBe(last)
  })

  it('leaves just so many working days to the expiry, on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const to = addDays('2022-06-01', offset)
        const last = renewalIsAskedAheadOfExpiry(to, `${count}wd`, calendar)
        expect(calendar.countWorkingDays(last, to)).toBe(count)
        expect(calendar.countWorkingDays(addDays(last, 1), to)).toBeLessThan(count)
      }),
    )
  })
})

describe('limitToAsk', () => {
  it('is the item’s own, or else the law’s', () => {
    const own = {
      ...item,
      result: { ...item.result, renewal: { 'ask-before': '15wd', basis: { law: '食品办法' } } },
    }
    expect(limitToAsk(own, renewal)).toEqual({ days: '15wd', basis: { law: '食品办法' } })
    expect(limitToAsk(item, renewal)).toEqual({
      days: '30d',
      basis: { law: '行政许可法', article: '第五十条' },
    })
  })
})

describe('lateRenewalsAreTakenAsTheCitySays', () => {
  const licence = { number: '第1号', to: '2026-12-31' }
  const on = (today: string, late: 'taken' | 'refused') =>
    lateRenewalsAreTakenAsTheCitySays(licence, item, { ...renewal, late }, { calendar, today })

  it('takes them in time, and late ones with what that means', () => {
    expect(on('2026-12-01', 'taken')).toEqual({ lastDay: '2026-12-01', inTime: true })
    expect(on('2026-12-02', 'taken')).toEqual({ lastDay: '2026-12-01', inTime: false })
  })

  it('refuses late ones where the city says so, and cites the article', () => {
    expect(on('2026-12-01', 'refused')).toMatchObject({ inTime: true })
    expect(on('2026-12-02', 'refused')).toMatchObject({
      code: 'renewal-too-late',
      article: '《行政许可法》第五十条',
      facts: { lastDay: '2026-12-01' },
    })
  })
})

describe('silenceIsRenewal', () => {
  type Asked = Pick<Application, 'status' | 'licence' | 'cards'>
  const asked = (changes: Partial<Asked> = {}): Asked => ({
    status: 'under-review',
    licence: { id: 'l1', number: '第1号', situation: 'renewal', inTime: true },
    cards: [],
    ...changes,
  })
  const kinds = (application: Asked, licence: { to?: string; ending?: string }, today: string) =>
    silenceIsRenewal(application, licence, today).map(({ kind }) => kind)
  const to = '2026-12-31'

  it.each([
    ['on the last day', asked(), '2026-12-31', []],
    ['the day after', asked(), '2027-01-01', ['carded', 'decided']],
    ['not taken up yet', asked({ status: 'submitted' }), '2027-01-01', ['accepted', 'carded', 'decided']],
    [
      'its clock stopped',
      asked({ status: 'clock-stopped' }),
      '2027-01-01',
      ['clock-resumed', 'carded', 'decided'],
    ],
    [
      'a red card given',
      asked({ cards: [{ colour: 'red', at: '', due: '', clock: 'promised' }] }),
      '2027-01-01',
      ['decided'],
    ],
    ['waiting for the applicant', asked({ status: 'awaiting-correction' }), '2027-01-01', []],
    ['decided', asked({ status: 'refused' }), '2027-01-01', []],
    [
      'asked for late',
      asked({ licence: { id: 'l1', number: '第1号', situation: 'renewal', inTime: false } }),
      '2027-01-01',
      [],
    ],
    ['a change', asked({ licence: { id: 'l1', number: '第1号', situation: 'change' } }), '2027-01-01', []],
    ['another kind of case', asked({ licence: undefined }), '2027-01-01', []],
  ] as const)('%s', (_, application, today, expected) => {
    expect(kinds(application, { to }, today)).toEqual(expected)
  })

  it('does not bring back what was ended', () => {
    expect(kinds(asked(), { to, ending: 'revoked' }, '2027-01-01')).toEqual([])
  })

  it('cites the article in the decision it stands for', () => {
    expect(silenceIsRenewal(asked(), { to }, '2027-01-01').at(-1)?.content).toMatchObject({
      outcome: 'grant',
      silently: true,
      reasons: expect.stringContaining('行政许可法 第五十条'),
    })
  })

  it('never speaks before the licence has expired, and always after', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (offset) => {
        const spoken = kinds(asked(), { to }, addDays(to, offset)).includes('decided')
        expect(spoken).toBe(offset > 0)
      }),
    )
  })
})

describe('expiryIsToldOnce', () => {
  const told = (...steps: readonly [number, string?][]) =>
    aHeldLicence(
      steps.map(([before, to = '2031-11-22']) => ['expiry-told', { before, to }, '2031-09-23T01:00:00.000Z']),
    )

  it.each([
    ['long before', told(), '2031-09-22', undefined],
    ['60 days ahead', told(), '2031-09-23', 60],
    ['told already', told([60]), '2031-09-24', undefined],
    ['30 days ahead', told([60]), '2031-10-23', 30],
    ['a round was missed', told(), '2031-11-16', 7],
    ['on the last day', told([60], [30]), '2031-11-22', 7],
    ['expired', told(), '2031-11-23', undefined],
    ['told of an earlier expiry', told([60, '2026-11-22']), '2031-09-23', 60],
    ['ended', aHeldLicence([ended('cancelled')]), '2031-09-23', undefined],
  ] as const)('%s', (_, licence, today, before) => {
    expect(expiryIsToldOnce(licence, renewal, today)?.before).toBe(before)
  })

  it('tells each step once, whatever days the rounds fall on, and looks next on the day of the next step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }), (rounds) => {
        let licence = aHeldLicence()
        const steps: number[] = []
        for (const ahead of rounds.sort((a, b) => b - a)) {
          const today = addDays('2031-11-22', -ahead)
          const due = expiryIsToldOnce(licence, renewal, today)
          const next = nextDayToTell(licence, renewal)
          expect(due !== undefined).toBe(next !== undefined && next <= today)
          if (due) steps.push(due.before)
          licence = told(...steps.map((before): [number] => [before]))
        }
        expect(new Set(steps).size).toBe(steps.length)
      }),
    )
  })
})
