import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applies, KITE, press, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { opens, staff } from './desk-steps.ts'
import { look } from './look.ts'

describe('personal data', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('is seen by its owner: who looked and why, a copy, a correction that is answered', async () => {
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    const submitted = await applies(wang, { line: '80' })
    const officer = await staff(city, 'fengzheng')
    await opens(officer, submitted)
    await asks(wang)
    await officer.goto('/desk/questions')
    await officer.getByRole('link', { name: QUESTION }).click()
    await officer.getByLabel('答复内容').waitFor()
    await wang.goto('/my/questions')
    await look(wang)
    await seeksHelp(wang)
    const helper = await staff(city, 'bangban')
    await helper.goto('/desk/assistance')
    await helper.getByRole('row', { name: '风筝放飞许可' }).getByRole('link').click()
    await helper.getByText(HELP).waitFor()

    await wang.goto('/my/privacy')
    await sees(wang, '钱承办')
    await sees(wang, '办理申请')
    await sees(wang, '答复咨询')
    await sees(wang, '宋帮办')
    await look(wang)
    expect(await copyOf(wang)).toMatchObject({
      account: { name: WANG.name },
      applications: [{ number: submitted.number }],
      questions: [{ item: { code: KITE }, rounds: [{ text: QUESTION }] }],
      help: [{ item: { code: KITE }, text: HELP }],
      fees: [],
    })

    await press(wang, '提交请求', 'Send the request')
    await sees(wang, '有 1 处需要修改')
    await look(wang)
    await wang.locator('#text').fill('应为王晓海，登记成了王小海。')
    await press(wang, '提交请求', 'Send the request')
    await sees(wang, '待答复')

    await answers(await staff(city, 'guanli'))
    await wang.goto('/my/privacy')
    await sees(wang, '✓ 已更正')
    await look(wang)
    await wang.goto('/my/account')
    await sees(wang, '王晓海')
  })

  it('is looked after by people and keys that an administrator sees; the site says how', async () => {
    await readsWhatTheSiteSays(await city.visitor())
    const administrator = await staff(city, 'guanli')
    await administrator.goto('/desk/people')
    await administrator.getByRole('cell', { name: '郑管理' }).waitFor()
    await look(administrator)
    await administrator.goto('/desk/keys')
    await administrator.getByRole('heading', { level: 1 }).waitFor()
    await look(administrator)
    const editor = await staff(city, 'mulu')
    await editor.goto('/desk/items/import')
    await editor.getByRole('link', { name: '导入模板（XLSX）' }).waitFor()
    await look(editor)
  })
})

/** What no other journey comes by. */
async function readsWhatTheSiteSays(page: Page): Promise<void> {
  for (const path of OF_THE_SITE) {
    await page.goto(path)
    await page.locator('h1').waitFor()
    await look(page)
  }
}

const QUESTION = '夜里可以放带灯的风筝吗？'
const HELP = '不会用电脑填表。'

async function asks(page: Page): Promise<void> {
  await page.goto(`/items/${KITE}/ask`)
  await page.locator('#text').fill(QUESTION)
  await press(page, '下一步', 'Next')
  const send = page.getByRole('button', { name: '发出咨询' })
  await page.locator('h1').waitFor()
  if (await send.isVisible()) await send.click()
  await page.waitForURL(/\/my\/questions\/[0-9a-f-]+\?sent=1$/)
}

async function seeksHelp(page: Page): Promise<void> {
  await page.goto(`/items/${KITE}/help`)
  await page.locator('#text').fill(HELP)
  await press(page, '提交申请', 'Ask for help')
  await page.waitForURL(/\/my\/help\/[0-9a-f-]+\?sent=1$/)
}

const OF_THE_SITE = [
  '/about',
  '/accessibility',
  '/privacy',
  '/help',
  '/departments',
  '/projects/public',
  '/bundles',
  '/nowhere',
]

async function copyOf(page: Page): Promise<unknown> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载我的个人信息' }).click(),
  ])
  return JSON.parse(await readFile(await download.path(), 'utf8'))
}

async function answers(page: Page): Promise<void> {
  await page.getByRole('link', { name: '更正请求' }).click()
  await page.getByText('应为王晓海').waitFor()
  await look(page)
  await page.getByRole('button', { name: '答复 王小海' }).click()
  await page.getByLabel('正确的姓名（写入账号）').fill('王晓海')
  await page.getByLabel('答复内容').fill('已按身份证更正。')
  await look(page)
  await page.getByRole('button', { name: '发出答复' }).click()
  await page.getByText('没有待答复的请求。').waitFor()
}
