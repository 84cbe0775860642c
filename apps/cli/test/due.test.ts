import { describe, expect, it } from 'vitest'
import { mashang, mashangJson } from './mashang.ts'

const DAY = 86_400_000

describe('mashang due', () => {
  it.each([
    // 20 working days after Monday 2 March 2026: four full weeks.
    [['2026-03-02', '20wd'], '2026-03-30'],
    // National Day 2026 rests from 1 to 7 October.
    [['2026-09-30', '1wd'], '2026-10-08'],
    // Calendar days roll over a weekend (民法典 203): the 20th day is Sunday 22 March.
    [['2026-03-02', '20d'], '2026-03-23'],
    // 9–18 March do not count; Qingming rests from 4 to 6 April.
    [['2026-03-02', '20wd', '--stop', '2026-03-09..2026-03-18'], '2026-04-10'],
    [['2026-03-02', '20wd', '--extend', '10wd'], '2026-04-14'],
    // An instant after 16:00 UTC is the next day in Shanghai.
    [['2026-03-02T16:30:00Z', '1wd'], '2026-03-04'],
  ])('%j ends on %s', async (args, day) => {
    const told = await mashangJson(['due', ...args])
    expect(told).toMatchObject({ exit: 0, ok: true, due: day })
    const lines = told.explanation as readonly { days: number }[]
    const sum = lines.reduce((total, { days }) => total + days, 0)
    expect(sum).toBe((Date.parse(day) - Date.parse(String(told.start))) / DAY)
  })

  it('says why, line by line', async () => {
    const { exit, out } = await mashang([
      'due',
      '2026-03-02',
      '20wd',
      '--stop',
      '2026-03-09..2026-03-18',
      '--explain',
    ])
    expect(exit).toBe(0)
    for (const part of [
      '2026年4月10日（星期五）',
      '清明节',
      '停止计时',
      '民法典第二百零一条',
      '10 天不计入',
    ]) {
      expect(out).toContain(part)
    }
  })

  it('says that a day beyond the last notice is provisional', async () => {
    const { out } = await mashang(['due', '2027-03-01', '5wd', '--lang', 'en'])
    expect(out).toContain('will be reckoned again')
  })

  it.each([
    [['2026-03-02', '20wd', '--stop', '2026-03-18..2026-03-09'], 1, 'clock-stop-reversed'],
    [['2026-02-30', '20wd'], 1, 'day-not-understood'],
    [['1999-03-01', '20wd'], 1, 'day-outside-calendar'],
    [['2026-03-02', '20 days'], 2, 'period-not-understood'],
    [['2026-03-02', '20wd', '--stop', '2026-03-18'], 2, 'command-not-understood'],
    [['2026-03-02', '20wd', '--city', '/nowhere'], 1, 'profile-not-found'],
  ])('%j is refused with %i: %s', async (args, exit, code) => {
    expect(await mashangJson(['due', ...args])).toMatchObject({ exit, ok: false, problem: { code } })
  })
})
