import { approvalsEndpoints } from '@mashang/approvals/contract'
import { isRefusal, type Refusal, type StaffRole, uuidv7, type Who } from '@mashang/kit'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDoor } from '../../apps/server/door.ts'
import { sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look, say } from './look.ts'

const NUMBER = 'JY12102030000001'
const SHEET = [
  '证照类型编号,证照编号,持证人,证件号码,有效期起,有效期止,许可内容',
  `food-business-licence,${NUMBER},${WANG.name},${WANG.idCard},2022-01-20,2027-01-19,经营场所=唐山街 1 号`,
].join('\n')

function given<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

describe('a licence after it was issued', () => {
  let city: City
  let wang: Page
  let oldCode = ''
  const office = (...roles: StaffRole[]) => {
    const who: Who = {
      kind: 'staff',
      id: uuidv7(),
      name: '孙首席',
      organ: 'market-regulation',
      roles,
      session: 'e2e',
    }
    const door = createDoor(city.server.modules.mounts)
    return door.clientOf(approvalsEndpoints, { who, expired: false, language: 'zh', csrfToken: '' }, {})
  }
  const licence = async () => {
    const [row] = given(await office('approval-head').listLicences({ query: { text: NUMBER } })).rows
    return given(await office('approval-head').getLicence({ params: { id: row?.id ?? '' } }))
  }
  beforeAll(async () => {
    city = await aCity()
    wang = await city.visitor()
    const body = (async function* () {
      yield new TextEncoder().encode(SHEET)
    })()
    const upload = { name: '证照.csv', type: 'text/csv', body }
    given(await office('handling-officer').importLicences({ upload }))
    oldCode = (await licence()).code
  })
  afterAll(() => city?.close())

  it('is among its holder’s, who begins the renewal with one button', async () => {
    await signsUp(wang, WANG)
    await wang.goto('/licences')
    await sees(wang, NUMBER)
    await look(wang)
    await wang.getByRole('link', { name: '食品经营许可证' }).first().click()
    await sees(wang, await say(wang, '证照的经过', 'Its history'))
    await look(wang)
    await wang
      .locator('main')
      .getByRole('button', { name: new RegExp(`^${await say(wang, '延续', 'Renew')}`) })
      .click()
    await wang.waitForURL(/\/drafts\//)
    await wang.goto(wang.url().replace(/\/form\/.*|\/materials.*|\/review.*/, '/form/2'))
    await look(wang)
    expect(await wang.locator(`input[name=licence-number][value="${NUMBER}"]`).isChecked()).toBe(true)
  })

  it('verifies as replaced where it was printed anew, with the print that counts', async () => {
    const { id, revision, shows } = await licence()
    const label = shows[0]?.label ?? ''
    const reason = '门牌号录入时有笔误，予以更正。'
    const input = { expected: revision, shows: [{ label, text: '唐山街 2 号' }], reason }
    const corrected = given(await office('approval-head').correctLicence({ params: { id }, input }))
    const visitor = await city.visitor()
    await visitor.goto(`/verify/${oldCode}`)
    await sees(visitor, await say(visitor, '真实，但已被新的一份替代', 'Genuine, but replaced'))
    await sees(visitor, corrected.identifier)
    await look(visitor)
    await visitor.goto(`/verify/${corrected.code}`)
    await sees(visitor, await say(visitor, '真实有效', 'Genuine and valid'))
  })

  it('is revoked by its organ on a ground of law, once its holder was heard', async () => {
    const { id, revision } = await licence()
    const reasons = '提交的租赁合同系伪造，经出租人书面确认。'
    const input = { expected: revision, ground: 'obtained-by-deceit', reasons }
    given(await office('handling-officer').proposeRevocation({ params: { id }, input }))
    await wang.goto(`/licences/${id}`)
    await wang.locator('textarea[name=text]').fill('合同是真的，请向出租人再核实。')
    await look(wang)
    await wang.locator('main form[action$=statement] button[type=submit]').click()
    await sees(wang, '合同是真的')

    const head = await staff(city, 'shouxi')
    await head.goto('/desk/licences')
    await head.getByRole('link', { name: NUMBER }).waitFor()
    await look(head)
    await head.getByRole('link', { name: NUMBER }).click()
    await head.locator('.journal li').first().waitFor()
    await look(head)
    await head
      .getByRole('button', { name: '撤 销' })
      .or(head.getByRole('button', { name: '撤销', exact: true }))
      .click()
    await head.locator('.act-form textarea').fill(reasons)
    await look(head)
    await head.locator('.act-form button[type=submit]').click()
    await head.locator('.panel .tag-late').first().waitFor()
    const visitor = await city.visitor()
    await visitor.goto(`/verify/${(await licence()).code}`)
    await sees(visitor, await say(visitor, '已被撤销', 'Revoked'))
    await look(visitor)
  })
})
