/** What the agent of an enterprise does with its certificate, as steps of a journey. */
import type { Page } from 'playwright-core'
import { follow, press, sees } from './citizen-steps.ts'
import { look } from './look.ts'

export const PIN = 'Kite-2026'
export const ENTERPRISE = { uscc: '91350100M000100Y43', name: '大连风筝文化有限公司' }

export async function getsACertificate(page: Page): Promise<void> {
  await page.goto('/my/account/certificates/new')
  await look(page)
  await follow(page, '先添加我代表的企业', 'Add the enterprise you act for first')
  await page.locator('#uscc').fill(ENTERPRISE.uscc)
  await page.locator('#enterprise').fill(ENTERPRISE.name)
  await press(page, '添加', 'Add')
  await page.waitForURL('**/certificates/new')
  await look(page)
  await page.locator('#issue-pin').fill('short')
  await press(page, '生成密钥并申请', 'Make the key and apply')
  await sees(page, '密码至少 6 位。')
  await look(page)
  await page.locator('#issue-pin').fill(PIN)
  await page.locator('#issue-pin-again').fill(PIN)
  await press(page, '生成密钥并申请', 'Make the key and apply')
  await page.waitForURL(/\/my\/account\?done=certificate/)
  await sees(page, '✓ 有效')
  await look(page)
}

/** One button, then the PIN that locks the new key. */
export async function renews(page: Page): Promise<void> {
  await page.locator('main a[href*="renew="]').first().click()
  await page.waitForURL('**/certificates/new?renew=**')
  await look(page)
  await page.locator('#issue-pin').fill(PIN)
  await page.locator('#issue-pin-again').fill(PIN)
  await press(page, '生成密钥并申请', 'Make the key and apply')
  await page.waitForURL(/\/my\/account\?done=certificate/)
}
