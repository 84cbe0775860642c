import { datedValues } from '@mashang/approvals'
import { isRefusal, legalDayOf, type Who } from '@mashang/kit'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload, aPdf } from '../../modules/approvals/testing/index.ts'
import { downloadsPdf, LIU, type Person, press, reloadsUntil, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

const HOUSE = '2102-BD-QR-0001'
const DAY = '2026-11-23'

interface Applied {
  readonly id: string
  readonly number: string
}

describe('a fee', () => {
  let city: City
  let wang: Page
  let cashier: Page
  let first: Applied
  let second: Applied
  let order = ''
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('given a house sold, when it is accepted, then the buyer is told what he owes and why', async () => {
    wang = await city.visitor()
    first = await applies(city, wang, WANG, { 'extra-certificates': 1 })
    await wang.goto(`/my/applications/${first.id}`)
    await reloadsUntil(wang, wang.getByRole('heading', { name: '待缴费 ¥90.00' }))
    await sees(wang, /待缴费 ¥90\.00，缴费后才能准予/)
    await reloadsUntil(wang, wang.getByRole('link', { name: /缴费通知书/ }))
    const notice = await downloadsPdf(wang, wang.getByRole('link', { name: /缴费通知书/ }))
    expect(notice.subarray(0, 5).toString()).toBe('%PDF-')
    await look(wang)
    await wang.getByRole('link', { name: '去缴费' }).click()
    await sees(wang, '证书工本费（增领）')
    await sees(wang, '1 × ¥10.00 = ¥10.00')
    await sees(wang, '玖拾元整')
    await look(wang)
  })

  it('when it is not paid, then nobody can grant it', async () => {
    const granted = await decides(city, first.id)
    expect(isRefusal(granted) && granted.code).toBe('fee-is-owed')
  })

  it('when he pays at the demonstration’s counter, then he has a receipt that anyone can check', async () => {
    await press(wang, '网上缴费 ¥90.00', 'Pay ¥90.00 online')
    await sees(wang, '这是演示，不会动用任何资金')
    await look(wang)
    await press(wang, '模拟付款成功', 'Pretend that it was paid')
    await sees(wang, '已缴费 ¥90.00。')
    order =
      new URL(
        await wang.getByRole('link', { name: '公开查验' }).getAttribute('href').then(String),
        city.url,
      ).searchParams.get('number') ?? ''
    expect(order).toMatch(/^\d{10}$/)
    order = (await wang.locator('dd .code').first().innerText()).trim()
    await look(wang)
    await wang.getByRole('link', { name: '公开查验' }).click()
    await sees(wang, '这张票据是真的，现行有效')
    await sees(wang, '王*海')
    await look(wang)
    expect(isRefusal(await decides(city, first.id))).toBe(false)
  })

  it('given another who comes to the window, when she pays in cash, then she gets change and a receipt', async () => {
    const liu = await city.visitor()
    second = await applies(city, liu, LIU, {})
    await liu.goto(`/my/applications/${second.id}`)
    await reloadsUntil(liu, liu.getByRole('heading', { name: '待缴费 ¥80.00' }))
    cashier = await staff(city, 'shoufei')
    await cashier.getByRole('link', { name: second.number }).click()
    await cashier.getByLabel('实收（元）').fill('100')
    await cashier.getByText('找零 ¥20.00').waitFor()
    await look(cashier)
    await cashier.getByRole('button', { name: '窗口收款 ¥80.00' }).click()
    await cashier.getByText('已收款，电子票据已开具。').waitFor()
    await cashier.getByText('已缴费').first().waitFor()
  })

  it('when ten yuan were too much, then another approves the refund, and the receipt is reversed', async () => {
    await cashier.getByText('申请退费').first().click()
    await cashier.getByLabel('金额（元）').fill('10')
    await cashier.getByLabel('原因').fill('多收了工本费')
    await cashier.getByRole('button', { name: '申请退费' }).click()
    await cashier.getByText('已提交，等待审批。').waitFor()
    const overseer = await staff(city, 'jiancha')
    await overseer.goto('/desk/fees?tab=refunds')
    await overseer.getByText('待审批').waitFor()
    await look(overseer)
    await overseer.getByRole('link', { name: second.number }).click()
    await overseer.getByRole('button', { name: '批准退费' }).click()
    await overseer.getByText('已审批。').waitFor()
    await cashier.reload()
    await cashier.getByRole('button', { name: '退款 ¥10.00' }).click()
    await cashier.getByText('已退款，原票据已红字冲销。').waitFor()
    await cashier.getByText('部分退费').first().waitFor()
    await look(cashier)
  })

  it('given the bank’s file with one line that is not ours, when it is settled and the till counted, then the day is signed', async () => {
    await cashier.goto(`/desk/fees?tab=day&day=${DAY}`)
    const file = `订单号,类型,金额（元）,交易时间,银行流水号\n${order},收款,90.00,${DAY} 10:30:00,B1\n261123000009999,收款,5.00,,B2\n`
    await cashier
      .getByLabel('导入银行对账文件（CSV）')
      .setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await cashier.getByText('一致 1 笔，待处理 1 笔').waitFor()
    await look(cashier)
    await cashier.getByLabel('处理情况 261123000009999').fill('他人误转，银行已退回')
    await cashier.getByRole('button', { name: /^处\s*理$/ }).click()
    await cashier.getByText('一致 1 笔，待处理 0 笔').waitFor()
    await cashier.getByLabel('盘点现金').fill('70')
    await cashier.getByRole('button', { name: /^盘\s*点$/ }).click()
    await cashier.getByRole('cell', { name: '¥0.00' }).first().waitFor()
    await cashier.getByRole('button', { name: '签字结账' }).click()
    await cashier.locator('.ant-popconfirm-buttons .ant-btn-primary').click()
    await cashier.getByText(/唐收费 于 .* 签字结账/).waitFor()
    await look(cashier)
  })

  it('given a fee that was paid twice, when the payer asks for it back, then it is looked into, approved, and he is told', async () => {
    await wang.goto('/my/account')
    await wang.getByRole('link', { name: '我的缴费：待缴的费用和票据' }).click()
    await sees(wang, '缴费记录')
    await look(wang)
    await wang.locator(`main a[href="/my/applications/${first.id}/fees"]`).click()
    await wang.getByRole('link', { name: '多缴了、缴错了？申请退费' }).click()
    await wang.locator('[name=amount]').fill('90.001')
    await press(wang, '提交申请', 'Send the request')
    await sees(wang, '有 3 处需要修改')
    await look(wang)
    await wang.getByLabel('重复缴费').check()
    await wang.locator('[name=amount]').fill('90')
    await wang.locator('[name=reason]').fill('同一笔费用又到窗口交了一次现金。')
    await press(wang, '提交申请', 'Send the request')
    await sees(wang, '已收到您的退费申请')
    await look(wang)
    await cashier.goto('/desk/fees?tab=refunds')
    await cashier.getByText('待核实').waitFor()
    await cashier.getByRole('link', { name: first.number }).click()
    await cashier.getByLabel('核实情况（交款人会收到）').fill('查实窗口另收一次，全额退回。')
    await look(cashier)
    await cashier.getByRole('button', { name: '提交审批' }).click()
    await cashier.getByText('已答复，已通知交款人。').waitFor()
    const overseer = await staff(city, 'jiancha')
    await overseer.goto(`/desk/fees/${first.id}`)
    await overseer.getByRole('button', { name: '批准退费' }).click()
    await overseer.getByText('已审批。').waitFor()
    await wang.goto('/demo/messages')
    await reloadsUntil(wang, wang.getByText(/已退款 ¥90\.00/))
    await wang.goto(`/prefer?language=en&next=/my/applications/${first.id}/fees`)
    await sees(wang, '¥90.00 paid, ¥90.00 given back.')
    await look(wang)
    await wang.goto('/my/fees')
    await look(wang)
  })
})

/** Applies for the registration of a house, and a window accepts it. */
async function applies(city: City, page: Page, person: Person, more: object): Promise<Applied> {
  await page.goto('/sign-up')
  await signsUp(page, person)
  const { handlers } = city.server.modules.approvals
  const me = await page.evaluate(async () => (await fetch('/api/identity/me')).json())
  const who: Who = { kind: 'citizen', id: String(me.id), name: person.name, session: 'journey' }
  const { item } = city.server.modules.profile.items.find((one) => one.item.code === HOUSE) ?? {}
  if (!item) throw new Error('the profile has no registration of houses')
  const base = { who, language: 'zh' as const, params: undefined, query: undefined }
  const materials = []
  for (const material of item.materials) {
    if (material['satisfied-by']?.['licence-type'] === 'resident-identity-card') continue
    const upload = anUpload('材料.pdf', aPdf(material.id + person.phone))
    const file = done(
      await handlers.uploadFile({ ...base, input: undefined, key: material.id + person.phone, upload }),
    )
    materials.push({ material: material.id, files: [{ digest: file.digest, name: file.name }] })
  }
  const form = {
    ...datedValues(item.examples?.[0]?.given ?? {}, legalDayOf(city.clock.now())),
    ...more,
  }
  const input = { item: HOUSE, applicant: { kind: 'person' as const }, form, materials }
  const { id, number, revision } = done(
    await handlers.submitApplication({ ...base, input, key: `apply ${person.phone}` }),
  )
  done(
    await handlers.acceptApplication({
      ...base,
      who: officer(['window-clerk']),
      params: { id },
      input: { expected: revision },
      key: `accept ${person.phone}`,
    }),
  )
  return { id, number }
}

/** Goes through what is left of the steps and grants; the refusal where it may not. */
async function decides(city: City, id: string) {
  const { handlers } = city.server.modules.approvals
  const who = officer(['handling-officer', 'inspector', 'approval-head'])
  const base = { who, language: 'zh' as const, params: { id }, query: undefined }
  for (let step = 0; step < 5; step++) {
    const view = done(await handlers.getCase({ ...base, input: undefined, key: '' }))
    const input = { expected: view.revision }
    const key = `${id} ${view.revision}`
    const granted = await handlers.decideApplication({
      ...base,
      input: { ...input, outcome: 'grant', reasons: '' },
      key: `${key} grant`,
    })
    if (!isRefusal(granted) || granted.code !== 'steps-still-open') return granted
    const passed = { ...input, passed: true, findings: '材料齐全，符合规定。' }
    done(await handlers.concludeStep({ ...base, input: passed, key: `${key} step` }))
  }
  throw new Error('the steps never end')
}

function officer(roles: Extract<Who, { kind: 'staff' }>['roles']): Who {
  return {
    kind: 'staff',
    id: 'journey',
    name: '于登记',
    organ: 'real-estate-registration',
    roles,
    session: 'journey',
  }
}

function done<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, { refused: true }>
}
