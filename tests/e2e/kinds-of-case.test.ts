import { readFileSync } from 'node:fs'
import { isRefusal } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { DEMO_PASSWORD, type DemoStaff } from '../../apps/server/demo/people.ts'
import { anUpload, aPdf } from '../../modules/approvals/testing/index.ts'
import { LIU, opensTheCase, press, type Submitted, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import {
  accepts,
  choose,
  concludesTheSiteCheck,
  concludesTheStep,
  confirm,
  isDone,
  opens,
  send,
  staff,
} from './desk-steps.ts'
import { look } from './look.ts'

/** Water abstraction on a large scale: two organs are asked, it is announced, two heads sign. */
const FILE = new URL('../../definitions/dalian/service-items/water-abstraction-permit.yaml', import.meta.url)

const OFFICE: readonly DemoStaff[] = [
  { account: 'shuiwu-cheng', name: '江水务', organ: 'water-affairs', roles: ['handling-officer'] },
  { account: 'kancha', name: '池勘查', organ: 'water-affairs', roles: ['inspector'] },
  { account: 'shouxi-jia', name: '甘首席', organ: 'water-affairs', roles: ['approval-head'] },
  { account: 'shouxi-yi', name: '泉首席', organ: 'water-affairs', roles: ['approval-head'] },
  { account: 'ziran-shui', name: '田自然', organ: 'natural-resources', roles: ['handling-officer'] },
  { account: 'huanjing-shui', name: '林环境', organ: 'ecology-environment', roles: ['handling-officer'] },
]

let city: City
let water: Submitted

beforeAll(async () => {
  city = await aCity()
  for (const member of OFFICE)
    await city.server.modules.identity.addStaff(
      { ...member, password: DEMO_PASSWORD },
      { kind: 'system', id: 'e2e', name: '' },
    )
})
afterAll(() => city?.close())

/** The application of the definition's first example, by whoever is signed in at this page. */
async function applies(page: Page): Promise<Submitted> {
  const me = await page.evaluate(async () => (await fetch('/api/identity/me')).json())
  const who = { kind: 'citizen' as const, id: me.id, name: WANG.name, session: 'e2e' }
  const client = clientAs(city.server.modules.approvals.handlers, who)
  const item = parse(readFileSync(FILE, 'utf8'))
  const materials: { material: string; files: { digest: string; name: string }[] }[] = []
  for (const { id } of item.materials) {
    const file = await client.uploadFile({ upload: anUpload(`${id}.pdf`, aPdf(id)) })
    if (isRefusal(file)) throw new Error(JSON.stringify(file))
    materials.push({ material: id, files: [{ digest: file.digest, name: `${id}.pdf` }] })
  }
  const input = {
    item: item.code,
    applicant: { kind: 'person' as const },
    form: item.examples[0].given,
    materials,
  }
  const submitted = await client.submitApplication({ input })
  if (isRefusal(submitted)) throw new Error(JSON.stringify(submitted))
  return submitted
}

async function givesItsOpinion(account: string, verdict: string, text: string): Promise<void> {
  const page = await staff(city, account)
  await opens(page, water, 'opinions')
  await choose(page, '反馈意见', 'Give your opinion')
  await page.getByRole('radio', { name: verdict, exact: true }).check()
  await page.locator('.action-open textarea').fill(text)
  await look(page)
  await send(page, '反馈意见', 'Give opinion')
  await page.locator('.actions .done, .failure, .trouble').first().waitFor()
}

async function signs(account: string, zh: string, en: string): Promise<Page> {
  const page = await staff(city, account)
  await opens(page, water)
  await choose(page, '作出决定', 'Decide')
  await page.getByRole('radio', { name: '准予许可', exact: true }).check()
  await send(page, '作出决定…', 'Decide…')
  await confirm(page)
  await isDone(page, zh, en)
  return page
}

describe('a case of every kind', () => {
  it('is reviewed jointly: two organs find it in their inbox and answer', async () => {
    const wang = await city.visitor()
    await wang.goto('/')
    await signsUp(wang, WANG)
    water = await applies(wang)
    const officer = await staff(city, 'shuiwu-cheng')
    await opens(officer, water)
    await accepts(officer)
    await concludesTheStep(officer, '材料齐全，属于大额取水。')
    await choose(officer, '征求意见', 'Ask for opinions')
    await officer.locator('.action-open textarea').fill('请就取水口位置和生态流量提出意见。')
    await look(officer)
    await send(officer, '征求意见', 'Ask')
    await isDone(officer, '已征求意见。', 'The opinions are asked for.')
    await givesItsOpinion('ziran-shui', '同意', '')
    await givesItsOpinion('huanjing-shui', '附条件同意', '须保证最小下泄流量，安装在线监测。')
    await opens(officer, water)
    await officer.getByText('须保证最小下泄流量').first().waitFor()
    await concludesTheStep(officer, '两部门均同意，附条件见意见。')
  })

  it('is announced, objected to by a neighbour, and the objection is answered', async () => {
    const officer = await staff(city, 'shuiwu-cheng')
    await opens(officer, water)
    await choose(officer, '发布公示', 'Announce')
    await officer.locator('.action-open textarea').fill('拟准予在碧流河左岸取水，年取水量八十万立方米。')
    await send(officer, '发布公示…', 'Announce…')
    await confirm(officer)
    await isDone(officer, '公示已发布。', 'It is announced.')
    const liu = await city.visitor()
    await liu.goto('/announcements')
    await look(liu)
    await signsUp(liu, LIU)
    await liu.goto('/announcements')
    await liu.locator('main .item-name a').first().click()
    await look(liu)
    await liu.locator('textarea[name=text]').fill('太短')
    await press(liu, '提交异议', 'Send the objection')
    await liu.locator('.error-summary').waitFor()
    await look(liu)
    await liu.locator('textarea[name=text]').fill('枯水期取水会影响下游灌溉，请限定取水时段。')
    await press(liu, '提交异议', 'Send the objection')
    await sees(liu, '等待答复')
    await opens(officer, water)
    await choose(officer, '答复异议', 'Answer an objection')
    await officer.getByLabel('异议').click()
    await officer.locator('.ant-select-item-option').first().click()
    await officer.getByRole('textbox', { name: '答复' }).fill('已限定枯水期不得取水。')
    await officer.getByRole('radio', { name: '采纳', exact: true }).check()
    await look(officer)
    await send(officer, '答复', 'Answer')
    await isDone(officer, '已答复异议。', 'The objection is answered.')
    await liu.reload()
    await sees(liu, /采纳：已限定枯水期/)
    city.clock.passDays(8)
  })

  it('is granted by the second of two signatures', async () => {
    const officer = await staff(city, 'shuiwu-cheng')
    await opens(officer, water)
    await concludesTheStep(officer, '公示期满，异议已经答复。')
    const inspector = await staff(city, 'kancha')
    await opens(inspector, water)
    await concludesTheSiteCheck(inspector, '取水口位置与图纸一致。', '江水务')
    const first = await signs(
      'shouxi-jia',
      '已签署；其他人都签署后决定生效。',
      'Signed; it is decided once everyone has signed.',
    )
    expect(await first.locator('main').innerText()).toContain('已签署 1 / 2')
    await signs('shouxi-yi', '决定已作出。', 'The decision is made.')
    const wang = await city.visitor()
    await wang.goto('/sign-in/password?next=/my/applications')
    await wang.locator('[name=phone]').fill(WANG.phone)
    await wang.locator('[name=password]').fill('Kites-2026')
    await press(wang, '登录', 'Sign in')
    await opensTheCase(wang, water)
    await sees(wang, '准予许可')
    await look(wang)
  })
})
