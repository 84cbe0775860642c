/**
 * Writes definitions/<city>/calendars/: one file a year from the State Council's notices, and the fixed statutory
 * holidays of the years that have no notice yet. Run it when a notice is out and chinese-days knows it:
 *   node scripts/make-calendars.mjs [folder]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const chineseDays = require('chinese-days')
const arrangements = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'))

const folder = process.argv[2] ?? 'definitions/dalian/calendars'
const FIRST = 2007
const LAST_PROVISIONAL = 2050
const LAST = Math.max(...Object.keys(arrangements.holidays).map((day) => Number(day.slice(0, 4))))

/** Numbers of notices, as far as they could be confirmed. */
const NUMBERS = {
  2007: '国办发明电〔2006〕49号',
  2016: '国办发明电〔2015〕18号',
  2017: '国办发明电〔2016〕17号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
}

/** Notices that changed a year after its own notice. */
const LATER = {
  2015: ['国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知'],
  2019: ['国务院办公厅关于调整2019年劳动节假期安排的通知'],
  2020: ['国务院办公厅关于延长2020年春节假期的通知'],
}

const NAMES = {
  元旦: { zh: '元旦', en: "New Year's Day" },
  春节: { zh: '春节', en: 'Spring Festival' },
  清明: { zh: '清明节', en: 'Qingming Festival' },
  劳动节: { zh: '劳动节', en: 'Labour Day' },
  端午: { zh: '端午节', en: 'Dragon Boat Festival' },
  中秋: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  国庆节: { zh: '国庆节', en: 'National Day' },
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: {
    zh: '抗战胜利70周年纪念日',
    en: '70th anniversary of victory in the War of Resistance',
  },
}

function nameOf(description) {
  const name = NAMES[description.split(',')[1]]
  if (!name) throw new Error(`no name for the holiday “${description}”`)
  return name
}

function noticesOf(year) {
  const title = `国务院办公厅关于${year}年部分节假日安排的通知`
  const first = NUMBERS[year] ? { title, number: NUMBERS[year] } : { title }
  return [first, ...(LATER[year] ?? []).map((later) => ({ title: later }))]
}

/** Holidays in a row under one name are one entry, as the notice lists them. */
function holidaysOf(year) {
  const holidays = []
  for (const day of Object.keys(arrangements.holidays).sort()) {
    if (!day.startsWith(String(year))) continue
    const name = nameOf(arrangements.holidays[day])
    const last = holidays.at(-1)
    if (last?.name === name) last.days.push(day)
    else holidays.push({ name, days: [day] })
  }
  return holidays
}

function yearFile(year) {
  // Days around New Year may be moved by the notice of the year after; they stand with the year they fall in.
  const moved = Object.keys(arrangements.workdays)
    .concat(Object.keys(arrangements.holidays))
    .filter((day) => day.startsWith(`${year}-12`))
    .some((day) => (arrangements.workdays[day] ?? arrangements.holidays[day]).includes('元旦'))
  return {
    kind: 'calendar-year',
    year,
    notices: [...noticesOf(year), ...(moved ? noticesOf(year + 1).slice(0, 1) : [])],
    holidays: holidaysOf(year),
    'working-weekends': Object.keys(arrangements.workdays)
      .filter((day) => day.startsWith(String(year)))
      .sort(),
  }
}

function addDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

function statutoryOf(year) {
  const lunar = (monthDay) => chineseDays.getSolarDateFromLunar(`${year}-${monthDay}`).date
  const newYear = lunar('01-01')
  return {
    year,
    holidays: [
      { name: NAMES.元旦, days: [`${year}-01-01`] },
      { name: NAMES.春节, days: [-1, 0, 1, 2].map((offset) => addDays(newYear, offset)) },
      { name: NAMES.清明, days: [chineseDays.getSolarTermDate(year, 4, 'pure_brightness')] },
      { name: NAMES.劳动节, days: [`${year}-05-01`, `${year}-05-02`] },
      { name: NAMES.端午, days: [lunar('05-05')] },
      { name: NAMES.中秋, days: [lunar('08-15')] },
      { name: NAMES.国庆节, days: ['01', '02', '03'].map((day) => `${year}-10-${day}`) },
    ],
  }
}

function write(name, content) {
  // The days of one holiday on one line keep a change readable.
  const text = JSON.stringify(content, null, 2).replace(
    /\[\s+("\d{4}-\d\d-\d\d"(?:,\s+"\d{4}-\d\d-\d\d")*)\s+\]/g,
    (_, days) => `[${days.replace(/,\s+/g, ', ')}]`,
  )
  writeFileSync(join(folder, name), `${text}\n`)
}

mkdirSync(folder, { recursive: true })
for (let year = FIRST; year <= LAST; year++) write(`${year}.json`, yearFile(year))
write('statutory-holidays.json', {
  kind: 'statutory-holidays',
  basis: {
    law: '全国年节及纪念日放假办法',
    article: '第二条',
    version: '2024年11月10日第四次修订，2025年1月1日起施行',
  },
  years: Array.from({ length: LAST_PROVISIONAL - FIRST + 1 }, (_, i) => FIRST + i)
    .filter((year) => year > LAST)
    .map(statutoryOf),
})
process.stdout.write(
  `${folder}: ${FIRST}–${LAST} from notices, ${LAST + 1}–${LAST_PROVISIONAL} provisional\n`,
)
