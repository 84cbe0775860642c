import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { follow, press, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'

const PIN = 'Kite-2026'
const ENTERPRISE = { uscc: '91350100M000100Y43', name: '大连风筝文化有限公司' }

describe('an agent of an enterprise', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('makes a certificate in the browser, signs in with it here and elsewhere, and revokes it', async () => {
    const wang = await city.visitor({ acceptDownloads: true })
    await signsUp(wang, WANG)
    await getsACertificate(wang)
    const backup = await takesABackup(wang)

    await signsOut(wang)
    await wang.goto('/sign-in')
    await follow(wang, '用企业数字证书登录', 'Sign in with a certificate of an enterprise')
    await wang.getByRole('radio', { name: ENTERPRISE.name }).waitFor()
    await look(wang)
    await wang.locator('#sign-in-pin').fill('not this one')
    await press(wang, '登录', 'Sign in')
    await sees(wang, '密码不对，请再输一次。')
    await look(wang)
    await wang.locator('#sign-in-pin').fill(PIN)
    await press(wang, '登录', 'Sign in')
    await wang.waitForURL('**/my/applications')

    const elsewhere = await city.visitor({ locale: 'en-US' })
    await elsewhere.goto('/sign-in/certificate')
    await look(elsewhere)
    await signsInByBackup(elsewhere, backup)
    await elsewhere.waitForURL('**/my/applications')

    // Long enough for the session to be over.
    city.clock.passDays(300)
    await signsInByBackupAgain(elsewhere)
    await elsewhere.goto('/my/account')
    await sees(elsewhere, 'Ends in 65 days')
    await look(elsewhere)
    await revokes(elsewhere)
    await signsOut(elsewhere)
    await elsewhere.goto('/sign-in/certificate')
    await elsewhere.locator('#sign-in-pin').fill(PIN)
    await press(elsewhere, '登录', 'Sign in')
    await sees(elsewhere, /was revoked on .*the key was lost/)
    await look(elsewhere)
  })
})

async function getsACertificate(page: Page): Promise<void> {
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

async function takesABackup(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, '备份到文件', 'Back up to a file'),
  ])
  const path = await download.path()
  // What the file holds is locked with the PIN: neither it nor the bare key stands in it.
  expect(await readFile(path, 'utf8')).not.toContain(PIN)
  return path
}

async function signsOut(page: Page): Promise<void> {
  await page.goto('/my/account')
  await press(page, '退出登录', 'Sign out')
  await page.waitForURL((url) => url.pathname === '/')
}

async function signsInByBackup(page: Page, backup: string): Promise<void> {
  await page.locator('#sign-in-backup').setInputFiles(backup)
  await page.locator('#sign-in-pin').fill(PIN)
  await press(page, '登录', 'Sign in')
}

/** This browser keeps what signed in. */
async function signsInByBackupAgain(page: Page): Promise<void> {
  await page.goto('/sign-in/certificate')
  await page.locator('#sign-in-pin').fill(PIN)
  await press(page, '登录', 'Sign in')
  await page.waitForURL('**/my/applications')
}

async function revokes(page: Page): Promise<void> {
  await page.locator('main a[href*="/certificates/revoke"]').click()
  await page.locator('#reason-lost').check()
  await look(page)
  await press(page, '吊销', 'Revoke')
  await page.waitForURL(/done=revoked/)
  await look(page)
}
