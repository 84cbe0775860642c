import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCity, type City } from './city.ts'
import { look, say } from './look.ts'

const READERS: readonly (readonly [string, BrowserContextOptions, string])[] = [
  ['anyone', {}, '/prefer?language=zh&next=/'],
  ['a reader of English', { locale: 'en-GB' }, '/prefer?language=en&next=/'],
  ['a browser without scripts', { javaScriptEnabled: false }, '/prefer?language=zh&next=/'],
]

let city: City
beforeAll(async () => {
  city = await aCity()
})
afterAll(() => city?.close())

/** Follows the figure and reads how many its list has. */
async function opensTheList(page: Page, figure: number): Promise<void> {
  await page.locator('.figures a', { hasText: String(figure) }).click()
  await expect.poll(() => page.getByRole('status').textContent()).toContain(String(figure))
  await look(page)
}

describe.each(READERS)('the catalogue for %s', (_who, browser, begins) => {
  let page: Page
  beforeAll(async () => {
    page = await city.visitor(browser)
    await page.goto(begins)
  })

  it('opens from the home page with its figures', async () => {
    await page
      .getByRole('link', { name: await say(page, '按部门看目录', 'The catalogue by department') })
      .click()
    await page.waitForURL('**/catalogue')
    const figures = await page.locator('.figures b').allTextContents()
    expect(figures).toEqual(['172', '413', '29', '133', '437'])
    await look(page)
  })

  it('opens the list that a figure counts', async () => {
    for (const figure of [29, 413]) {
      await page.goto('/catalogue')
      await opensTheList(page, figure)
    }
  })

  it('finds an entry by its name and says where to ask', async () => {
    const name = await say(page, '结婚登记', 'Registration of a marriage')
    await page.goto('/catalogue')
    await page.getByLabel(await say(page, '名称或编码', 'Name or code')).fill(name)
    await page.getByRole('button', { name: await say(page, '查找', 'Find') }).click()
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    expect(await page.locator('a[href^="tel:0411-"]').count()).toBe(1)
    await look(page)
  })

  it('leads from an entry with a guide to the guide', async () => {
    await page.goto('/catalogue?organ=sports-bureau')
    const kite = await say(page, '风筝放飞许可', 'Kite-flying permit')
    await page.getByRole('link', { name: kite, exact: true }).click()
    await page.waitForURL('**/items/2102-TY-XK-0001')
  })

  it('shows entries without a guide below a search that finds few', async () => {
    await page.goto(`/items?${new URLSearchParams({ text: await say(page, '结婚登记', 'marriage') })}`)
    const heading = await say(page, '目录中的事项，指南正在完善', 'In the catalogue, guide being written')
    await page.getByRole('heading', { name: heading }).waitFor()
    await look(page)
    const marriage = await say(page, '结婚登记', 'Registration of a marriage')
    await page.getByRole('link', { name: marriage, exact: true }).click()
    await page.waitForURL('**/catalogue/*')
  })
})
