import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIU, opensTheCase, press, type Submitted, sees, signsIn, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import {
  accepts,
  choose,
  concludesTheSiteCheck,
  concludesTheStep,
  confirm,
  grants,
  isDone,
  opens,
  send,
  staff,
} from './desk-steps.ts'
import { look } from './look.ts'
import { appliesForTheNew } from './new-item-steps.ts'
import {
  approvesAndPublishes,
  beginsAnItem,
  codeAt,
  copiesTheItem,
  fills,
  goesTo,
  handsItIn,
  laysTheSteps,
  type Way,
  writesTheElements,
} from './office-steps.ts'

let city: City
let editor: Page
let approver: Page
let wang: Page
let liu: Page
let officer: Page
let first = ''
/** Cases that wait for days to pass. */
let announced: Submitted
let heard: Submitted
let raffle = ''
let entered: readonly Submitted[] = []

beforeAll(async () => {
  city = await aCity()
  editor = await staff(city, 'mulu')
  approver = await staff(city, 'guanli')
  officer = await staff(city, 'tiyu')
  wang = await city.visitor()
  await signsUp(wang, WANG)
  liu = await city.visitor()
  await signsUp(liu, LIU)
})
afterAll(() => city?.close())

/** An item of this kind, from its draft to its publication; the first from nothing, the others as copies of it. */
async function makes(name: string, way: Way, says?: () => Promise<void>): Promise<string> {
  if (first) await copiesTheItem(editor, first, name)
  else {
    await beginsAnItem(editor, name)
    await writesTheElements(editor)
  }
  await laysTheSteps(editor, way)
  await says?.()
  const address = await handsItIn(editor)
  await approvesAndPublishes(approver, address)
  if (!first) first = address
  return codeAt(address)
}

async function isTakenIn(found: Submitted): Promise<void> {
  await opens(officer, found)
  await accepts(officer)
  await concludesTheStep(officer, '符合条件。')
}

async function types(texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts))
    await officer.locator('.action-open').getByLabel(label).first().fill(text)
}

describe('an item of every procedure, by whoever reads only the desk', () => {
  it('announced: a neighbour objects, and is answered', async () => {
    const code = await makes('夜间赛事场地许可', { passes: ['公示', '现场核查'] })
    announced = await appliesForTheNew(wang, code)
    await isTakenIn(announced)
    await concludesTheSiteCheck(officer, '灯光不直射居民楼。', '冯核查')
    await choose(officer, '发布公示', 'Announce')
    await types({ 公示内容: '拟准予夜间使用星海湾沙滩排球场。' })
    await send(officer, '发布公示…', 'Announce…')
    await confirm(officer)
    await isDone(officer, '公示已发布。', 'It is announced.')
    await liu.goto(`/announcements/${announced.id}`)
    await liu.locator('textarea[name=text]').fill('夜里广播影响休息，请限定结束时间。')
    await press(liu, '提交异议', 'Send the objection')
    await sees(liu, '等待答复')
    await opens(officer, announced)
    await choose(officer, '答复异议', 'Answer an objection')
    await officer.getByLabel('异议').click()
    await officer.locator('.ant-select-item-option').first().click()
    await types({ 答复: '已限定二十一时结束。' })
    await officer.getByRole('radio', { name: '采纳', exact: true }).check()
    await send(officer, '答复', 'Answer')
    await isDone(officer, '已答复异议。', 'The objection is answered.')
  })

  it('reviewed by experts: three of them, each with an opinion, and their conclusion', async () => {
    const code = await makes('高空表演场地许可', { passes: ['专家评审'] })
    const found = await appliesForTheNew(wang, code)
    await isTakenIn(found)
    await choose(officer, '组成专家组', 'Form a panel')
    await types({ 专家: '甲专家，结构\n乙专家，安全\n丙专家，气象', 评审事项: '评审表演设施的安全方案' })
    await look(officer)
    await send(officer, '组成专家组', 'Form the panel')
    await isDone(officer, '专家组已组成。', 'The panel is formed.')
    for (const expert of ['甲专家', '乙专家', '丙专家']) {
      await choose(officer, '登记专家意见', 'Record an expert’s opinion')
      await officer.locator('.action-open').getByRole('combobox').click()
      await officer.locator('.ant-select-item-option', { hasText: expert }).first().click()
      await officer.getByRole('radio', { name: '同意', exact: true }).check()
      await types({ 具体意见: '方案可行。' })
      await send(officer, '登记意见', 'Record')
      await isDone(officer, '专家意见已登记。', 'The opinion is recorded.')
    }
    await choose(officer, '登记专家组结论', 'Record the conclusion')
    await officer.locator('.action-open').getByRole('radio', { name: '通过', exact: true }).check()
    await types({ 具体意见: '三位专家一致认为方案可行。' })
    await send(officer, '登记结论', 'Record')
    await isDone(officer, '专家组结论已登记。', 'The conclusion is recorded.')
    await concludesTheStep(officer, '专家评审通过。')
    await grants(officer)
    await opensTheCase(wang, found)
    await sees(wang, '准予')
  })

  it('with a hearing: the right is told, the applicant asks for it, and it is called', async () => {
    const code = await makes('封路活动场地许可', { passes: ['听证'] })
    heard = await appliesForTheNew(wang, code)
    await isTakenIn(heard)
    await choose(officer, '告知听证权利', 'Tell of the right to a hearing')
    await types({ 涉及的重大利益关系: '封路影响沿街商户经营。', 利害关系人: '沿街商户代表' })
    await send(officer, '告知听证权利', 'Tell them')
    await isDone(officer, '已告知听证权利。', 'The right is told.')
    await opensTheCase(wang, heard)
    await wang.locator('[name=reason]').fill('希望当面说明封路时段。')
    await press(wang, '要求听证', 'Ask for a hearing')
    await opens(officer, heard, 'stopped')
    await choose(officer, '通知听证', 'Call the hearing')
    const day = new Date(city.clock.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10)
    await types({ 日期: day, 地点: '政务中心听证室', 主持人: '马主持', 记录人: '田记录' })
    await look(officer)
    await send(officer, '发出听证通知', 'Send the notice')
    await isDone(officer, '已通知听证。', 'The hearing is called.')
  })

  it('limited and drawn: two apply in time for one place', async () => {
    const closes = new Date(city.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
    raffle = await makes('海滩摊位许可', { places: '限额：截止后摇号' }, async () => {
      await goesTo(editor, '时限')
      await fills(editor, '申请截止日', closes)
      await look(editor)
    })
    entered = [await appliesForTheNew(wang, raffle), await appliesForTheNew(liu, raffle)]
    for (const found of entered) await isTakenIn(found)
    await officer.goto('/desk/places')
    await officer.getByText(`${closes} 后可以摇号`).waitFor()
    await look(officer)
  })

  it('and when their days are over: what was announced is granted', async () => {
    city.clock.passDays(10)
    officer = await staff(city, 'tiyu')
    await signsIn(wang, WANG)
    await opens(officer, announced)
    await concludesTheStep(officer, '公示期满，异议已经答复。')
    await grants(officer)
    await opensTheCase(wang, announced)
    await sees(wang, '准予')
  })

  it('the hearing is held and recorded, and the decision rests on its record', async () => {
    await opens(officer, heard, 'stopped')
    await choose(officer, '登记听证笔录', 'Record the hearing')
    await types({ 参加人: '王小海、沿街商户代表', 笔录: '双方同意上午封路，午后恢复通行。' })
    await send(officer, '登记笔录', 'Record')
    await isDone(officer, '听证笔录已登记。', 'The hearing is recorded.')
    await concludesTheStep(officer, '根据听证笔录，符合条件。')
    await grants(officer)
    await opensTheCase(wang, heard)
    await sees(wang, '准予')
  })

  it('the desk calls the draw, the log draws, and anybody reads how', async () => {
    await officer.goto('/desk/places')
    const panel = officer.locator('.places', { hasText: '海滩摊位许可' })
    await panel.getByRole('button', { name: '宣布摇号' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.waitFor()
    await look(officer)
    await dialog.getByRole('button', { name: '宣布摇号' }).click()
    await panel.getByText('已摇号').waitFor()
    await panel.locator('summary').click()
    await look(officer)
    await wang.goto(`/items/${raffle}/quota`)
    await wang.getByText('怎样自己复核').click()
    await look(wang)
    const winner = (
      await wang.locator('tr', { hasText: '占用名额' }).locator('.code').first().innerText()
    ).trim()
    const drawn = entered.find(({ number }) => number === winner)
    const waits = entered.find(({ number }) => number !== winner)
    if (!drawn || !waits) throw new Error(`nobody has the number ${winner}`)
    await opens(officer, waits)
    await officer.getByText('排在第 1 位').first().waitFor()
    await opens(officer, drawn)
    await grants(officer)
    expect(await officer.locator('main').innerText()).toContain('准予')
  })
})
