/** 联合验收: asked for once, all offices on one day, what failed looked at again, one opinion that anyone can check. */
import { datedValues } from '@mashang/approvals'
import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { Client, StaffRole, Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { A_BUILDER, FACTS, granted } from '@mashang/projects/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { press, reloadsUntil, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'
import { dayOf, form, gives, isVerified, opensTheDuty, projectsAs, whoIs } from './project-steps.ts'
import { aPdf } from './sheet-steps.ts'

/** Who comes for each office that takes part, by the account at the desk. */
const OFFICES = { ziran: '沈自然', renfang: '陈人防', shuiwu: '何水务' } as const
const DEFECT = '三层走道应急照明缺两处'

let city: City
let builder: Page
let lead: Page
let project: string

beforeAll(async () => {
  city = await aCity()
  builder = await city.visitor({ viewport: { width: 390, height: 844 } })
})
afterAll(() => city?.close())

describe('the joint acceptance of the works', () => {
  it('given works without a building permit, then the owner is told what comes first', async () => {
    await signsUp(builder, WANG)
    const who = await whoIs(builder)
    granted(await clientAs(city.server.modules.identity.handlers, who).addEnterprise({ input: A_BUILDER }))
    const input = { owner: A_BUILDER.uscc, facts: FACTS }
    const { id, code } = granted(await projectsAs(city, who).registerProject({ input }))
    project = `/projects/${id}`
    await builder.goto(`${project}/acceptance`)
    await sees(builder, '现在还不能申请')
    await look(builder)
    await isPermitted(city, who, code ?? '')
  })

  it('when the owner asks once, then the lead office sets one day for all', async () => {
    await reloadsUntil(builder, builder.locator('#completedOn'))
    await builder.locator('#completedOn').fill('2026-11-20')
    await builder.locator('#contact').fill('王小海 13900000001')
    await look(builder)
    await press(builder, '申请联合验收', 'Ask for the joint acceptance')
    await sees(builder, '正在约定验收日期')
    await look(builder)
    lead = await opensTheDuty(city, 'zhujian', '定验收日期')
    await setsTheVisit(lead)
    await sees(await reloaded(builder), '工地东门')
  })

  it('when each office has come with two, then all that failed stands on one list', async () => {
    for (const [account, name] of Object.entries(OFFICES)) {
      const page = await opensTheDuty(city, account, '确定验收人员')
      await namesTheStaff(page, name)
      await concludes(page, '符合要求')
      await page.getByText('符合要求').first().waitFor()
    }
    await namesTheStaff(lead, '韩住建')
    const failing = form(lead, '提出验收结论')
    await failing.getByRole('radio', { name: '需整改' }).check()
    await failing.getByLabel('情况').fill('应急照明不全')
    await failing.getByRole('button', { name: '加一项整改' }).click()
    await failing.getByLabel('问题').fill(DEFECT)
    await failing.getByLabel('最迟').fill('2026-12-04')
    await look(lead)
    await gives(lead, '提出验收结论')
    await lead.getByText('整改中', { exact: true }).waitFor()
    await look(lead)
    await sees(await reloaded(builder), DEFECT)
    await look(builder)
  })

  it('when it is put right, then only the office that failed comes again, and one opinion is issued', async () => {
    await builder.locator('[name^=item-]').fill('已补装并测试')
    await press(builder, '报告整改完成', 'Report it put right')
    await sees(builder, '已补装并测试')
    await lead.reload()
    await setsTheVisit(lead)
    await namesTheStaff(lead, '韩住建')
    await form(lead, '提出验收结论')
      .getByRole('checkbox', { name: new RegExp(DEFECT) })
      .check()
    await concludes(lead, '整改到位')
    await lead.getByText('已通过', { exact: true }).first().waitFor()
    await look(lead)
    await reloadsUntil(builder, builder.getByRole('link', { name: '竣工联合验收意见书（PDF）' }))
    await look(builder)
    expect(await builder.locator('main').innerText()).toContain('工程验收合格')
    await isVerified(builder, await city.visitor(), '竣工联合验收意见书')
  })
})

async function reloaded(page: Page): Promise<Page> {
  await page.reload()
  return page
}

async function setsTheVisit(page: Page): Promise<void> {
  const visit = form(page, '定验收日期')
  await visit.getByLabel('日期').fill(dayOf(city))
  await visit.getByLabel(/时间/).fill('09:00')
  await visit.getByLabel(/地点/).fill('工地东门')
  await gives(page, '定验收日期')
  await form(page, '确定本部门验收人员').waitFor()
}

/** Nobody comes alone: with one name the office is told so. */
async function namesTheStaff(page: Page, name: string): Promise<void> {
  const staffed = form(page, '确定本部门验收人员')
  await staffed.getByRole('textbox').fill(`${name}、钱协查`)
  await gives(page, '确定本部门验收人员')
  await page.getByText(`${name}、钱协查`).last().waitFor()
}

async function concludes(page: Page, findings: string): Promise<void> {
  await form(page, '提出验收结论').getByLabel('情况').fill(findings)
  await gives(page, '提出验收结论')
  await form(page, '提出验收结论').waitFor({ state: 'detached' })
}

const ROLES: readonly StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']

/** The building permit, as other journeys tell it step by step. */
async function isPermitted({ server }: City, owner: Who, code: string): Promise<void> {
  const { approvals, profile } = server.modules
  const me: Client<typeof approvalsEndpoints> = clientAs(approvals.handlers, owner)
  const item = profile.items.find((one) => one.item.code === '2102-ZJ-XK-0001')?.item
  if (!item) throw new Error('the city has a building permit')
  const given = datedValues(item.examples?.[0]?.given ?? {}, dayOf(city))
  const materials = []
  for (const { id } of item.materials) {
    const { name, mimeType: type, buffer } = aPdf(id)
    const body = (async function* () {
      yield new Uint8Array(buffer)
    })()
    materials.push({ material: id, files: [granted(await me.uploadFile({ upload: { name, type, body } }))] })
  }
  const input = {
    item: item.code,
    applicant: { kind: 'enterprise' as const, uscc: A_BUILDER.uscc },
    form: { ...given, 'project-code': code },
    materials,
  }
  const { id } = granted(await me.submitApplication({ input }))
  const officer: Who = {
    kind: 'staff',
    id: 'e2e',
    name: '韩住建',
    organ: item.organ,
    roles: ROLES,
    session: 's',
  }
  const desk: Client<typeof approvalsEndpoints> = clientAs(approvals.handlers, officer)
  let view = granted(await desk.acceptApplication({ params: { id }, input: { expected: 1 } }))
  while (view.actions.includes('concludeStep')) {
    const done = { expected: view.revision, passed: true, findings: '齐全', with: ['钱协查'] }
    view = granted(await desk.concludeStep({ params: { id }, input: done }))
  }
  const decision = { expected: view.revision, outcome: 'grant' as const, reasons: '' }
  granted(await desk.decideApplication({ params: { id }, input: decision }))
}
