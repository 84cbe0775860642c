import { clientAs } from '@mashang/kit/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { approvalsEndpoints } from '../../modules/approvals/contract/index.ts'
import { type Client, isRefusal, type Refusal, type StaffRole, type Who } from '../../packages/kit/index.ts'
import { press, reloadsUntil, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'
import { answersEveryQuestion, givesEveryDocument } from './sheet-steps.ts'

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
