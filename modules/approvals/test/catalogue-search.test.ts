import { isRefusal } from '@mashang/kit'
import { createJournal } from '@mashang/store'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadProfile } from '../catalogue/load-profile.ts'
import type { Filter } from '../catalogue/search/filter.ts'
import { createItemSearch, type ItemSearch } from '../catalogue/search/search.ts'
import { suggestItems } from '../catalogue/search/suggest.ts'
import { syncProfile } from '../catalogue/sync-profile.ts'
import { catalogueDb } from '../catalogue/tables.ts'
import { approvalsMigrations } from '../index.ts'

const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') }

let database: TestDatabase
let search: ItemSearch

beforeAll(async () => {
  const profile = await loadProfile(new URL('../../../definitions/dalian/', import.meta.url).pathname)
  if (isRefusal(profile)) throw new Error(JSON.stringify(profile))
  database = await testDatabase({ migrations: [approvalsMigrations] })
  const synced = await syncProfile({ db: database.db, journal: createJournal(database.db), clock }, profile)
  if (isRefusal(synced)) throw new Error(JSON.stringify(synced))
  search = createItemSearch(catalogueDb(database.db), clock)
})
afterAll(() => database.drop())

/** What people type → the name that has to come first. */
const EVERYDAY: readonly (readonly [typed: string, first: string])[] = [
  ['开饭店', '食品经营许可（新办）'],
  ['我要开饭店', '食品经营许可（新办）'],
  ['开个小饭店', '食品经营许可（新办）'],
  ['怎么办食品经营许可证', '食品经营许可（新办）'],
  ['食品经营许可', '食品经营许可（新办）'],
  ['食品许可', '食品经营许可（新办）'],
  ['奶茶店', '食品经营许可（新办）'],
  ['卖熟食需要什么证', '食品经营许可（新办）'],
  ['食品证到期了怎么办', '食品经营许可（延续）'],
  ['食品经营许可延续', '食品经营许可（延续）'],
  ['restaurant', '食品经营许可（新办）'],
  ['food business licence', '食品经营许可（新办）'],
  ['spjyxk', '食品经营许可（新办）'],
  ['shipinjingyingxuke', '食品经营许可（新办）'],
  ['shi pin jing ying', '食品经营许可（新办）'],
  ['食品经赢许可', '食品经营许可（新办）'],
  ['食品经营许克', '食品经营许可（新办）'],
  ['２１０２－ＳＪ－ＸＫ－０００１', '食品经营许可（新办）'],
  ['营业执照', '公司设立登记'],
  ['注册公司', '公司设立登记'],
  ['我想注册一家公司', '公司设立登记'],
  ['公司改名', '公司变更登记'],
  ['换法人', '公司变更登记'],
  ['注销公司', '企业简易注销登记'],
  ['开药店', '药品经营许可（零售药店新办）'],
  ['开民宿', '公共场所卫生许可（新办）'],
  ['开理发店', '公共场所卫生许可（新办）'],
  ['二手房过户', '不动产转移登记（存量房买卖）'],
  ['房产证', '不动产转移登记（存量房买卖）'],
  ['bdczydj', '不动产转移登记（存量房买卖）'],
  ['老年证', '老年人优待证办理'],
  ['老年卡怎么办理', '老年人优待证办理'],
  ['老年人优代证', '老年人优待证办理'],
  ['护士执业证', '护士执业注册（首次注册）'],
  ['护王执业注册', '护士执业注册（首次注册）'],
  ['教师资格证', '教师资格认定（幼儿园、小学、初级中学）'],
  ['教师资格认证', '教师资格认定（幼儿园、小学、初级中学）'],
  ['导游证', '导游证核发'],
  ['导油证', '导游证核发'],
  ['开幼儿园', '民办幼儿园正式设立审批'],
  ['开书店', '出版物零售单位（个体工商户）设立审批'],
  ['跑货运', '道路普通货物运输经营许可'],
  ['货车营运证', '道路普通货物运输经营许可'],
  ['挖马路', '挖掘城市道路审批'],
  ['砍树', '砍伐、移植城市树木审批'],
  ['打井', '取水许可（新办）'],
  ['放风筝', '风筝放飞许可'],
  ['fengzheng', '风筝放飞许可'],
  ['kite', '风筝放飞许可'],
  ['卖烟', '烟草专卖零售许可证（新办）'],
  ['烟证到期', '烟草专卖零售许可证（延续）'],
  ['电梯登记', '特种设备使用登记'],
  ['劳务中介', '人力资源服务许可'],
  ['办演唱会', '营业性演出审批（内地演员）'],
]

describe('finding an item by what people type', () => {
  it.each(EVERYDAY)('“%s” finds %s first', async (typed, first) => {
    const found = await search.find({ text: typed })
    expect(
      found.page[0]?.card.name.zh,
      JSON.stringify(found.page.map((hit) => [hit.card.name.zh, hit.score])),
    ).toBe(first)
  })

  it('says what it understood where that is not what was typed', async () => {
    const understood = async (text: string) => (await search.find({ text })).understoodAs
    expect(await understood('开饭店')).toBe('食品经营许可（新办）')
    expect(await understood('spjyxk')).toBe('食品经营许可')
    expect(await understood('shipinjingying')).toBe('食品经营')
    expect(await understood('食品经赢许可')).toBe('食品经营许可')
    expect(await understood('护王执业注册')).toBe('护士执业注册')
    expect(await understood('食品经营许可')).toBeUndefined()
  })

  it.each([
    "'); drop table zzz; --",
    "\\' | 'zv':*",
    '😀魑',
    '𠮷',
    '魑魅'.repeat(50),
    'z'.repeat(100),
    "o'zzz",
  ])('takes %s as text, and finds nothing that is not meant', async (text) => {
    expect(await search.find({ text })).toMatchObject({ total: 0, page: [], pages: 0 })
  })

  it('shows everything where only blanks and signs were typed', async () => {
    const every = await search.find({})
    for (const text of ['', ' ', '？！', ':* & | !', '\\'])
      expect((await search.find({ text })).total).toBe(every.total)
  })
})

describe('filters, facets and pages', () => {
  it('narrows by theme, organ, applicant and online, with counts of what is left', async () => {
    const every = await search.find({})
    expect(every.page).toHaveLength(20)
    expect(every.total).toBeGreaterThan(20)
    expect(Object.values(every.organs).reduce((a, b) => a + b)).toBe(every.total)
    const market = await search.find({ organ: 'market-regulation', applicant: 'enterprise', online: true })
    expect(market.page.map(({ organ }) => organ)).toEqual(market.page.map(() => 'market-regulation'))
    expect(market.total).toBe(market.organs['market-regulation'])
    const permits = await search.find({ text: '许可', theme: 'permit-to-trade' })
    expect(permits.total).toBeGreaterThan(1)
    expect(permits.page.every(({ themes }) => themes.includes('permit-to-trade'))).toBe(true)
    expect(permits.themes['permit-to-trade']).toBe(permits.total)
    expect(await search.find({ theme: "no'such" })).toMatchObject({ total: 0, page: [] })
  })

  it('gives each item on one page only', async () => {
    const { pages, total } = await search.find({})
    const lists = await Promise.all(
      Array.from({ length: pages }, (_, index) => search.find({ page: index + 1 })),
    )
    expect(new Set(lists.flatMap(({ page }) => page.map(({ code }) => code))).size).toBe(total)
    expect((await search.find({ page: pages + 1 })).page).toEqual([])
  })
})

describe('a list without a text', () => {
  it('shows what fits in the order of its pinyin, whether read in order or collected', async () => {
    const { rows } = await sql<Listed>`select code, organ, themes, applicants, online
      from approvals.item_search order by sort_key, code`.execute(database.db)
    const themes = [...new Set(rows.flatMap((row) => row.themes))]
    const filters: Filter[] = [
      {},
      { online: true },
      { applicant: 'person' },
      { organ: 'market-regulation', online: true },
      ...themes.map((theme) => ({ theme })),
    ]
    const totals = new Set<number>()
    for (const filter of filters) {
      const fitting = rows.filter((row) => fits(row, filter)).map(({ code }) => code)
      const first = await search.find(filter)
      const pages = await Promise.all(
        Array.from({ length: first.pages }, (_, index) => search.find({ ...filter, page: index + 1 })),
      )
      expect(
        pages.flatMap(({ page }) => page.map(({ code }) => code)),
        JSON.stringify(filter),
      ).toEqual(fitting)
      totals.add(first.total)
    }
    // Of few a page is collected, of many it is read in order.
    expect(Math.min(...totals)).toBeLessThan(5)
    expect(Math.max(...totals)).toBeGreaterThan(30)
  })

  it('is planned without statistics of single words, so that none is looked for row by row', async () => {
    const { rows } = await sql<{ target: number }>`select attstattarget::integer as target from pg_attribute
      where attrelid = 'approvals.item_search'::regclass and attname = 'lexemes'`.execute(database.db)
    expect(rows).toEqual([{ target: 0 }])
  })
})

interface Listed {
  readonly code: string
  readonly organ: string
  readonly themes: readonly string[]
  readonly applicants: readonly string[]
  readonly online: boolean
}

function fits(row: Listed, { organ, theme, applicant, online }: Filter): boolean {
  return (
    (organ === undefined || row.organ === organ) &&
    (theme === undefined || row.themes.includes(theme)) &&
    (applicant === undefined || row.applicants.includes(applicant)) &&
    (!online || row.online)
  )
}

describe('suggestions while typing', () => {
  it.each([
    ['食', '食品经营许可（新办）'],
    ['食品经', '食品经营许可（新办）'],
    ['经营许可', '食品经营许可（新办）'],
    ['开饭', '食品经营许可（新办）'],
    ['spj', '食品经营许可（新办）'],
    ['shipinj', '食品经营许可（新办）'],
    ['laonian', '老年人优待证办理'],
    ['导游', '导游证核发'],
    ['kit', '风筝放飞许可'],
  ])('“%s” suggests %s', async (typed, name) => {
    const suggestions = await suggestItems(catalogueDb(database.db), typed, '2026-11-23')
    expect(suggestions.map((one) => one.name.zh)).toContain(name)
    expect(suggestions.length).toBeLessThanOrEqual(8)
  })
})
