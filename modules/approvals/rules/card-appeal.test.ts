import { readdirSync, readFileSync } from 'node:fs'
import { calendarOf, isRefusal, type Who } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import type { ApplicationEntries } from '../contract/index.ts'
import { accepted, anApplication, contextOn, KITE } from '../testing/state.ts'
import { aCardIsAppealedOnceInTime, aCardIsRuledByAnotherOffice, standingCards } from './card-appeal.ts'

const CALENDARS = new URL('../../../definitions/dalian/calendars/', import.meta.url)
const calendar = calendarOf(
  readdirSync(CALENDARS).map((file) => JSON.parse(readFileSync(new URL(file, CALENDARS), 'utf8'))),
)
if (isRefusal(calendar)) throw new Error(JSON.stringify(calendar))
const { limits } = contextOn('2026-12-02')
const on = (day: string) => ({ calendar, limits, now: new Date(`${day}T02:00:00.000Z`) })

type Said = readonly ['appealed' | 'upheld' | 'lifted', string]
const RED = { colour: 'red', clock: 'promised' } as const
const CARDED: ApplicationEntries['carded'] = { ...RED, due: '2026-12-01' }

/** A case given a red card on Wednesday 2 December 2026, and what was said about it. */
const carded = (...said: readonly Said[]) =>
  anApplication([
    accepted(),
    ['carded', CARDED, '2026-12-02T02:00:00.000Z'],
    ...said.map(([what, day]) =>
      what === 'appealed'
        ? (['card-appealed', { ...RED, grounds: '系统故障' }, `${day}T02:00:00.000Z`] as [
            'card-appealed',
            ApplicationEntries['card-appealed'],
            string,
          ])
        : (['card-ruled', { ...RED, outcome: what, reasons: '查证属实' }, `${day}T02:00:00.000Z`] as [
            'card-ruled',
            ApplicationEntries['card-ruled'],
            string,
          ]),
    ),
  ])

describe('aCardIsAppealedOnceInTime', () => {
  it.each([
    ['on the day it was given', carded(), '2026-12-02', undefined],
    ['on the fifth working day after', carded(), '2026-12-09', undefined],
    ['on the sixth', carded(), '2026-12-10', 'card-appeal-too-late'],
    ['a second time', carded(['appealed', '2026-12-03']), '2026-12-04', 'card-already-appealed'],
    ['where there is no card', anApplication([accepted()]), '2026-12-04', 'card-not-found'],
  ])('%s', (_, application, day, code) => {
    const entries = aCardIsAppealedOnceInTime(application, RED, '系统故障', on(day))
    if (code) expect(entries).toMatchObject({ code, rule: 'aCardIsAppealedOnceInTime' })
    else expect(entries).toEqual([{ kind: 'card-appealed', content: { ...RED, grounds: '系统故障' } }])
  })
})

describe('aCardIsRuledByAnotherOffice', () => {
  const supervisor = (organ: string): Who => ({
    kind: 'staff',
    id: 's9',
    name: '周监察',
    organ,
    roles: ['supervisor'],
    session: 's',
  })
  const ruling = { outcome: 'lifted', reasons: '查证属实' } as const
  it.each([
    ['by supervision of another organ', carded(['appealed', '2026-12-03']), 'data-bureau', undefined],
    ['by the office itself', carded(['appealed', '2026-12-03']), KITE.organ, 'card-ruled-by-own-office'],
    ['before an appeal', carded(), 'data-bureau', 'card-not-appealed'],
    [
      'a second time',
      carded(['appealed', '2026-12-03'], ['upheld', '2026-12-04']),
      'data-bureau',
      'card-already-ruled',
    ],
    ['where there is no card', anApplication([accepted()]), 'data-bureau', 'card-not-found'],
  ])('%s', (_, application, organ, code) => {
    const entries = aCardIsRuledByAnotherOffice(application, RED, ruling, supervisor(organ), KITE)
    if (code) expect(entries).toMatchObject({ code })
    else expect(entries).toEqual([{ kind: 'card-ruled', content: { ...RED, ...ruling } }])
  })
})

describe('standingCards', () => {
  it('leaves out a card that was lifted, which stays in the state with its ruling', () => {
    const { cards } = carded(['appealed', '2026-12-03'], ['lifted', '2026-12-04'])
    expect(cards).toMatchObject([
      { colour: 'red', appeal: { grounds: '系统故障' }, ruling: { outcome: 'lifted' } },
    ])
    expect(standingCards(cards)).toEqual([])
    expect(standingCards(carded(['appealed', '2026-12-03'], ['upheld', '2026-12-04']).cards)).toHaveLength(1)
    expect(standingCards(carded().cards)).toHaveLength(1)
  })
})
