import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { ENTERPRISE, getsACertificate, PIN } from './certificate-steps.ts'
import { fillsInTheForm, givesTheMaterials, press, sees, signsUp, submitted, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'

describe('an agent of an enterprise', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('signs an application with the certificate, and anyone verifies who signed', async () => {
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    await getsACertificate(wang)
    await fillsInTheForm(wang, { line: '80' }, 1)
    await givesTheMaterials(wang, ['plan', 'identity'])
    await signs(wang, 'not this one')
    await sees(wang, '密码不对，请再输一次。')
    await look(wang)
    await wang.locator('#sign-pin').fill(PIN)
    await press(wang, '签名并提交', 'Sign and submit')
    const { id } = await submitted(wang)

    await wang.goto(`/my/applications/${id}`)
    await wang.locator('details.given > summary').click()
    await sees(wang, '签名时有效')
    await look(wang)

    const passer = await city.visitor({ locale: 'en-US' })
    await passer.goto(`/verify/${await codeOfReceipt(wang, id)}`)
    await sees(passer, 'Checked again just now')
    await passer.locator('#signed + .notice + dl', { hasText: ENTERPRISE.uscc }).waitFor()
    await look(passer)
  })

  it('is refused with a revoked one, and loses nothing of what was filled in', async () => {
    const wang = await city.visitor()
    await signsUp(wang, { ...WANG, phone: '13900000009' })
    await getsACertificate(wang)
    await fillsInTheForm(wang, { line: '90' }, 1)
    await givesTheMaterials(wang, ['plan', 'identity'])
    const review = wang.url()
    await wang.goto('/my/account')
    await wang.locator('main a[href*="/certificates/revoke"]').click()
    await wang.locator('#reason-lost').check()
    await press(wang, '吊销', 'Revoke')
    await wang.waitForURL(/done=revoked/)
    await wang.goto(review)
    await signs(wang, PIN)
    await sees(wang, /证书已于 .* 吊销（密钥丢失）/)
    await sees(wang, '90')
    await look(wang)
    await press(wang, '确认并提交', 'Confirm and submit')
    await submitted(wang)
  })
})

async function signs(page: Page, pin: string): Promise<void> {
  await page.locator('details[data-signing-optional] > summary').click()
  await page.getByRole('radio', { name: ENTERPRISE.name }).waitFor()
  await look(page)
  await page.locator('#sign-pin').fill(pin)
  await press(page, '签名并提交', 'Sign and submit')
}

/** The code on the receipt, which is printed when it is opened first. */
async function codeOfReceipt(page: Page, id: string): Promise<string> {
  const { request } = page.context()
  const read = async () => {
    const { documents } = await (await request.get(`/api/approvals/applications/${id}`)).json()
    return documents[0] as { href: string; code: string }
  }
  await request.get((await read()).href)
  return (await read()).code
}
