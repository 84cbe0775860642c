import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applies, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { accepts, choose, confirm, isDone, opens, send, staff } from './desk-steps.ts'
import { look } from './look.ts'

/** The number in a table's column opens its list; then back to where it stood. */
async function opensAsMany(page: Page, table: string, column: string, count: RegExp) {
  const grid = page.getByRole('table', { name: table })
  await grid.locator(`td[data-label="${column}"]`).first().getByRole('link').click()
  await page.getByText(count).waitFor()
  await page.getByRole('table', { name: '办件' }).waitFor()
  await look(page)
  await page.goBack()
  await grid.waitFor()
}

describe('the supervision office', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  const catchesUp = async (page: Page, path: string, text: RegExp) => {
    await expect
      .poll(
        async () => {
          await page.goto(path)
          return page.locator('main').innerText()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toMatch(text)
  }

  it('opens a number and its case, lifts a card that was appealed, prints the bulletin; everybody reads the figures', async () => {
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    const kite = await applies(wang, { line: '80' })
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    await accepts(officer)
    city.clock.passDays(14)
    await city.server.modules.tasks['approvals:watch-deadlines']?.(undefined)

    const head = await staff(city, 'jueding')
    await opens(head, kite, 'overdue')
    await choose(head, '红黄牌申诉', 'Appeal a card')
    await head.locator('.action-form textarea').fill('政务网中断一周，有运维记录。')
    await look(head)
    await send(head, '提出申诉', 'Appeal')
    await isDone(head, '已提出申诉', 'Appealed')
    await head.getByRole('link', { name: '本部门' }).click()
    await head.locator('.tiles').waitFor()
    await look(head)

    const supervisor = await staff(city, 'jiancha')
    await catchesUp(supervisor, '/desk/supervision?tab=cards', /待裁定\s*1/)
    await look(supervisor)
    await supervisor.goto('/desk/supervision')
    await supervisor.locator('.tile', { hasText: '超期未办结' }).getByRole('link', { name: '1' }).click()
    await supervisor.getByRole('link', { name: kite.number }).waitFor()
    await look(supervisor)
    await supervisor.getByRole('link', { name: kite.number }).click()
    await supervisor.locator('.case-head').waitFor()
    await choose(supervisor, '裁定申诉', 'Rule on an appeal')
    await supervisor.locator('.action-form').getByText('撤销', { exact: true }).click()
    await supervisor.locator('.action-form textarea').fill('运维记录属实，非承办部门责任。')
    await send(supervisor, '作出裁定…', 'Rule…')
    await confirm(supervisor)
    await isDone(supervisor, '已裁定', 'Ruled')

    await catchesUp(supervisor, '/desk/supervision?tab=cards', /政务网中断一周[\s\S]*撤销/)
    await supervisor.goto('/desk/supervision?tab=figures')
    await supervisor.getByRole('table', { name: '数据' }).waitFor()
    await look(supervisor)
    await opensAsMany(supervisor, '数据', '受理', /^共 1 件/)
    await supervisor.goto('/desk/supervision?tab=samples')
    await look(supervisor)
    await supervisor.goto('/desk/supervision?tab=bulletin')
    const address = await supervisor.locator('.pdf-link').getAttribute('href')
    await supervisor.getByRole('heading', { name: '通报中的数字' }).waitFor()
    await look(supervisor)
    const printed = await supervisor.request.get(
      `${city.url}${address?.replace(/month=.*/, 'month=2026-11')}`,
    )
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await wang.goto('/figures?month=2026-11')
    await wang.getByRole('row', { name: /大连市体育局/ }).waitFor()
    await look(wang)
  })
})
