import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { opensTheCase, type Submitted, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import {
  accepts,
  choose,
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
  chooses,
  codeAt,
  copiesTheItem,
  handsItIn,
  laysTheSteps,
  type Way,
  writesTheElements,
} from './office-steps.ts'

let city: City
let editor: Page
let approver: Page
let wang: Page
let officer: Page
let first = ''

beforeAll(async () => {
  city = await aCity()
  editor = await staff(city, 'mulu')
  approver = await staff(city, 'guanli')
  officer = await staff(city, 'tiyu')
  wang = await city.visitor()
  await signsUp(wang, WANG)
})
afterAll(() => city?.close())

/** An item of this kind, from its draft to its publication; what only its author can say is said in between. */
async function makes(name: string, way: Way, says?: () => Promise<void>): Promise<string> {
  await copiesTheItem(editor, first, name)
  await laysTheSteps(editor, way)
  await says?.()
  const address = await handsItIn(editor)
  await approvesAndPublishes(approver, address)
  return codeAt(address)
}

/** Another organ, which finds the case in its own inbox, agrees. */
async function agrees(account: string, found: Submitted): Promise<void> {
  const page = await staff(city, account)
  await opens(page, found, 'opinions')
  await choose(page, '反馈意见', 'Give your opinion')
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await send(page, '反馈意见', 'Give opinion')
  await page.locator('.actions .done, .failure, .trouble').first().waitFor()
}

async function asksForOpinions(): Promise<void> {
  await choose(officer, '征求意见', 'Ask for opinions')
  await officer.locator('.action-open textarea').fill('请就场地占用提出意见。')
  await send(officer, '征求意见', 'Ask')
  await isDone(officer, '已征求意见。', 'The opinions are asked for.')
}

async function isGranted(found: Submitted): Promise<void> {
  await opensTheCase(wang, found)
  await sees(wang, '准予')
}

describe('an item of every kind, by whoever reads only the desk', () => {
  it('with plain steps: made from nothing, published, applied for and granted', async () => {
    await beginsAnItem(editor, '沙滩排球场占用许可')
    await writesTheElements(editor)
    first = await handsItIn(editor)
    await approvesAndPublishes(approver, first)
    const found = await appliesForTheNew(wang, codeAt(first))
    await opens(officer, found)
    await accepts(officer)
    await concludesTheStep(officer, '符合条件。')
    await grants(officer)
    await isGranted(found)
  })

  it('on the spot: taken in and decided at a window while she waits', async () => {
    await makes('当日散场占用许可', { onTheSpot: true })
    const clerk = await staff(city, 'chuangkou')
    await clerk.goto('/desk/window')
    await clerk.getByLabel('事项名称或常用说法').fill('当日散场占用')
    await clerk.getByRole('button', { name: /当日散场占用许可/ }).click()
    await clerk.getByLabel('身份证号、手机号或统一社会信用代码').fill(WANG.idCard)
    await clerk.getByRole('button', { name: '查找' }).click()
    await clerk.locator('.window-option', { hasText: WANG.name }).click()
    await clerk.getByRole('button', { name: '开始收件' }).click()
    await clerk.locator('.window-whom').getByText(WANG.name).waitFor()
    await clerk.getByLabel('占用场地').fill('星海湾沙滩排球场')
    await clerk.getByRole('radio', { name: /^当场受理/ }).check()
    await look(clerk)
    await clerk.getByRole('button', { name: '收件', exact: true }).click()
    await clerk.getByRole('dialog').getByRole('button', { name: '收件' }).click()
    await clerk.waitForURL(/\/window\/taken\//)
    await clerk.getByText('即办件：可以现在就办结').waitFor()
    await clerk.getByRole('radio', { name: '准予许可', exact: true }).check()
    await clerk.getByRole('button', { name: '作出决定…' }).click()
    await clerk.getByRole('dialog').getByRole('button').last().click()
    await clerk.getByText('决定已作出。').first().waitFor()
    await look(clerk)
  })

  it('reviewed jointly: the check asks which organs, they answer, and it is granted', async () => {
    const code = await makes('沿街赛事场地许可', { passes: ['联合审查'] }, async () => {
      await editor
        .getByText(/要写明征求哪些部门的意见/)
        .first()
        .waitFor()
      await chooses(editor, editor, '征求意见的部门（选填）', '大连市公安局')
      await chooses(editor, editor, '征求意见的部门（选填）', '大连市自然资源局')
    })
    const found = await appliesForTheNew(wang, code)
    await opens(officer, found)
    await accepts(officer)
    await concludesTheStep(officer, '符合条件。')
    await asksForOpinions()
    await agrees('gongan', found)
    await agrees('ziran', found)
    await opens(officer, found)
    await concludesTheStep(officer, '两部门均同意。')
    await grants(officer)
    await isGranted(found)
  })

  it('reviewed by the district first: the form gains the address that says which', async () => {
    const code = await makes('社区场地占用许可', { passes: ['下级初审'] })
    const found = await appliesForTheNew(wang, code)
    await opens(officer, found)
    await accepts(officer)
    await asksForOpinions()
    await agrees('zhongshan', found)
    await opens(officer, found)
    await concludesTheStep(officer, '区审批局初审同意。')
    await concludesTheStep(officer, '符合条件。')
    await grants(officer)
    await isGranted(found)
  })

  it('signed by several: the first signature decides nothing, the second does', async () => {
    const code = await makes('大型赛事场地许可', { passes: ['多人签批'] })
    const found = await appliesForTheNew(wang, code)
    await opens(officer, found)
    await accepts(officer)
    await concludesTheStep(officer, '符合条件。')
    await choose(officer, '作出决定', 'Decide')
    await officer.getByRole('radio', { name: '准予许可', exact: true }).check()
    await send(officer, '作出决定…', 'Decide…')
    await confirm(officer)
    await isDone(
      officer,
      '已签署；其他人都签署后决定生效。',
      'Signed; it is decided once everyone has signed.',
    )
    expect(await officer.locator('main').innerText()).toContain('已签署 1 / 2')
    const second = await staff(city, 'jueding')
    await opens(second, found)
    await grants(second)
    await isGranted(found)
  })
})
