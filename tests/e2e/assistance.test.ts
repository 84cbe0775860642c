import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadsPdf, follow, KITE, press, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

describe('full agency under a mandate', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('is asked for, taken, mandated by a signature, used, and ended by revoking it', async () => {
    const wang = await city.visitor({ viewport: { width: 390, height: 844 } })
    await signsUp(wang, WANG)
    await wang.goto(`/items/${KITE}`)
    await follow(wang, '申请帮办代办', 'Ask for help')
    await wang.waitForURL(/\/help$/)
    await look(wang)
    await press(wang, '提交申请', 'Ask for help')
    await wang.locator('.error-summary').waitFor()
    await wang.locator('#kind-agency').check()
    await wang.locator('#circumstance-elderly').check()
    await wang.locator('#text').fill('不会用电脑填表。')
    await press(wang, '提交申请', 'Ask for help')
    await wang.waitForURL(/\/my\/help\/[0-9a-f-]+\?sent=1$/)
    await look(wang)
    const number = await wang.locator('.case-head .code').first().innerText()

    const helper = await staff(city, 'bangban')
    await helper.goto('/desk/assistance')
    const row = helper.getByRole('row', { name: new RegExp(number) }).getByRole('link')
    await row.waitFor()
    await look(helper)
    await row.click()
    await helper.getByRole('button', { name: '承接', exact: true }).click()
    await helper.getByText('13900000001').waitFor()
    await look(helper)
    await helper.getByLabel('自', { exact: true }).fill('2026-11-23')
    await helper.getByLabel('至', { exact: true }).fill('2026-12-22')
    await helper.getByRole('button', { name: '请委托人签署' }).click()
    await helper.getByText('等待签署', { exact: true }).waitFor()
    expect(await helper.getByRole('button', { name: '以委托人名义填报' }).count()).toBe(0)

    await wang.reload()
    await sees(wang, '等您签署')
    await look(wang)
    await wang.locator('#name').fill('王大海')
    await press(wang, '签署委托书', 'Sign the mandate')
    await sees(wang, '签名要与您的姓名一致。')
    await look(wang)
    await wang.locator('#name').fill(WANG.name)
    await press(wang, '签署委托书', 'Sign the mandate')
    await wang.locator('#mandate .tag-done').waitFor()
    const paper = wang.getByRole('link', { name: /委托书（PDF）/ })
    expect((await downloadsPdf(wang, paper)).length).toBeGreaterThan(1000)

    await helper.reload()
    await helper.getByText(WANG.idCard).waitFor()
    await look(helper)
    await helper.getByRole('button', { name: '以委托人名义填报' }).click()
    await helper.waitForURL(/\/desk\/window\/[0-9a-f-]+$/)
    await helper.getByText(WANG.name).first().waitFor()
    await look(helper)
    const intake = helper.url()

    await wang.reload()
    await wang.getByText('撤销委托', { exact: true }).click()
    await press(wang, '确认撤销', 'Revoke')
    await wang.locator('#mandate .tag-soon').waitFor()
    await look(wang)
    await wang.goto('/my/help')
    await sees(wang, /宋帮办/)
    await look(wang)

    await helper.goto(intake)
    await helper.getByText('委托已经终止，不能再以委托人名义办理。').waitFor()
    await look(helper)
  })
})
