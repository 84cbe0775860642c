/** 通报 — the bulletin of a month: the same numbers as the figures, in words, bars and a table. */
import type { DocumentData } from '@mashang/document'
import {
  averageText,
  type Language,
  legalDayOf,
  MONTHS_EN,
  type Refusal,
  rateText,
  refuse,
  type Stream,
  type Words,
} from '@mashang/kit'
import type { CardCounts, CardLine, Counts, FigureLine } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { countCards, findCards } from './cards.ts'
import { figuresOf } from './figures.ts'
import { drawnIn, lastDayOf } from './samples.ts'

type Bulletin = DocumentData['bulletin']
type Section = Bulletin['sections'][number]

/** Cards that a bulletin lists at most; its numbers count all of them. */
const CARDS = 1000

export async function printBulletin(
  inside: Inside,
  month: string,
  language: Language,
): Promise<Stream | Refusal> {
  const today = legalDayOf(inside.clock.now())
  const from = `${month}-01`
  if (from > today) return refuse('month-not-begun', { facts: { month } })
  const to = lastDayOf(month)
  const asked = { from, to, organ: undefined }
  const figures = await figuresOf(inside, asked, 'organ')
  const [counts, cards] = await Promise.all([
    countCards(inside, asked),
    findCards(inside, asked, 'all', { limit: CARDS }),
  ])
  const drawn = await samplesOf(inside, month)
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const data: Bulletin = {
    publisher: inside.centre[language],
    month: monthName(month, language),
    date: today,
    ...(to >= today
      ? {
          note: say(
            '本月未结束，数据截至印制当日。',
            'The month is not over: figures up to the day of printing.',
          ),
        }
      : {}),
    sections: [
      overall(figures.total, figures.lines, language),
      byOrgan(figures.lines, language),
      carded(counts, cards, language),
      inspected(drawn, language),
      method(language),
    ],
  }
  const pdf = await inside.documents.render('bulletin', data, language)
  return {
    type: 'application/pdf',
    filename: `${say('效能监察通报', 'bulletin')} ${month}.pdf`,
    size: pdf.length,
    inline: true,
    body: pdf,
  }
}

function overall(total: Counts, lines: readonly FigureLine[], language: Language): Section {
  const rated = lines.filter(({ onTime, late }) => onTime + late > 0)
  const zh = `本月全市收件 ${total.received} 件，受理 ${total.accepted} 件，办结 ${total.concluded} 件，其中准予 ${total.granted} 件、不予 ${total.refused} 件、不予受理 ${total.declined} 件、不需许可 ${total.notNeeded} 件、申请人撤回 ${total.withdrawn} 件。作出决定的 ${total.onTime + total.late} 件中按期 ${total.onTime} 件，按期办结率 ${rateText(total)}；平均用时 ${averageText(total, 'daysUsed')} 个工作日，平均承诺 ${averageText(total, 'daysPromised')} 个工作日。`
  const en = `This month ${total.received} applications were received, ${total.accepted} accepted and ${total.concluded} concluded: ${total.granted} granted, ${total.refused} refused, ${total.declined} declined, ${total.notNeeded} found not needed, ${total.withdrawn} withdrawn. Of ${total.onTime + total.late} decided, ${total.onTime} were on time: ${rateText(total)}. On average they took ${averageText(total, 'daysUsed')} working days of ${averageText(total, 'daysPromised')} promised.`
  return {
    title: language === 'zh' ? '一、总体情况' : '1. Overall',
    paragraphs: [
      language === 'zh' ? zh : en,
      ...(rated.length > 0 ? [language === 'zh' ? '各部门按期办结率：' : 'On-time rate by department:'] : []),
    ],
    ...(rated.length > 0
      ? {
          bars: {
            most: 1,
            rows: rated.map((line) => ({
              label: line.label[language],
              value: line.onTime / (line.onTime + line.late),
              text: rateText(line),
            })),
          },
        }
      : {}),
  }
}

const COLUMNS: readonly (readonly [
  Words,
  number | 'narrow',
  (line: FigureLine, language: Language) => string,
])[] = [
  [{ zh: '部门', en: 'Department' }, 1, ({ label }, language) => label[language]],
  [{ zh: '收件', en: 'Received' }, 'narrow', ({ received }) => String(received)],
  [{ zh: '办结', en: 'Concluded' }, 'narrow', ({ concluded }) => String(concluded)],
  [{ zh: '按期', en: 'On time' }, 'narrow', ({ onTime }) => String(onTime)],
  [{ zh: '超期', en: 'Late' }, 'narrow', ({ late }) => String(late)],
  [{ zh: '按期率', en: 'Rate' }, 'narrow', (line) => rateText(line)],
  [{ zh: '平均用时', en: 'Days used' }, 'narrow', (line) => averageText(line, 'daysUsed')],
  [{ zh: '平均承诺', en: 'Promised' }, 'narrow', (line) => averageText(line, 'daysPromised')],
]

function byOrgan(lines: readonly FigureLine[], language: Language): Section {
  const zh = language === 'zh'
  return {
    title: zh ? '二、各部门数据' : '2. By department',
    paragraphs: lines.length === 0 ? [zh ? '本月没有办件。' : 'There were no cases this month.'] : [],
    ...(lines.length > 0
      ? {
          table: {
            columns: COLUMNS.map(([title, width]) => ({ title: title[language], width })),
            rows: lines.map((line) => COLUMNS.map(([, , cell]) => cell(line, language))),
          },
        }
      : {}),
  }
}

function carded(counts: CardCounts, cards: readonly CardLine[], language: Language): Section {
  const zh = language === 'zh'
  const { yellow, red, appealed, lifted, upheld } = counts
  return {
    title: zh ? '三、红黄牌、申诉和裁定' : '3. Cards, appeals and rulings',
    paragraphs: [
      zh
        ? `本月发黄牌 ${yellow} 张、红牌 ${red} 张；申诉 ${appealed} 张，裁定维持 ${upheld} 张、撤销 ${lifted} 张。`
        : `${yellow} yellow and ${red} red cards were given; ${appealed} were appealed, ${upheld} upheld and ${lifted} lifted.`,
    ],
    ...(cards.length > 0
      ? {
          table: {
            columns: (zh
              ? (['编号', '部门', '牌', '发牌', '裁定'] as const)
              : (['Case', 'Department', 'Card', 'Given', 'Ruling'] as const)
            ).map((title, at) => ({ title, width: at === 1 ? 1 : ('narrow' as const) })),
            rows: cards.map((card) => [
              card.number,
              card.organ[language],
              CARD[card.colour][language],
              card.givenOn,
              card.ruling
                ? RULING[card.ruling.outcome][language]
                : card.appeal
                  ? zh
                    ? '待裁定'
                    : 'waiting'
                  : '—',
            ]),
          },
        }
      : {}),
  }
}

const CARD = { yellow: { zh: '黄牌', en: 'yellow' }, red: { zh: '红牌', en: 'red' } } as const
const RULING = { upheld: { zh: '维持', en: 'upheld' }, lifted: { zh: '撤销', en: 'lifted' } } as const

interface Drawn {
  readonly samples: number
  readonly cases: number
  readonly inspected: number
  readonly faults: number
}

async function samplesOf({ db }: Inside, month: string): Promise<Drawn> {
  const rows = await drawnIn(db.selectFrom('sample').select('state'), month).execute()
  const found = rows.flatMap(({ state }) => Object.values(state.inspections))
  return {
    samples: rows.length,
    cases: rows.reduce((sum, { state }) => sum + state.cases.length, 0),
    inspected: found.length,
    faults: found.filter(({ result }) => result === 'faults').length,
  }
}

function inspected({ samples, cases, inspected: done, faults }: Drawn, language: Language): Section {
  return language === 'zh'
    ? {
        title: '四、抽查',
        paragraphs: [
          samples === 0
            ? '本月没有抽查。'
            : `本月抽查 ${samples} 次，抽取 ${cases} 件，已检查 ${done} 件，发现问题 ${faults} 件。`,
        ],
      }
    : {
        title: '4. Samples',
        paragraphs: [
          samples === 0
            ? 'No sample was drawn this month.'
            : `${samples} samples of ${cases} cases were drawn; ${done} were inspected, faults found in ${faults}.`,
        ],
      }
}

function method(language: Language): Section {
  return language === 'zh'
    ? {
        title: '五、统计口径',
        paragraphs: [
          '收件、受理、办结按发生之日统计。按期办结率 = 在承诺期限内作出决定的件数 ÷ 作出决定的件数；申诉后撤销的红牌不计超期。用时为工作日，受理当日和特别程序期间不计。',
        ],
      }
    : {
        title: '5. How it is counted',
        paragraphs: [
          'Received, accepted and concluded count on the day they happened. On-time rate = decided within the promised limit ÷ decided; a red card lifted on appeal does not count as late. Days are working days, without the day of acceptance and the days of clock stops.',
        ],
      }
}

function monthName(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-')
  return language === 'zh' ? `${year}年${Number(number)}月` : `${MONTHS_EN[Number(number) - 1] ?? ''} ${year}`
}
