import { isRefusal, uuidv7 } from '@mashang/kit'
import { createJournal } from '@mashang/store'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identityMigrations } from '../index.ts'
import { identityForTest, type TestIdentity } from '../testing/index.ts'

let database: TestDatabase
let here: TestIdentity
let phones = 0

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
})
afterAll(() => database.drop())
beforeEach(() => {
  here = identityForTest(database.db)
})

function granted<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { refused: true }>
}
const aPerson = () => here.aCitizen({ phone: `135${String(++phones).padStart(8, '0')}` })

describe('who looked at my data', () => {
  it('is told with organ, reason and what it was about; nobody else’s is', async () => {
    const [wang, other] = [await aPerson(), await aPerson()]
    const clerk = await here.aStaffMember({ account: 'lin', name: '林窗口', organ: 'kite-office' })
    const actor = { kind: 'staff', id: clerk.who.id, name: '林窗口' } as const
    granted(await here.identity.personOf(wang.who.id, { actor, reason: 'window-intake' }))
    const { looks, next } = granted(await here.as(wang.who).listLooks({}))
    expect(looks).toMatchObject([
      {
        by: '林窗口',
        organ: 'kite-office',
        reason: { zh: '窗口收件' },
        about: { title: { zh: '我的账号' } },
      },
    ])
    expect(next).toBeUndefined()
    expect(granted(await here.as(other.who).listLooks({})).looks).toEqual([])
  })

  it('is listed page by page, the newest first', async () => {
    const wang = await aPerson()
    const journal = createJournal(database.db)
    // Whoever looked later may be written first.
    for (const day of Array.from({ length: 52 }, (_, i) => ((i * 17) % 52) + 1)) {
      const at = new Date(Date.UTC(2026, 0, day)).toISOString()
      const actor = { kind: 'staff', id: uuidv7(), name: `第${day}位` } as const
      await journal.recordLook({ actor, at, caseId: wang.who.id, what: 'person', reason: 'case-page' })
    }
    const first = granted(await here.as(wang.who).listLooks({}))
    expect(first.looks).toHaveLength(50)
    expect(first.looks[0]?.by).toBe('第52位')
    const second = granted(await here.as(wang.who).listLooks({ query: { before: first.next } }))
    expect(second.looks.map(({ by }) => by)).toEqual(['第2位', '第1位'])
    expect(second.next).toBeUndefined()
  })
})

it('gives a copy of one’s own data, whole', async () => {
  const wang = await aPerson()
  const copy = granted(await here.as(wang.who).copyOwnData({}))
  const data = JSON.parse(String(copy.body))
  expect(data.account).toMatchObject({ name: '王小明', idCard: '11010519491231002X' })
  expect(copy.filename).toBe('我的个人信息.json')
})

describe('a request for correction', () => {
  const text = '名字应为王晓明，登记成了王小明。'

  it('is asked once, answered once, and a right name goes into the account', async () => {
    const wang = await aPerson()
    const admin = await here.aStaffMember({ account: 'zheng', name: '郑管理', roles: ['administrator'] })
    const asked = granted(await here.as(wang.who).askCorrection({ input: { subject: 'name', text } }))
    expect(await here.as(wang.who).askCorrection({ input: { subject: 'name', text } })).toMatchObject({
      code: 'data-request-open',
      article: '个人信息保护法 第四十六条',
    })
    const open = granted(await here.as(admin.who).listDataRequestsAtDesk({ query: { open: true } })).requests
    expect(open.find(({ id }) => id === asked.id)?.person).toMatchObject({ name: '王小明' })
    const params = { id: asked.id }
    const input = { outcome: 'corrected', answer: '已按身份证更正。', name: '王晓明' } as const
    granted(await here.as(admin.who).answerDataRequest({ params, input }))
    expect(await here.as(admin.who).answerDataRequest({ params, input })).toMatchObject({
      code: 'data-request-answered',
    })
    expect(granted(await here.as(wang.who).me({})).name).toBe('王晓明')
    expect(granted(await here.as(wang.who).listDataRequests({})).requests).toMatchObject([
      { status: 'corrected', answer: '已按身份证更正。', answeredBy: '郑管理' },
    ])
    const { looks } = granted(await here.as(wang.who).listLooks({}))
    expect(looks[0]).toMatchObject({ by: '郑管理', reason: { zh: '答复本人的个人信息请求' } })
  })

  it('that is declined says why, and may be asked again', async () => {
    const wang = await aPerson()
    const admin = await here.aStaffMember({ account: 'feng', roles: ['administrator'] })
    const { id } = granted(await here.as(wang.who).askCorrection({ input: { subject: 'other', text } }))
    const input = { outcome: 'declined', answer: '与公安登记一致。' } as const
    granted(await here.as(admin.who).answerDataRequest({ params: { id }, input }))
    granted(await here.as(wang.who).askCorrection({ input: { subject: 'other', text } }))
  })
})
