import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENTERPRISE, getsACertificate, PIN, renews } from './certificate-steps.ts'
import { follow, press, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'

describe('an agent of an enterprise', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('makes a certificate in the browser, signs in with it here and elsewhere, renews and revokes it', async () => {
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
    await elsewhere.goto('/my/applications')
    await sees(elsewhere, 'ends in 65 days')
    await look(elsewhere)
    await renews(elsewhere)
    await sees(elsewhere, /Ends in 65 days.*there is a new one/)
    await look(elsewhere)
    await revokes(elsewhere)
    await signsOut(elsewhere)
    await elsewhere.goto('/sign-in/certificate')
    await elsewhere.locator('input[name=kept]').last().check()
    await elsewhere.locator('#sign-in-pin').fill(PIN)
    await press(elsewhere, '登录', 'Sign in')
    await sees(elsewhere, /was revoked on .*the key was lost/)
    await look(elsewhere)
  })
})

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
  await page.waitForURL('**/my/account/certificates/expiring?**')
  await sees(page, 'ends in 65 days')
  await look(page)
}

async function revokes(page: Page): Promise<void> {
  await page.locator('main a[href*="/certificates/revoke"]').last().click()
  await page.locator('#reason-lost').check()
  await look(page)
  await press(page, '吊销', 'Revoke')
  await page.waitForURL(/done=revoked/)
  await look(page)
}
