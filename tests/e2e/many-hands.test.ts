import { isRefusal } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../apps/server/demo/people.ts'
import { anUpload, aPdf } from '../../modules/approvals/testing/index.ts'
import { KITE, opensTheCase, type Submitted, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import {
  accepts,
  choose,
  concludesTheStep,
  confirm,
  isDone,
  offered,
  opens,
  send,
  staff,
} from './desk-steps.ts'
import { look } from './look.ts'

const FISHING = '2102-HY-XK-0001'
let city: City
let wang: Page
let uploads = 0

beforeAll(async () => {
  city = await aCity()
  await city.server.modules.identity.addStaff(
    {
      account: 'daiti',
      name: '周代替',
      organ: 'sports-bureau',
      roles: ['handling-officer'],
      password: DEMO_PASSWORD,
    },
    { kind: 'system', id: 'e2e', name: '' },
  )
  wang = await city.visitor()
  await wang.goto('/')
  await signsUp(wang, WANG)
})
afterAll(() => city?.close())

const client = (who: Parameters<typeof clientAs>[1]) => clientAs(city.server.modules.approvals.handlers, who)

function granted<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { refused: true }>
}

async function citizen() {
  const me = await wang.evaluate(async () => (await fetch('/api/identity/me')).json())
  return { kind: 'citizen' as const, id: me.id as string, name: WANG.name, session: 'e2e' }
}

/** The kite permit, or another item by its first example, applied for by whoever signed up. */
async function applies(item = KITE, line = 80): Promise<Submitted> {
  const me = client(await citizen())
  const { item: definition } = granted(await me.getItemGuide({ params: { code: item }, query: {} }))
  const materials = []
  for (const { id } of definition.materials) {
    const name = `${id}.pdf`
    const file = granted(await me.uploadFile({ upload: anUpload(name, aPdf(`m${uploads++}`)) }))
    materials.push({ material: id, files: [{ digest: file.digest, name }] })
  }
  const kite = {
    name: WANG.name,
    phone: WANG.phone,
    land: 'public',
    site: { region: '210202001002', detail: '人民路 1 号' },
    day: '2027-01-20',
    'line-length': line,
    night: false,
  }
  const form = item === KITE ? kite : (definition.examples?.[0]?.given ?? {})
  const input = { item, applicant: { kind: 'person' as const }, form, materials }
  return granted(await me.submitApplication({ input }))
}

describe('many hands', () => {
  it('a quota: places go by the order of acceptance, and who waits reads where he stands', async () => {
    const office = client({
      kind: 'staff',
      id: '019ab000-0000-7000-8000-0000000000aa',
      name: '程海洋',
      organ: 'ocean',
      roles: ['handling-officer'],
      session: 'e2e',
    })
    const cases: Submitted[] = []
    for (let n = 0; n < 4; n++) cases.push(await applies(FISHING))
    for (const { id } of cases)
      granted(await office.acceptApplication({ params: { id }, input: { expected: 1 } }))
    const last = cases[3]
    if (!last) throw new Error('four were submitted')
    await opensTheCase(wang, last)
    await sees(wang, '排在第 1 位')
    await wang.goto(`/items/${FISHING}/quota`)
    await sees(wang, last.number)
    await look(wang)
  })

  it('a head names a substitute, an administrator approves, and the substitute decides for him', async () => {
    const kite = await applies()
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    await accepts(officer)
    await concludesTheStep(officer, '材料齐全，符合条件。')
    const head = await staff(city, 'jueding')
    await head.goto('/desk/mandates')
    await head.getByText('还没有代理授权').waitFor()
    await look(head)
    await head.getByRole('button', { name: '请人代理或授权' }).click()
    await head.getByLabel('代理人').click()
    await head.locator('.ant-select-item-option', { hasText: '周代替' }).click()
    await head.getByLabel('从', { exact: true }).fill('2026-11-20')
    await head.getByLabel('到', { exact: true }).fill('2026-12-10')
    await head.getByRole('textbox', { name: '原因' }).fill('外出开会，期间请周代替代为办理。')
    await look(head)
    await head.getByRole('button', { name: '提出', exact: true }).click()
    await head.getByText('待批准').first().waitFor()
    const administrator = await staff(city, 'guanli')
    await administrator.goto('/desk/mandates')
    await administrator.getByRole('button', { name: '批准 周代替 代 何首席', exact: true }).click()
    await confirm(administrator)
    await administrator.getByText('生效中').waitFor()
    await look(administrator)
    const substitute = await staff(city, 'daiti')
    await substitute.goto('/desk/inbox?view=to-do')
    await substitute.getByText('代 何首席').first().waitFor()
    await opens(substitute, kite)
    await substitute.getByText('代 何首席 办理').waitFor()
    await choose(substitute, '作出决定', 'Decide')
    await substitute.getByRole('radio', { name: '准予许可', exact: true }).check()
    await send(substitute, '作出决定…', 'Decide…')
    await confirm(substitute)
    await isDone(substitute, '决定已作出。', 'The decision is made.')
    await opensTheCase(wang, kite)
    await sees(wang, '周代替（代 何首席）')
  })

  it('a case is transferred to the organ that is competent, and the citizen reads that the clock goes on', async () => {
    const kite = await applies(KITE, 60)
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    await accepts(officer)
    await choose(officer, '移送其他部门', 'Transfer to another organ')
    await officer.getByLabel('有权办理的部门').fill('公安局')
    await officer.locator('.ant-select-item-option', { hasText: '公安局' }).first().click()
    await officer.locator('.action-open textarea').fill('放飞场地在净空管制区边缘。')
    await look(officer)
    await send(officer, '移送…', 'Transfer…')
    await confirm(officer)
    await isDone(officer, '已移送，等待对方接收。', 'Offered; the organ’s answer is awaited.')
    const police = await staff(city, 'gongan')
    await opens(police, kite, 'opinions')
    await choose(police, '接收移送', 'Take the case')
    await send(police, '接收', 'Take it')
    await isDone(police, '已接收。', 'Taken.')
    await opensTheCase(wang, kite)
    await sees(wang, '办理期限没有因为移送而停止')
  })

  it('a duplicate is noticed and merged; a slip is put right by two', async () => {
    const [one, two] = [await applies(KITE, 70), await applies(KITE, 70)]
    const officer = await staff(city, 'fengzheng')
    await opens(officer, one)
    await accepts(officer)
    await opens(officer, two)
    await officer.getByText('疑似重复').first().waitFor()
    await choose(officer, '合并重复办件', 'Merge a duplicate')
    await officer.getByLabel('合并到的办件编号').fill(one.number)
    await officer.locator('.action-open textarea').fill('同一件事提交了两次。')
    await send(officer, '合并…', 'Merge…')
    await confirm(officer)
    await isDone(officer, '已合并。', 'Merged.')
    await opensTheCase(wang, two)
    await sees(wang, `已合并到 ${one.number}`)
    await opens(officer, two, 'concluded')
    await choose(officer, '撤销合并', 'Undo the merge')
    await officer.locator('.action-open textarea').fill('一件是周六的，一件是周日的。')
    await look(officer)
    await send(officer, '撤销合并…', 'Undo…')
    await confirm(officer)
    await isDone(officer, '已撤销合并，本件恢复办理。', 'Undone; the case goes on.')
    await opensTheCase(wang, two)
    await sees(wang, '合并已经撤销，从原来的环节继续办理')
    await look(wang)
    await opens(officer, one)
    await choose(officer, '更正登记差错', 'Rectify the record')
    await officer
      .locator('.action-open')
      .getByRole('checkbox', { name: /线长|长度/ })
      .check()
    await officer.locator('.action-open').getByRole('spinbutton').first().fill('75')
    await officer.locator('.action-open textarea').fill('方案写的是 75 米，录入有误。')
    await look(officer)
    await send(officer, '提出更正', 'Propose')
    await isDone(officer, '已提出，等待另一人确认。', 'Proposed; a second person has to confirm.')
    expect(await offered(officer)).not.toContain('确认更正')
    const other = await staff(city, 'daiti')
    await opens(other, one)
    await choose(other, '确认更正', 'Confirm the rectification')
    await send(other, '确认更正…', 'Confirm…')
    await confirm(other)
    await isDone(other, '登记已更正。', 'The record is put right.')
    await opensTheCase(wang, one)
    await sees(wang, '登记中的差错已更正')
  })
})
