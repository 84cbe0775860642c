import { idCardOf } from '@mashang/kit'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSentTo, press, sees } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

const ZHAO = { name: '赵大海', phone: '13700000077', idCard: idCardOf('21020219551203102') }
const CARD = '2102-MZ-FW-0001'
// The smallest picture there is.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const photo = { name: '照片.png', mimeType: 'image/png', buffer: PNG }

describe('a walk-in without an account', () => {
  let city: City
  let clerk: Page
  let citizen: Page
  let number = ''
  let code = ''
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('is registered at a window, and nothing that is typed is lost', async () => {
    clerk = await staff(city, 'chuangkou')
    await clerk.goto('/desk/window')
    await clerk.getByLabel('事项名称或常用说法').fill('老年证')
    await look(clerk)
    await clerk.getByRole('button', { name: /老年人优待证办理/ }).click()
    await clerk.getByLabel('身份证号、手机号或统一社会信用代码').fill(ZHAO.idCard)
    await clerk.getByRole('button', { name: '查找' }).click()
    await clerk.getByText('没有找到账户，请登记。').waitFor()
    await clerk.getByLabel('姓名').fill(ZHAO.name)
    await clerk.getByLabel('手机号', { exact: true }).fill(ZHAO.phone)
    await look(clerk)
    await clerk.getByRole('button', { name: '登记办事人' }).click()
    await clerk.getByRole('button', { name: '开始收件' }).click()
    await clerk.locator('.window-whom').getByText(ZHAO.name).waitFor()
    await look(clerk)
    await chooses(clerk, '户籍情况', '外地户籍，持有大连居住证')
    await types(clerk, '现住址 · 区（市、县）', '中山区')
    await types(clerk, '现住址 · 街道（乡镇）', '海军广场街道')
    await types(clerk, '现住址 · 社区（村）', '春海社区')
    await clerk.getByLabel('现住址 · 详细地址').fill('人民路 1 号')
    for (const question of ['是否由家人代办', '除电子证外，是否还要实体卡'])
      await clerk.getByRole('radiogroup', { name: question }).getByRole('radio', { name: '否' }).check()
    const kept = clerk.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
    await clerk.getByLabel('现住址 · 详细地址').press('Tab')
    await kept
    await clerk.reload()
    await clerk.getByLabel('现住址 · 详细地址').waitFor()
    expect(await clerk.getByLabel('现住址 · 详细地址').inputValue()).toBe('人民路 1 号')
  })

  it('is taken in with the original seen, and has the result while he waits', async () => {
    const material = (name: string) => clerk.locator('.window-material', { hasText: name })
    await material('近期免冠照片').locator('input[type=file]').first().setInputFiles(photo)
    await material('居住证')
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...photo, name: '居住证.png' })
    await clerk.getByRole('checkbox', { name: /原件已核验 居住证/ }).click()
    await material('居住证').getByText('B 原件已核验').waitFor()
    await clerk.getByText('齐了：申请表和必要材料都有。').waitFor()
    await look(clerk)
    await clerk.getByRole('radio', { name: /^当场受理/ }).check()
    await clerk.getByRole('button', { name: '收件', exact: true }).click()
    await clerk.getByRole('dialog').getByRole('button', { name: '收件' }).click()
    await clerk.waitForURL(/\/window\/taken\//)
    number = await clerk.locator('.window-number').innerText()
    await clerk.getByText('即办件：可以现在就办结').waitFor()
    await clerk.getByRole('link', { name: /受理通知书/ }).waitFor()
    await look(clerk)
    // Given a code for this visit, which the case's own rating comes after
    await clerk.getByRole('button', { name: '出评价码' }).click()
    code = await clerk.locator('.rating-code-text').innerText()
    await look(clerk)
    await clerk.getByRole('radio', { name: '准予许可', exact: true }).check()
    await clerk.getByRole('button', { name: '作出决定…' }).click()
    await clerk.getByRole('dialog').getByRole('button').last().click()
    await clerk.getByText('决定已作出。').first().waitFor()
    await clerk.locator('.window-print').getByRole('link', { name: '辽宁省老年人优待证' }).waitFor()
    await look(clerk)
  })

  it('rates the visit on the counter’s device, and a bad rating is followed up', async () => {
    const device = await city.visitor({ viewport: { width: 800, height: 1100 } })
    await device.goto(`/rate/${code}/device`)
    await sees(device, '到窗口提交申请')
    expect(await device.locator('.device-level').count()).toBe(5)
    await look(device)
    await device.getByRole('link', { name: '非常不满意', exact: true }).click()
    await sees(device, '您选的是：非常不满意')
    await look(device)
    await press(device, '确认评价', 'Confirm')
    await sees(device, '谢谢您的评价')
    await look(device)
    await device.goto(`/rate/${code}`)
    expect(await device.locator('.rate-levels').count()).toBe(0)

    const supervisor = await staff(city, 'jiancha')
    await supervisor.goto('/desk/ratings?view=open')
    const row = supervisor.getByRole('row', { name: /老年人优待证/ })
    await row.getByText('非常不满意').waitFor()
    await look(supervisor)
  })

  it('signs in with the code to his phone and sees the case', async () => {
    citizen = await city.visitor()
    await citizen.goto('/sign-in?next=/my/applications')
    await citizen.locator('[name=phone]').fill(ZHAO.phone)
    await press(citizen, '获取验证码', 'Send the code')
    await citizen.locator('[name=code]').fill(await codeSentTo(citizen, ZHAO))
    await press(citizen, '登录', 'Sign in')
    await citizen.waitForURL('**/my/applications')
    await sees(citizen, number)
    await look(citizen)
  })

  it('is not asked again for what the window has seen: it is used with his consent, and he reads by whom', async () => {
    await citizen.goto('/my/materials')
    await sees(citizen, '居住证')
    await sees(citizen, 'B 窗口核验过原件')
    await sees(citizen, '还没有使用过')
    await look(citizen)
    await citizen.goto(`/apply/${CARD}`)
    await citizen.locator('main input[type=radio]').first().check()
    await press(citizen, '开始填写', 'Start')
    await citizen.getByLabel('外地户籍，持有大连居住证').check()
    await press(citizen, '保存并继续', 'Save and continue')
    await citizen.locator('[name="home.detail"]').waitFor()
    await citizen.goto(citizen.url().replace(/\/form\/.*$/, '/materials'))
    await citizen.getByRole('button', { name: /同意本次使用.*居住证/ }).waitFor()
    await look(citizen)
    await citizen.getByRole('button', { name: /同意本次使用.*居住证/ }).click()
    await sees(citizen, '已同意本次使用')
    await look(citizen)
  })
})

/** Chooses one of a list by its words, from the keyboard where the list can be searched. */
async function chooses(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

async function types(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.fill(option)
  await page.getByRole('option', { name: option }).first().waitFor({ state: 'attached' })
  await box.press('Enter')
}
