/** 服务指南 — the published guides as a book, of one organ or all: contents, QR codes, an index by letter. */
import type { DocumentData } from '@mashang/document'
import { type Language, legalDayOf } from '@mashang/kit'
import { sql } from 'kysely'
import { type CatalogueInside, organRefOf } from './needs.ts'
import { noticeOf, printingOf } from './print-data.ts'

type Book = DocumentData['guide-book']

/** The items that are public today, in the order of their names in pinyin. */
async function listPublic({ db, clock }: CatalogueInside, organ: string | undefined) {
  const today = legalDayOf(clock.now())
  return db
    .selectFrom('item_search')
    .select(['code', 'version', 'sort_key', 'name_en'])
    .where(sql<boolean>`coalesce(effective_to, ${today}) >= ${today}`)
    .where(sql<boolean>`${organ ?? ''} in ('', organ)`)
    .orderBy('sort_key')
    .orderBy('code')
    .execute()
}

/** The book of one organ, or of all; undefined where there is nothing to print. */
export async function bookOf(
  inside: CatalogueInside,
  organ: string | undefined,
  language: Language,
): Promise<Book | undefined> {
  const rows = await listPublic(inside, organ)
  const items = await Promise.all(rows.map(({ code, version }) => inside.catalogue.getVersion(code, version)))
  if (items.length === 0) return undefined
  const { city } = inside.profile
  const say = (text: { readonly zh: string; readonly en?: string }) => text[language] ?? text.zh
  const notices = items.map((item) => ({
    organ: item.organ,
    notice: { ...noticeOf(printingOf(inside, item, language)), itemCode: item.code },
  }))
  const parts = inside.profile.organs.flatMap(({ id, phone, address }) => {
    const own = notices.filter((one) => one.organ === id).map(({ notice }) => notice)
    const name = say(organRefOf(inside.organs, id).name)
    const lines = [`${PHONE[language]}${phone}`, `${ADDRESS[language]}${say(address)}`]
    return own.length > 0 ? [{ organ: name, lines, items: own }] : []
  })
  const title =
    language === 'zh' ? `${city.name.zh}政务服务指南` : `Guide to public services of ${say(city.name)}`
  return {
    title,
    ...(organ === undefined ? {} : { subtitle: say(organRefOf(inside.organs, organ).name) }),
    publisher: say(city.centre),
    date: legalDayOf(inside.clock.now()),
    parts,
    index: indexOf(
      rows.map((row, i) => ({
        letter: letterOf(language === 'zh' ? row.sort_key : row.name_en),
        name: notices[i]?.notice.itemName ?? row.code,
        code: row.code,
      })),
      language,
    ),
  }
}

const PHONE = { zh: '咨询电话：', en: 'Telephone: ' }
const ADDRESS = { zh: '地址：', en: 'Address: ' }

interface Indexed {
  readonly letter: string
  readonly name: string
  readonly code: string
}

function indexOf(entries: readonly Indexed[], language: Language): Book['index'] {
  const letters = [...new Set(entries.map(({ letter }) => letter))].sort()
  return letters.map((letter) => {
    const own = entries.filter((one) => one.letter === letter).map(({ name, code }) => ({ name, code }))
    // In Chinese they come in the order of their pinyin already.
    return { letter, entries: language === 'zh' ? own : own.sort((a, b) => (a.name < b.name ? -1 : 1)) }
  })
}

/** A–Z, or # for what begins with a digit or another sign. */
function letterOf(key: string): string {
  const first = key.charAt(0).toUpperCase()
  return first >= 'A' && first <= 'Z' ? first : '#'
}
