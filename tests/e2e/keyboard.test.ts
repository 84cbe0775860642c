import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applies, KITE, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

const MOST_STEPS = 80

/** Presses Tab until the focus is where the selector says. */
async function tabsTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
  }
  throw new Error(`Tab never came to ${selector} on ${page.url()}`)
}

describe('with the keyboard alone', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('a citizen comes from the first page to the guide', async () => {
    const page = await city.visitor()
    await page.goto('/')
    await tabsTo(page, '#search-large')
    await page.keyboard.type('放风筝')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/items\?/)
    await tabsTo(page, `a[href="/items/${KITE}"]`)
    await look(page)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/items/${KITE}`)
    await tabsTo(page, `a[href="/apply/${KITE}"]`)
  })

  it('an officer walks the inbox by j and k, opens with Enter, goes back by u, searches by /', async () => {
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    const first = await applies(wang, { line: '80' })
    const second = await applies(wang, { line: '90' })

    const page = await staff(city, 'fengzheng')
    await page.getByRole('link', { name: second.number }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.keyboard.press('j')
    const top = await focused()
    await page.keyboard.press('j')
    const next = await focused()
    expect([top, next].sort()).toEqual([first.number, second.number].sort())
    await page.keyboard.press('k')
    expect(await focused()).toBe(top)
    await page.keyboard.press('Enter')
    await page.locator('.case-head').waitFor()
    await page.keyboard.press('u')
    await page.getByRole('link', { name: second.number }).waitFor()

    await page.keyboard.press('/')
    await page.keyboard.type(second.number)
    await page.locator('[role=option]', { hasText: second.number }).waitFor()
    await look(page)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: second.number }).waitFor()
  })
})
