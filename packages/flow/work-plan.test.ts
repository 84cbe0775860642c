import { readFile } from 'node:fs/promises'
import type { Calendar } from '@mashang/kit'
import { calendarOf, isRefusal } from '@mashang/kit'
import { beforeAll, describe, expect, it } from 'vitest'
import { latenessOf, type Progress } from './work-plan.ts'

let calendar: Calendar

beforeAll(async () => {
  const folder = new URL('../../definitions/dalian/calendars/', import.meta.url)
  const files = await Promise.all(
    ['2026.json', 'statutory-holidays.json'].map(async (name) =>
      JSON.parse(await readFile(new URL(name, folder), 'utf8')),
    ),
  )
  const found = calendarOf(files)
  if (isRefusal(found)) throw new Error(JSON.stringify(found))
  calendar = found
})

/** Monday 23 November 2026 to the Monday after: five working days. */
const PLAN = { from: '2026-11-23', to: '2026-11-30' }
const at = (day: string) => `${day}T02:00:00.000Z`
const progress = (rest: Partial<Progress>): Progress => ({ begunAt: at('2026-11-23'), pauses: [], ...rest })

describe('latenessOf', () => {
  it.each<[string, Progress, string, number, object]>([
    ['running and in time', progress({}), '2026-11-26', 0, {}],
    ['done on its last day', progress({ concludedAt: at('2026-11-30') }), '2026-12-10', 0, {}],
    [
      'handed in three days late, and so three days late',
      progress({
        begunAt: at('2026-11-26'),
        acceptedAt: at('2026-11-26'),
        concludedAt: at('2026-12-03'),
        due: '2026-12-03',
      }),
      '2026-12-10',
      3,
      { 'begun-late': 3 },
    ],
    [
      'a correction that the applicant took four days for',
      progress({
        pauses: [{ cause: 'correction', from: at('2026-11-24'), to: at('2026-11-30') }],
        acceptedAt: at('2026-11-30'),
      }),
      '2026-12-04',
      4,
      { correction: 4, intake: 1 },
    ],
    [
      'a clock that is stopped still',
      progress({ acceptedAt: at('2026-11-23'), pauses: [{ cause: 'clock-stop', from: at('2026-11-25') }] }),
      '2026-12-02',
      2,
      { 'clock-stop': 5 },
    ],
    [
      'an office past its promise',
      progress({ acceptedAt: at('2026-11-23'), due: '2026-11-30' }),
      '2026-12-02',
      2,
      { office: 2 },
    ],
  ])('%s', (_, own, today, late, why) => {
    const found = latenessOf(PLAN, own, { calendar, today })
    expect(found.late).toBe(late)
    expect(Object.fromEntries(found.why.map(({ cause, days }) => [cause, days]))).toEqual(why)
  })
})
