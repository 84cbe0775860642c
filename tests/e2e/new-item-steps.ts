/** What citizens do with an item that was made a moment ago. */
import type { Page } from 'playwright-core'
import { follow, press, type Submitted, submits } from './citizen-steps.ts'
import { look } from './look.ts'

/** Pages of an application at the most. */
const MOST_PAGES = 8

/** Applies for whatever the form of this item asks: a line of text, and an address in Zhongshan District. */
export async function appliesForTheNew(page: Page, code: string): Promise<Submitted> {
  await page.goto(`/apply/${code}`)
  await look(page)
  await page.locator('main input[type=radio]').first().check()
  await press(page, '开始填写', 'Start')
  for (let at = 0; at < MOST_PAGES; at++) {
    await page.waitForURL(/\/(form\/.*|form|materials|delivery|review)$/)
    const here = page.url()
    await look(page)
    if (here.endsWith('/review')) return submits(page)
    if (here.includes('/form')) await fillsWhatIsAsked(page)
    if (here.endsWith('/materials')) await follow(page, '继续', 'Continue')
    else await press(page, '保存并继续', 'Save and continue')
    await page.waitForURL((url) => url.href !== here)
  }
  throw new Error('the application has no end')
}

async function fillsWhatIsAsked(page: Page): Promise<void> {
  const district = page.locator('[name="place.1"]')
  if ((await district.count()) > 0) {
    await district.selectOption('210202')
    for (const level of [2, 3]) {
      await page.locator(`[name="place.${level}"] option`).nth(1).waitFor({ state: 'attached' })
      await page.locator(`[name="place.${level}"]`).selectOption({ index: 1 })
    }
    await page.locator('[name="place.detail"]').fill('人民路 1 号')
  }
  const line = page.getByLabel('占用场地')
  if ((await line.count()) > 0) await line.fill('星海湾沙滩排球场')
}
