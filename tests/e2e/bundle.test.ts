import { clientAs } from '@mashang/kit/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { approvalsEndpoints } from '../../modules/approvals/contract/index.ts'
import { type Client, isRefusal, type Refusal, type StaffRole, type Who } from '../../packages/kit/index.ts'
import { press, reloadsUntil, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'

describe('opening a restaurant, from the search box to all licences', () => {
  let city: City
  let wang: Page
  beforeAll(async () => {
    city = await aCity()
    wang = await city.visitor()
    await signsUp(wang, WANG)
  })
  afterAll(() => city?.close())

  it('is found in everyday words, and says what the circumstances call for', async () => {
    await wang.goto('/')
    await look(wang)
    await wang.locator('#search-large').fill('我想开饭店')
    await press(wang, '搜索', 'Search')
    await wang.waitForURL(/\/items\?/)
    await look(wang)
    await wang.locator('.bundle-card').getByRole('link', { name: '开饭店', exact: true }).click()
    await wang.waitForURL('**/bundles/open-restaurant')
    await look(wang)
    await wang.locator('#registered-yes').check()
    await wang.locator('[name=area]').fill('120')
    await wang.locator('#tobacco-no').check()
    await wang.locator('#sign-no').check()
    await press(wang, '看要办什么', 'See what I need')
    await sees(wang, '您要办这几项')
    await look(wang)
  })

  it('asks everything on one form, and goes to both offices at once', async () => {
    await wang.locator('main').getByRole('link', { name: '开始办：只填一张表' }).click()
    await wang.waitForURL(/\/start\?/)
    await look(wang)
    await press(wang, '开始填写', 'Start the form')
    await wang.waitForURL(/\/sheets\/main$/)
    await look(wang)
    await givesEveryDocument(wang)
    await answersEveryQuestion(wang)
    await press(wang, '一次提交给全部部门（2 项）', 'Submit to all offices at once (2)')
    await wang.waitForURL(/\/my\/bundles\/[0-9a-f-]{36}$/)
    await sees(wang, /正在办理：2 项中已办结 0 项/)
    await look(wang)
  })

  it('is followed on one page until every licence is there, each to be verified', async () => {
    await grantsEverything(city)
    await reloadsUntil(wang, wang.getByText('全部办好了：2 项都已办结。'))
    await reloadsUntil(wang, wang.getByRole('link', { name: '看结果：2 张证照' }))
    await look(wang)
    await wang.getByRole('link', { name: '看结果：2 张证照' }).click()
    await wang.waitForURL(/\/result$/)
    await look(wang)
    expect(await wang.locator('.letter-licence h2').allInnerTexts()).toEqual([
      '食品经营许可证',
      '城镇污水排入排水管网许可证',
    ])
    await wang.locator('.letter-licence').first().getByRole('link', { name: '核验' }).click()
    await wang.waitForURL(/\/verify\//)
    await sees(wang, '食品经营许可证')
  })
})

/** Each kind of field by what it takes. */
async function answersEveryQuestion(page: Page): Promise<void> {
  const fields = await page.locator('main form .field[data-field]').all()
  for (const field of fields) {
    const id = (await field.getAttribute('data-field')) ?? ''
    const type = await field.getAttribute('data-type')
    if (type === 'choice' || type === 'yes-no') await field.locator('input[type=radio]').last().check()
    else if (type === 'choices') await field.locator('input[type=checkbox]').first().check()
    else if (type === 'address') await choosesTheAddress(page, id)
    else {
      const input = field.locator('input, textarea').first()
      if ((await input.inputValue()) === '') await input.fill(TYPED[type ?? ''] ?? '三级隔油池')
    }
  }
}

const TYPED: Readonly<Record<string, string>> = {
  number: '12',
  uscc: '91350100M000100Y43',
  phone: '13900000001',
  date: '2027-02-01',
}

async function choosesTheAddress(page: Page, id: string): Promise<void> {
  await page.locator(`[name="${id}.1"]`).selectOption('210203')
  for (const level of [2, 3]) {
    await page.locator(`[name="${id}.${level}"] option`).nth(1).waitFor({ state: 'attached' })
    await page.locator(`[name="${id}.${level}"]`).selectOption({ index: 1 })
  }
  await page.locator(`[name="${id}.detail"]`).fill('唐山街 1 号 1 层')
}

async function givesEveryDocument(page: Page): Promise<void> {
  const ids = await page
    .locator('.material-once')
    .evaluateAll((cards) => cards.filter((card) => card.querySelector('.tag-soon')).map((card) => card.id))
  for (const id of ids) {
    const card = page.locator(`#${id}`)
    await card.locator('input[type=file]').setInputFiles(aPdf(id))
    await card.getByRole('button', { name: /^上传/ }).click()
    await card.locator('.tag-done').waitFor()
  }
}

function aPdf(name: string) {
  const text =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`${text}% ${name}\n`) }
}

const ROLES: readonly StaffRole[] = ['handling-officer', 'inspector', 'approval-head']

/** Both offices decide; how they do so at the desk is told by other journeys. */
async function grantsEverything({ server }: City): Promise<void> {
  for (const organ of ['market-regulation', 'water-affairs']) {
    const who: Who = { kind: 'staff', id: `desk-${organ}`, name: '李承办', organ, roles: ROLES, session: 's' }
    const desk: Client<typeof approvalsEndpoints> = clientAs(server.modules.approvals.handlers, who)
    const { rows } = granted(await desk.listInbox({ query: {} }))
    for (const { id } of rows) {
      const params = { id }
      let view = granted(await desk.acceptApplication({ params, input: { expected: 1 } }))
      while (view.actions.includes('concludeStep')) {
        const done = { expected: view.revision, passed: true, findings: '齐全', with: ['钱协查'] }
        view = granted(await desk.concludeStep({ params, input: done }))
      }
      const input = { expected: view.revision, outcome: 'grant' as const, reasons: '' }
      granted(await desk.decideApplication({ params, input }))
    }
  }
}

function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}
