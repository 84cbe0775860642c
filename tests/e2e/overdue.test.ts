import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applies, opensTheCase, sees, signsIn, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { accepts, opens, reminds, staff } from './desk-steps.ts'
import { look } from './look.ts'

describe('an office that lets the promised day pass', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('is shown a red card and reminded; the citizen reads that it is late, and sees no cards', async () => {
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    const kite = await applies(wang, { line: '80' })
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    await accepts(officer)

    city.clock.passDays(14)
    await city.server.modules.tasks['approvals:watch-deadlines']?.(undefined)

    const supervisor = await staff(city, 'jiancha')
    await supervisor.goto('/desk/supervision')
    const carded = supervisor.locator('tr.row-late', { hasText: kite.number })
    await carded.getByText('红牌').waitFor()
    await look(supervisor)
    await reminds(supervisor, carded, '请尽快作出决定。')

    const late = await staff(city, 'fengzheng')
    await late.goto('/desk/inbox?view=overdue')
    const row = late.locator('tr.row-late', { hasText: kite.number })
    await row.locator('.due-late').waitFor()
    await look(late)
    await opens(late, kite, 'overdue')
    await late.locator('.journal', { hasText: '请尽快作出决定。' }).waitFor()
    await late.locator('.case-head').getByText('红牌').waitFor()

    await signsIn(wang, WANG)
    await opensTheCase(wang, kite)
    await sees(wang, /已超过承诺期限/)
    expect(await wang.getByText(/红牌|黄牌/).count()).toBe(0)
  })
})
