/**
 * (d) Search over 100,000 public items, two at a time: names in full, words of them, everyday words, pinyin, slips of
 * the keyboard, single words that stand in every third name, filters; and what is suggested while somebody types.
 * Names are those of the public lists where they are there (MASHANG_PUBLIC_DATA), for districts and situations;
 * otherwise put together from parts.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServiceItem } from '@mashang/flow'
import { isRefusal } from '@mashang/kit'
import { folded, syllablesOf } from '@mashang/search'
import { openStore } from '@mashang/store'
import { sql } from 'kysely'
import { loadProfile } from '../modules/approvals/catalogue/load-profile.ts'
import { saveDocuments, searchDocumentOf } from '../modules/approvals/catalogue/search/document.ts'
import { createItemSearch } from '../modules/approvals/catalogue/search/search.ts'
import { suggestItems } from '../modules/approvals/catalogue/search/suggest.ts'
import { catalogueDb } from '../modules/approvals/catalogue/tables.ts'
import { approvalsMigrations } from '../modules/approvals/index.ts'
import { processorTime } from './parts/cpu.ts'

const ITEMS = Number(process.argv[2] ?? 100_000)
const SEARCHES = Number(process.argv[3] ?? 4000)
const AT_ONCE = 2
const DATA = process.env.MASHANG_PUBLIC_DATA ?? join(import.meta.dirname, '../../shared/data')

/** The same numbers each time (mulberry32). */
let state = 20261123
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return (((t ^ (t >>> 14)) >>> 0) / 4294967296) * below
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random(list.length))] as T

const DISTRICTS = [
  '',
  '中山区',
  '西岗区',
  '沙河口区',
  '甘井子区',
  '旅顺口区',
  '金普新区',
  '普兰店区',
  '瓦房店市',
  '庄河市',
]
const SITUATIONS = [
  ['first', '（新办）'],
  ['change', '（变更）'],
  ['renewal', '（延续）'],
  ['cancellation', '（注销）'],
] as const

interface Named {
  readonly name: string
  readonly everyday: readonly string[]
}

function publicNames(): readonly Named[] {
  const guangdong = join(DATA, 'service-items-guangdong.jsonl')
  const guangan = join(DATA, 'service-items-guangan.json')
  if (!existsSync(guangdong) || !existsSync(guangan)) return []
  const lines = readFileSync(guangdong, 'utf8').split('\n').filter(Boolean)
  const items = lines.map((line) => JSON.parse(line) as { TASK_NAME: string; matter_daily: string })
  const others = JSON.parse(readFileSync(guangan, 'utf8')) as { name: string }[]
  return [
    ...items.map(({ TASK_NAME, matter_daily }) => ({
      name: TASK_NAME,
      everyday: matter_daily === '无' ? [] : matter_daily.split(/[,，、]/),
    })),
    ...others.map(({ name }) => ({ name, everyday: [] })),
  ]
}

function madeNames(): readonly Named[] {
  const things =
    '食品 药品 烟草 道路 水路 建筑 林木 渔业 出版物 印刷 旅行社 医疗机构 幼儿园 学校 特种设备 危险化学品 广告 爆破 电梯 燃气 供水 档案 宗教 体育 广播 电影 演出 测绘 计量 邮政'
  const acts =
    '经营 生产 运输 使用 设立 变更 采伐 养殖 批发 零售 安装 改造 维修 检验 检测 进口 出口 施工 设计 监理'
  const ends = '许可 登记 备案 审批 核准 认定 注册 年检 查询 申报'
  const all = things
    .split(' ')
    .flatMap((thing) =>
      acts
        .split(' ')
        .flatMap((act) =>
          ends.split(' ').map((end) => ({ name: `${thing}${act}${end}`, everyday: [`办${thing}${act}`] })),
        ),
    )
  return all
}

const profile = await loadProfile(join(import.meta.dirname, '../definitions/dalian'))
if (isRefusal(profile)) throw new Error(profile.code)
const [model] = profile.items
if (!model) throw new Error('the profile has no item to vary')
const published = publicNames()
const names = published.length > 0 ? published : madeNames()

function anItem(index: number, kite: ServiceItem): ServiceItem {
  const base = names[index % names.length] as Named
  const round = Math.floor(index / names.length)
  const [situation, suffix] = SITUATIONS[
    Math.floor(round / DISTRICTS.length) % SITUATIONS.length
  ] as (typeof SITUATIONS)[number]
  const district = DISTRICTS[round % DISTRICTS.length] ?? ''
  return {
    ...kite,
    code: `BENCH-${index}`,
    name: { zh: `${district}${base.name}${round < DISTRICTS.length ? '' : suffix}` },
    summary: {
      zh: `${district || '全市'}的单位和个人办理${base.name}前，请先准备齐材料，可以网上申请，也可以到窗口办理。`,
    },
    situation,
    organ: pick(profile && !isRefusal(profile) ? profile.organs : []).id,
    themes: [pick(THEMES), pick(THEMES)],
    applicants: index % 3 === 0 ? ['person'] : index % 3 === 1 ? ['enterprise'] : ['person', 'enterprise'],
    depth: 1 + (index % 4),
    'everyday-words': [...base.everyday],
  }
}

const THEMES = profile.themes.map(({ id }) => id)
const ORGANS = new Map(profile.organs.map((organ) => [organ.id, organ]))

const folder = mkdtempSync(join(tmpdir(), 'mashang-bench-search-'))
const store = await openStore({
  dataFolder: folder,
  migrations: [approvalsMigrations],
  poolSize: AT_ONCE + 2,
})
try {
  const begun = performance.now()
  await fill(model.item)
  const filled = (performance.now() - begun) / 1000
  await run(filled)
} finally {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The indexes last, as after a restore: what is measured is the search, not the filling. */
async function fill(kite: ServiceItem): Promise<void> {
  const { rows } = await sql<{ name: string; text: string }>`
    select indexname as name, indexdef as text from pg_indexes
    where schemaname = 'approvals' and tablename = 'item_search' and indexname <> 'item_search_pkey'`.execute(
    store.db,
  )
  for (const { name } of rows) await sql`drop index approvals.${sql.id(name)}`.execute(store.db)
  for (let start = 0; start < ITEMS; start += 1000) {
    const items = Array.from({ length: Math.min(1000, ITEMS - start) }, (_, at) => anItem(start + at, kite))
    const documents = items.map((item) => searchDocumentOf(item, ORGANS.get(item.organ)))
    await store.db.executeQuery(saveDocuments(documents).compile(store.db))
  }
  for (const { text } of rows) await sql.raw(text).execute(store.db)
  await sql`vacuum analyze approvals.item_search`.execute(store.db)
}

/** What people type, in the shares in which they do. */
function aQuery(): { text?: string; theme?: string; organ?: string; online?: boolean; page?: number } {
  const { name, everyday } = pick(names)
  const text = folded(name)
  const characters = [...text]
  const share = random(100)
  if (share < 15) return { text: name }
  if (share < 40) return { text: characters.slice(0, 4 + Math.floor(random(4))).join('') }
  if (share < 50) return { text: `怎么办${everyday[0] ?? characters.slice(2, 8).join('')}` }
  if (share < 60)
    return {
      text: syllablesOf(text)
        .map((one) => one[0])
        .join('')
        .slice(0, 6),
    }
  if (share < 66) return { text: syllablesOf(text).slice(0, 4).join('') }
  if (share < 76)
    return {
      text: characters
        .map((one, at) => (at === 2 ? '的' : one))
        .slice(0, 7)
        .join(''),
    }
  if (share < 84)
    return {
      text: pick(['许可', '登记', '证', '备案', '查询', '食品', '施工 许可']),
      page: 1 + Math.floor(random(3)),
    }
  if (share < 92)
    return {
      text: characters.slice(0, 4).join(''),
      organ: pick(profile && !isRefusal(profile) ? profile.organs : []).id,
    }
  return { theme: pick(THEMES), online: random(2) < 1, page: 1 + Math.floor(random(20)) }
}

async function run(filled: number): Promise<void> {
  const db = catalogueDb(store.db)
  const search = createItemSearch(db, { now: () => new Date() })
  // Everything is in memory before anything is measured, as it is in a server that has run for a while.
  await sql`select count(*), sum(pg_column_size(card)) from approvals.item_search`.execute(db)
  for (let warm = 0; warm < 300; warm++) await search.find(aQuery())
  const queries = Array.from({ length: SEARCHES }, aQuery)
  let found = 0
  const before = await processorTime(process.pid, folder)
  const searched = await timed(queries, async (query) => {
    if ((await search.find(query)).total > 0) found++
  })
  const after = await processorTime(process.pid, folder)
  const spent = (part: 'server' | 'database') =>
    `${(((after[part] - before[part]) / SEARCHES) * 1000).toFixed(1)}`
  const typed = queries.flatMap(({ text = '' }) =>
    text.length > 1 ? [text.slice(0, 1 + Math.floor(random(4)))] : [],
  )
  const suggested = await timed(typed, async (text) => {
    await suggestItems(db, text, '2026-11-23')
  })
  const { rows } = await sql<{ size: string }>`
    select pg_size_pretty(pg_total_relation_size('approvals.item_search')) as size`.execute(db)
  process.stdout.write(
    `search: ${ITEMS} items (${published.length > 0 ? 'public names' : 'made names'}), ${AT_ONCE} at once: ${told(searched)}, ` +
      `${((100 * found) / SEARCHES).toFixed(0)} % found something; processor time a search ${spent('server')} ms here and ` +
      `${spent('database')} ms in PostgreSQL; suggestions: ${told(suggested)}; ` +
      `table and index ${rows[0]?.size}, filled in ${filled.toFixed(0)} s\n`,
  )
  if (process.env.SLOWEST)
    for (const [ms, index] of searched.slice(-15))
      process.stderr.write(`${ms.toFixed(1)} ms ${JSON.stringify(queries[index])}\n`)
}

/** Milliseconds of each call and its place, the slowest last. */
async function timed<T>(
  inputs: readonly T[],
  call: (input: T) => Promise<void>,
): Promise<readonly [number, number][]> {
  const times: [number, number][] = []
  let next = 0
  const worker = async () => {
    while (next < inputs.length) {
      const index = next++
      const begun = performance.now()
      await call(inputs[index] as T)
      times.push([performance.now() - begun, index])
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return times.sort((a, b) => a[0] - b[0])
}

function told(times: readonly [number, number][]): string {
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)]?.[0] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}
