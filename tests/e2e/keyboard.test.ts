import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { KITE } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
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
})
