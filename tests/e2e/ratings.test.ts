import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applies,
  LIU,
  opensTheCase,
  press,
  reloadsUntil,
  type Submitted,
  sees,
  signsUp,
  WANG,
} from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { declines, opens, staff } from './desk-steps.ts'
import { look } from './look.ts'

const REASON = '放飞地点在禁飞区内，由公安机关批准。'

/** Calls back, verifies, mends and answers, each once the step before is recorded. */
async function followsUp(head: Page): Promise<void> {
  for (const [step, note] of [
    ['回访', '已致歉，说明了原因。'],
    ['核实', '情况属实，告知不清楚。'],
    ['整改', '收件时先核对禁飞区。'],
    ['答复办事人', '收件时会先核对禁飞区，向您致歉。'],
  ] as const) {
    await head.locator('.act-form h3', { hasText: step }).first().waitFor()
    await head.locator('.act-form textarea').first().fill(note)
    await head.getByRole('button', { name: /登\s*记/ }).click()
    await head.locator('.case-facts').getByText(note).waitFor()
  }
}

/** 好差评: what a citizen says of a case, what the office does about it, and what everybody reads. */
describe('a rating', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  async function isDeclined(officer: Page, kite: Submitted): Promise<void> {
    await opens(officer, kite)
    await declines(officer, '大连市公安局', REASON)
  }

  it('that is bad is called back about, mended and answered in time, and rated once more', async () => {
    // Given a case that ended
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    const kite = await applies(wang, { line: '80' })
    await isDeclined(await staff(city, 'fengzheng'), kite)

    // When the applicant is not satisfied and says why
    await opensTheCase(wang, kite)
    const rate = wang.getByRole('link', { name: /去评价/ })
    await reloadsUntil(wang, rate)
    await look(wang)
    await rate.click()
    await wang.locator('.rate-levels').waitFor()
    await press(wang, '提交评价', 'Send my rating')
    await sees(wang, '请选择一个等级。')
    await look(wang)
    await wang.getByLabel('不满意', { exact: true }).check()
    await wang.getByLabel('没有一次性告知').check()
    await wang.locator('[name=words]').fill('来了两趟才知道要去公安局，电话 13912345678')
    await wang.getByLabel('同意公开我写的话').check()
    await press(wang, '提交评价', 'Send my rating')
    await sees(wang, '部门负责人会回访您')
    await look(wang)

    // Then the head of the office finds it on signing in, with whom to call
    const head = await staff(city, 'jueding')
    await head.waitForURL('**/desk/office')
    await head.locator('.tile', { hasText: '差评整改中' }).getByRole('link', { name: '1' }).waitFor()
    await look(head)
    await head.locator('.tile', { hasText: '差评整改中' }).getByRole('link', { name: '1' }).click()
    await head.getByRole('link', { name: '风筝放飞许可' }).waitFor()
    await look(head)
    await head.getByRole('link', { name: '风筝放飞许可' }).click()
    await head.getByText(WANG.phone).waitFor()
    await look(head)
    await followsUp(head)
    await look(head)

    // And the applicant reads the answer and rates once more
    await wang.reload()
    await sees(wang, '收件时会先核对禁飞区，向您致歉。')
    await look(wang)
    await wang.getByLabel('满意', { exact: true }).check()
    await press(wang, '提交评价', 'Send my rating')
    await sees(wang, '我的追评')
    expect(await wang.locator('.rate-levels').count()).toBe(0)

    // And his words are published once they were reviewed, without the number that stood in them
    const supervisor = await staff(city, 'jiancha')
    await supervisor.goto('/desk/ratings?view=words')
    await supervisor.getByRole('link', { name: '风筝放飞许可' }).click()
    await supervisor.getByRole('button', { name: /^公\s*开$/ }).click()
    await supervisor.locator('.refusal').getByText('还有个人信息').waitFor()
    await look(supervisor)
    expect(await supervisor.getByText(WANG.name).count()).toBe(0)
    await supervisor.getByLabel('公开的文字').fill('来了两趟才知道要去公安局')
    await supervisor.getByRole('button', { name: /^公\s*开$/ }).click()
    await supervisor.getByText('已公开').waitFor()
    await wang.goto('/ratings')
    await sees(wang, '来了两趟才知道要去公安局')
    expect(await wang.locator('main').innerText()).not.toContain('13912345678')
    await look(wang)
  })

  it('is given on a screen that is handed over, by nobody while staff are signed in on it', async () => {
    const liu = await city.visitor()
    await signsUp(liu, LIU)
    const kite = await applies(liu, { line: '60' })
    const officer = await staff(city, 'fengzheng')
    await isDeclined(officer, kite)

    // Given a code that the officer asked for
    await officer.getByRole('button', { name: '出评价码' }).click()
    const code = await officer.locator('.rating-code .rating-code-text').innerText()
    await look(officer)

    // When it is opened where the officer is signed in, there is nothing to rate with
    await officer.goto(`/rate/${code}/device`)
    await sees(officer, '先退出工作台，再交给办事人')
    expect(await officer.locator('.device-level').count()).toBe(0)
    await look(officer)
    await press(officer, '退出工作台并交给办事人', 'Sign out and hand it over')

    // Then the person served chooses, confirms and is thanked, and the desk is shut behind
    await officer.locator('.device-level').first().waitFor()
    await look(officer)
    await officer.getByRole('link', { name: '满意', exact: true }).click()
    await sees(officer, '您选的是：满意')
    await look(officer)
    await press(officer, '确认评价', 'Confirm')
    await sees(officer, '谢谢您的评价')
    await officer.goto('/desk/')
    await officer.locator('[name=account]').waitFor()

    // And the person served learns of it and may say that it was not he
    await liu.goto('/my/ratings')
    await liu
      .getByRole('link', { name: /风筝放飞许可/ })
      .first()
      .click()
    await sees(liu, '这次评价是凭评价码作出的')
    await look(liu)
    await press(liu, '不是我评的', 'It was not me')
    await liu.locator('.rate-levels').waitFor()
  })
})
