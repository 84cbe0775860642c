/** An enterprise's project from its code to what is late: the owner on the public site, the offices at the desk. */
import { A_BUILDER, FACTS, granted } from '@mashang/projects/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { follow, press, reloadsUntil, sees, signsIn, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'
import { dayOf, form, gives, isVerified, opensTheDuty, picks, projectsAs, whoIs } from './project-steps.ts'
import { answersEveryQuestion, choosesTheAddress, givesEveryDocument } from './sheet-steps.ts'

let city: City
let builder: Page
let stranger: Page
let project: string

beforeAll(async () => {
  city = await aCity()
  builder = await city.visitor()
  stranger = await city.visitor()
})
afterAll(() => city?.close())

describe('an investment project', () => {
  it('given an enterprise, when it brings a code with a wrong digit, then it is told which; and gets a code of its own', async () => {
    await signsUp(builder, WANG)
    await builder.goto('/projects')
    await follow(builder, '登记项目', 'Register a project')
    await follow(builder, '去添加', 'Add it')
    await builder.locator('#uscc').fill(A_BUILDER.uscc)
    await builder.locator('#enterprise').fill(A_BUILDER.name)
    await press(builder, '添加', 'Add')
    await builder.waitForURL('**/projects/new')
    await look(builder)
    await describesTheProject(builder)
    await builder.locator('#project-code').fill('2411-130202-89-01-637016')
    await press(builder, '校验这个代码', 'Check this code')
    await sees(builder, /第 24 位/)
    await look(builder)
    await builder.locator('#project-code').fill('2411-130202-89-01-637015')
    await press(builder, '校验这个代码', 'Check this code')
    await sees(builder, '代码正确，校验位相符')
    expect(await builder.locator('[name=name]').inputValue()).toBe(FACTS.name)
    await builder.locator('#project-code').fill('')
    await press(builder, '登记并取得代码', 'Register and get the code')
    await builder.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
    project = builder.url()
    await sees(builder, /^2611-210200-89-03-\d{6}$/)
    await sees(builder, /合计 38 个工作日/)
    await look(builder)
  })

  it('when it asks for guidance, then an assistant is named at the desk, and everything is listed once', async () => {
    await builder.goto(`${project}/guidance`)
    await builder.locator('#question').fill('什么时候能开工？')
    await press(builder, '申请前期辅导', 'Ask for guidance')
    await sees(builder, '正在指定辅导专员')
    const lead = await opensTheDuty(city, 'ziran', '指定辅导专员')
    await picks(lead, form(lead, '指定辅导专员').getByRole('combobox'), '沈自然')
    await form(lead, '指定辅导专员')
      .getByLabel(/联系电话/)
      .fill('0411-65850100')
    await gives(lead, '指定辅导专员')
    await form(lead, '出具审批事项清单').getByRole('textbox').fill('备案和环评可以同时办。')
    await look(lead)
    await gives(lead, '出具审批事项清单')
    await lead.getByText('清单第 1 版').waitFor()
    await calls(lead, '排错日子的会')
    const wrong = lead.getByRole('region', { name: '排错日子的会' })
    await wrong.getByRole('button', { name: '取消会议…' }).click()
    await wrong.getByLabel('理由').fill('与其他会议冲突')
    await look(lead)
    await gives(lead, '取消会议')
    await wrong.getByText('与其他会议冲突').waitFor()
    await calls(lead, '方案和人防会商')
    await look(lead)
    await builder.reload()
    await sees(builder, '辅导专员：沈自然')
    await sees(builder, '备案和环评可以同时办。')
    await sees(builder, '与其他会议冲突')
    await look(builder)
  })

  it('when the offices meet, then the minutes bind who signed them, and their points are followed', async () => {
    const air = await opensTheDuty(city, 'renfang', '答复会议邀请')
    await form(air, '答复会议邀请')
      .getByLabel(/参加人/)
      .fill('陈人防')
    await gives(air, '答复会议邀请')
    await air.getByText(/参加 陈人防/).waitFor()
    const lead = await opensTheDuty(city, 'ziran', '湾区智能装备厂房')
    await writesMinutes(lead, city)
    await gives(lead, '签署纪要')
    await form(lead, '签署纪要').waitFor({ state: 'detached' })
    await look(lead)
    await air.reload()
    await gives(air, '签署纪要')
    await form(air, '签署纪要').waitFor({ state: 'detached' })
    await builder.reload()
    await press(builder, '签署纪要', 'Sign the minutes')
    await builder.getByRole('button', { name: /^这件事办完了/ }).click()
    await reloadsUntil(builder, builder.getByRole('link', { name: '会议纪要（PDF）' }))
    await look(builder)
    expect(await builder.locator('main').innerText()).not.toContain('面积以后再核')
    await isVerified(builder, stranger, '会议纪要')
  })

  it('when a stage is started, then one set of answers and documents makes several applications', async () => {
    await builder.goto(project)
    await builder.getByRole('link', { name: '一次提交本阶段' }).first().click()
    await builder.waitForURL(/\/stages\/land$/)
    await look(builder)
    for (const _ of ['once', 'and what the answers called for']) {
      await answersEveryQuestion(builder)
      await press(builder, '保存并检查', 'Save and check')
      await builder.waitForURL(/check=1/)
    }
    await givesEveryDocument(builder)
    await look(builder)
    await press(builder, '一次提交 3 件申请', 'Submit 3 applications at once')
    await builder.waitForURL(/#stage-land$/)
    const states = builder.locator('.stage').first().getByRole('link', { name: '办理中' })
    await states.nth(2).waitFor()
    await look(builder)
  })

  it('given weeks without an answer, then the plan says what is late and why', async () => {
    city.clock.passDays(21)
    await builder.context().clearCookies()
    await signsIn(builder, WANG)
    await builder.goto(project)
    await sees(builder, /项比计划晚/)
    await sees(builder, /晚 \d+ 个工作日，因为等待受理 \d+ 个工作日/)
    await builder.locator('.gantt').first().waitFor()
    await look(builder)
  })

  it('given a secret project, then nothing public tells of it, not even its code', async () => {
    const input = { owner: A_BUILDER.uscc, facts: { ...FACTS, name: '不公开的工程', secret: true } }
    const secret = granted(await projectsAs(city, await whoIs(builder)).registerProject({ input }))
    await stranger.goto('/projects/public')
    await sees(stranger, FACTS.name)
    await look(stranger)
    expect(await stranger.locator('main').innerText()).not.toContain('不公开的工程')
    await stranger.goto('/projects/public?text=不公开的工程')
    expect(await stranger.locator('main .item-line').count()).toBe(0)
    await stranger.goto(`/projects/code?code=${secret.code}`)
    await sees(stranger, '没有查到公开的项目信息')
    await look(stranger)
  })
})

async function describesTheProject(page: Page): Promise<void> {
  for (const [name, text] of [
    ['name', FACTS.name],
    ['investment', '128000000'],
    ['floor-area', '18600'],
    ['land-area', '12400'],
    ['plan-start', '2027-03-01'],
    ['plan-end', '2028-06-30'],
  ])
    await page.locator(`[name="${name}"]`).fill(String(text))
  for (const id of ['kind-filing', 'funding-private', 'industry-factory', 'land-sold', 'environment-form'])
    await page.locator(`#${id}`).check()
  for (const id of ['fire-special-no', 'air-defence-offsite-no', 'lightning-special-no', 'trees-no'])
    await page.locator(`#${id}`).check()
  for (const id of ['digs-road-yes', 'sewer-yes', 'secret-no']) await page.locator(`#${id}`).check()
  await choosesTheAddress(page, 'place', '210211')
}

async function calls(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: '召集会议…' }).click()
  const call = form(page, '召集会议')
  await call.getByLabel('议题').fill(subject)
  await call.getByLabel('日期').fill(dayOf(city))
  await call.getByLabel(/时间/).fill('15:00')
  await call.getByLabel(/地点/).fill('三楼会商室')
  await picks(page, call.getByRole('combobox'), '市国动办', '防空')
  await page.keyboard.press('Escape')
  await gives(page, '召集会议')
  await page.getByRole('region', { name: subject }).waitFor()
}

async function writesMinutes(page: Page, { clock }: City): Promise<void> {
  const minutes = form(page, '写会议纪要')
  await minutes.waitFor()
  for (const person of await minutes.getByLabel(/^参加人 · /).all())
    if ((await person.inputValue()) === '') await person.fill('王小海')
  await minutes.getByLabel('会议内容').fill('方案可行，人防结合地面建筑修建。')
  await minutes.getByRole('button', { name: '加一项' }).click()
  await minutes.getByLabel('事项').fill('补充人防平面图')
  await minutes
    .getByLabel('最迟')
    .fill(new Date(clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10))
  await minutes.getByLabel(/内部备注/).fill('面积以后再核')
  await look(page)
  await gives(page, '写会议纪要')
  await form(page, '签署纪要').waitFor()
}
