import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { follow, KITE, press, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

const TEXT = '孩子的风筝线有一百二十米长，可以放吗？'
const ANSWER = '线长不超过一百米的才可以放飞，请换短线后申请。'
const FAQ = [
  ['问题（中文）', '风筝线最长可以多长？'],
  ['回答（中文）', '不超过一百米。'],
  ['问题（英文）', 'How long may the line be?'],
  ['回答（英文）', 'Not longer than one hundred metres.'],
] as const

describe('a question about an item', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('is asked from the guide, answered in time, and becomes a question often asked that everyone finds', async () => {
    const wang = await city.visitor({ viewport: { width: 390, height: 844 } })
    await signsUp(wang, WANG)
    await wang.goto(`/items/${KITE}`)
    await follow(wang, '咨询本事项', 'Ask about this service')
    await wang.waitForURL(/\/ask$/)
    await look(wang)
    await press(wang, '下一步', 'Next')
    await sees(wang, '请把问题写清楚，至少 5 个字。')
    await look(wang)
    await wang.locator('#text').fill(TEXT)
    await press(wang, '下一步', 'Next')
    const send = wang.getByRole('button', { name: '发出咨询' })
    await wang.locator('h1').waitFor()
    if (await send.isVisible()) {
      await look(wang)
      await send.click()
    }
    await wang.waitForURL(/\/my\/questions\/[0-9a-f-]+\?sent=1$/)
    await sees(wang, '咨询已发出')
    await look(wang)

    const officer = await staff(city, 'fengzheng')
    await officer.goto('/desk/questions')
    await officer.getByRole('link', { name: TEXT }).waitFor()
    await look(officer)
    await officer.getByRole('link', { name: TEXT }).click()
    await officer.getByLabel('答复内容').fill(ANSWER)
    await look(officer)
    await officer.getByRole('button', { name: '发出答复' }).click()
    await officer.getByText(ANSWER).first().waitFor()

    for (const [label, text] of FAQ) await officer.getByLabel(label).fill(text)
    await officer.getByRole('button', { name: '推荐为常见问题' }).click()
    await officer.getByText('已推荐，等待发布。').waitFor()
    await look(officer)

    await wang.reload()
    await sees(wang, ANSWER)
    await look(wang)
    await wang.locator('#text').fill('灯笼线也算在里面吗？')
    await press(wang, '发出追问', 'Send')
    await wang.waitForURL(/\?sent=1$/)
    await sees(wang, '灯笼线也算在里面吗？')
    expect(await wang.getByRole('button', { name: '发出追问' }).count()).toBe(0)

    const editor = await staff(city, 'mulu')
    await editor.goto('/desk/faqs')
    await editor.getByRole('button', { name: /^发布/ }).click()
    await editor.getByRole('dialog').getByLabel('问题（中文）').waitFor()
    await look(editor)
    await editor.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await editor.getByText('已发布', { exact: true }).waitFor()
    await look(editor)

    const anyone = await city.visitor()
    await anyone.goto('/questions?text=风筝线可以放多长')
    await sees(anyone, '风筝线最长可以多长？')
    await look(anyone)
    await anyone.goto(`/items/${KITE}`)
    await sees(anyone, '风筝线最长可以多长？')
  })

  it('shows to supervision when nobody answers in time', async () => {
    city.clock.passDays(7)
    const overseer = await staff(city, 'jiancha')
    await overseer.goto('/desk/questions?view=overdue')
    await overseer.getByRole('link', { name: '灯笼线也算在里面吗？' }).waitFor()
    await overseer.getByText(/超期/).first().waitFor()
    await look(overseer)
  })
})
