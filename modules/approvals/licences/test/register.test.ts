import { isRefusal, type Stream, type Who } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload, aTestOffice, granted, type TestOffice } from '../../testing/index.ts'
import { aLicence } from './holding.ts'

let office: TestOffice
let holder: Who
const ORGAN = 'market-regulation'
const WHY = '提交的租赁合同系伪造，经出租人书面确认。'

beforeAll(async () => {
  office = await aTestOffice('2026-11-23T02:00:00.000Z')
  holder = office.aCitizen({
    enterprises: [{ uscc: '91350100M000100Y43', name: '大连风筝文化有限公司', trust: 'A' }],
  })
})
afterAll(async () => {
  await office.close()
})

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done')
const head = () => office.as(office.aStaffMember(['approval-head'], { organ: ORGAN }))
const officer = () => office.as(office.aStaffMember(['handling-officer'], { organ: ORGAN }))

async function textOf(stream: Stream): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream.body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function idOf(number: string): Promise<string> {
  const { rows } = granted(await officer().listLicences({ query: { text: number } }))
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? ''
}

const sheet = (...rows: string[]) =>
  anUpload(
    '证照.csv',
    new TextEncoder().encode(
      ['证照类型编号,证照编号,持证人,证件号码,有效期起,有效期止,许可内容', ...rows].join('\n'),
    ),
  )
const TYPE = 'food-business-licence'

describe('证照登记簿', () => {
  it('revokes a licence on a ground of law once the holder was heard', async () => {
    const number = await aLicence(office, holder)
    const params = { id: await idOf(number) }
    const page = granted(await head().getLicence({ params }))
    expect(page.grounds?.revoked.map(({ id }) => id)).toContain('obtained-by-deceit')
    const revoke = (expected: number) => head().revokeLicence({ params, input: { expected, reasons: WHY } })
    expect(codeOf(await revoke(page.revision))).toBe('no-revocation-proposed')
    const proposal = { expected: page.revision, ground: 'obtained-by-deceit', reasons: WHY }
    const proposed = granted(await officer().proposeRevocation({ params, input: proposal }))
    expect(proposed.proposal).toMatchObject({ answerBy: '2026-11-30', ripe: false })
    expect(codeOf(await revoke(proposed.revision))).toBe('holder-not-heard')

    const mine = granted(await office.as(holder).getMyLicence({ params }))
    expect(mine.actions).toEqual(['stateAndDefend'])
    granted(await office.as(holder).stateAndDefend({ params, input: { text: '合同是真的。' } }))
    expect(codeOf(await revoke(proposed.revision))).toBe('case-changed')
    const revoked = granted(await revoke(proposed.revision + 1))
    expect(revoked).toMatchObject({ status: 'revoked', endings: [{ kind: 'revoked', reasons: WHY }] })
    await office.settle()
    const after = granted(await office.as(holder).getMyLicence({ params }))
    expect(after.documents.map(({ title }) => title.zh)).toEqual([
      '拟撤销行政许可告知书',
      '撤销行政许可决定书',
    ])
    const document = after.documents[1]?.href.split('/').at(-1) ?? ''
    const opened = granted(await office.as(holder).openLicenceDocument({ params: { ...params, document } }))
    expect(opened.type).toBe('application/pdf')
    expect(office.told.filter(({ words }) => words.includes(number))).toHaveLength(2)
    const seen = granted(await office.as({ kind: 'anonymous' }).verifyDocument({ params: { code: number } }))
    expect(seen).toMatchObject({ status: 'revoked', ended: { article: '《行政许可法》第六十九条第二款' } })
    expect(JSON.stringify(seen)).not.toContain(WHY)
    const cancel = { expected: revoked.revision, ground: 'ended-otherwise', reasons: WHY }
    expect(granted(await head().cancelLicence({ params, input: cancel })).status).toBe('revoked')
  })

  it('withdraws, forfeits, corrects, each by who may', async () => {
    const numbers = [await aLicence(office, holder), await aLicence(office, holder)]
    const [first = '', second = ''] = await Promise.all(numbers.map(idOf))
    const withdrawal = {
      ground: 'law-changed',
      reasons: '所依据的办法已经废止，不再许可。',
      compensation: '按实际损失补偿。',
    }
    const page = granted(await head().getLicence({ params: { id: first } }))
    const expected = page.revision
    const label = page.shows[0]?.label ?? ''
    const correction = {
      expected,
      shows: [{ label, text: '更正后的名称' }],
      reason: '录入时有笔误，予以更正。',
    }
    const corrected = granted(await head().correctLicence({ params: { id: first }, input: correction }))
    expect(corrected.certificates.map(({ version }) => version)).toEqual([1, 2])
    expect(corrected.shows[0]).toEqual({ label, text: '更正后的名称' })
    expect(
      codeOf(
        await officer().cancelLicence({
          params: { id: first },
          input: { expected: 2, ground: 'holder-asks', reasons: WHY },
        }),
      ),
    ).toBe('not-allowed')
    const taken = { expected: corrected.revision, ...withdrawal }
    expect(granted(await head().withdrawLicence({ params: { id: first }, input: taken })).status).toBe(
      'withdrawn',
    )
    const forfeit = { expected: 1, ground: 'penalty', reasons: WHY, decision: '大市监罚〔2026〕1号' }
    expect(granted(await head().forfeitLicence({ params: { id: second }, input: forfeit })).status).toBe(
      'forfeited',
    )
    await office.settle()
    const mine = granted(await office.as(holder).getMyLicence({ params: { id: first } }))
    expect(mine.certificates[1]?.href).toBeDefined()
    expect(mine.documents.map(({ title }) => title.zh)).toEqual(['撤回行政许可决定书'])
  })

  it('takes over earlier licences from a sheet, all or nothing, each once', async () => {
    const good = [
      `${TYPE},JY12102030000001,大连老菜馆,91350100M000100Y43,2022-01-05,2027-01-04,经营场所=唐山街 1 号；主体业态=餐饮服务`,
      `${TYPE},JY12102030000002,王小明,11010519491231002X,2020-01-05,2025-01-04,`,
    ]
    const broken = await officer().importLicences({
      upload: sheet(...good, `${TYPE},JY12102030000003,甲,91350100M000100Y44,2022-13-05,,`),
    })
    expect(broken).toMatchObject({
      code: 'import-rows-broken',
      fields: [{ path: 'rows.4.证件号码' }, { path: 'rows.4.有效期起' }],
    })
    expect(granted(await officer().listLicences({ query: { text: 'JY1210' } })).rows).toEqual([])
    expect(granted(await officer().importLicences({ upload: sheet(...good) }))).toEqual({
      taken: 2,
      there: 0,
    })
    expect(granted(await officer().importLicences({ upload: sheet(...good) }))).toEqual({
      taken: 0,
      there: 2,
    })
    await office.settle()
    const { licences } = granted(await office.as(holder).listMyLicences({}))
    const old = licences.find(({ number }) => number === 'JY12102030000001')
    expect(old).toMatchObject({ title: '食品经营许可证', status: 'valid', to: '2027-01-04' })
    expect(old?.href).toBeDefined()
    expect(old?.applyFor.map(({ situation }) => situation).sort()).toEqual([
      'cancellation',
      'change',
      'reissue',
      'renewal',
    ])
    expect(licences.find(({ number }) => number === 'JY12102030000002')).toMatchObject({ status: 'expired' })
  })

  it('lists by status, expiry, holder and code, page by page', async () => {
    const rows = Array.from(
      { length: 7 },
      (_, at) => `${TYPE},LIST-${at},列表公司${at},91350100M000100Y43,2022-01-05,2027-01-${10 + at},`,
    )
    granted(await officer().importLicences({ upload: sheet(...rows) }))
    const all = async (query: {
      text?: string
      view?: 'expiring' | 'expired' | 'revoked'
      days?: number
    }) => {
      const found: string[] = []
      let after: string | undefined
      do {
        const page = granted(
          await officer().listLicences({ query: { ...query, limit: 3, ...(after ? { after } : {}) } }),
        )
        found.push(...page.rows.map(({ number }) => number))
        after = page.next
      } while (after)
      return found
    }
    const seven = [0, 1, 2, 3, 4, 5, 6].map((at) => `LIST-${at}`)
    expect(await all({ text: 'LIST-' })).toEqual(seven)
    expect(await all({ text: '列表公司' })).toEqual(seven)
    expect((await all({ view: 'expiring' })).filter((number) => number.startsWith('LIST-'))).toEqual(seven)
    expect(await all({ view: 'expiring', days: 49 })).toEqual(['JY12102030000001', 'LIST-0', 'LIST-1'])
    expect(await all({ view: 'expired' })).toEqual(['JY12102030000002'])
    expect(await all({ view: 'revoked' })).toHaveLength(1)
    expect((await all({ text: '91350100m000100y43' })).length).toBeGreaterThan(7)
    expect(await all({ text: '100%' })).toEqual([])
  })

  it('shows an organ its own, supervision all of them masked, and others none', async () => {
    const [row] = granted(await officer().listLicences({ query: { text: 'JY12102030000002' } })).rows
    expect(row).toMatchObject({ holder: '王小明', holderCode: '110105********002X' })
    const supervisor = office.as(office.aStaffMember(['supervisor'], { organ: 'data-bureau' }))
    const [masked] = granted(await supervisor.listLicences({ query: { text: 'JY12102030000002' } })).rows
    expect(masked).toMatchObject({ holder: '王*明' })
    const params = { id: row?.id ?? '' }
    const looked = granted(await supervisor.getLicence({ params }))
    expect(looked).toMatchObject({ masked: true, shows: [], actions: [], documents: [] })
    const stranger = office.as(office.aStaffMember(['approval-head'], { organ: 'tobacco' }))
    expect(codeOf(await stranger.getLicence({ params }))).toBe('licence-not-found')
    expect(granted(await stranger.listLicences({ query: {} })).rows).toEqual([])
    const other = office.aCitizen({ idCard: '440524188001010014', enterprises: [] })
    expect(codeOf(await office.as(other).getMyLicence({ params }))).toBe('licence-not-found')
    expect(granted(await office.as(other).listMyLicences({})).licences).toEqual([])
  })

  it('is exported as its reader may see it, and the look is journaled', async () => {
    const csv = await textOf(
      granted(await officer().exportLicences({ query: { text: 'JY1210', as: 'csv' } })),
    )
    expect(csv.split('\r\n')).toHaveLength(4)
    expect(csv).toContain('110105********002X')
    const whole = await textOf(
      granted(await head().exportLicences({ query: { text: 'JY1210', as: 'json' } })),
    )
    expect(JSON.parse(whole)).toMatchObject([
      { number: 'JY12102030000001' },
      { holderCode: '11010519491231002X' },
    ])
    const { rows } = await office.store.db
      .withSchema('journal')
      .selectFrom('look' as never)
      .selectAll()
      .where('reason' as never, '=', 'register-export' as never)
      .execute()
      .then((found) => ({ rows: found }))
    expect(rows).toHaveLength(2)
  })
})
