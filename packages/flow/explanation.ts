/** Why a period ends when it does: lines whose days add up, and the same in plain words. Pure. */
import type { LegalDay, Words } from '@mashang/kit'
import { addDays, formatDay } from '@mashang/kit'
import { countDays, countStopped, findStop, type Reading } from './clock.ts'
import { type Period, periodInWords } from './period.ts'

/** The period and its extensions, each with the day it counts up to, and the due day after any roll-over. */
export interface End {
  readonly parts: readonly { readonly period: Period; readonly through: LegalDay }[]
  readonly due: LegalDay
}

/** One line of an explanation. The `days` of all lines add up to the days from the start to the due day. */
export type ExplanationLine = { readonly days: number } & (
  | { readonly kind: 'start'; readonly day: LegalDay; readonly event?: Words }
  | {
      readonly kind: 'period' | 'extension'
      /** All of its days, which count: `days` is the same number. */
      readonly period: Period
      readonly label?: Words
      readonly rule?: string
      readonly article?: string
    }
  | {
      readonly kind: 'skipped'
      readonly from: LegalDay
      readonly through: LegalDay
      readonly rest: 'weekend' | 'holiday'
      readonly name?: Words
    }
  | { readonly kind: 'make-up'; readonly day: LegalDay }
  | {
      /** `days` leaves out the day of the start, and what lies after the due day. */
      readonly kind: 'stopped'
      readonly from: LegalDay
      readonly through: LegalDay
      readonly open: boolean
      readonly stop: string
      readonly reason?: Words
      readonly article?: string
      readonly expected?: Period
    }
  | { readonly kind: 'rolled-over'; readonly from: LegalDay; readonly through: LegalDay }
  | { readonly kind: 'provisional'; readonly publishedThrough: LegalDay }
  | { readonly kind: 'due'; readonly day: LegalDay; readonly closing?: string; readonly stopped: boolean }
  | { readonly kind: 'capped'; readonly day: LegalDay; readonly would: LegalDay }
)

/** The lines of one reading of the clock, in the order in which a person would tell them. */
export function linesOf(reading: Reading, end: End, provisional: boolean): ExplanationLine[] {
  const { clock, start, stops } = reading
  const lines: ExplanationLine[] = [{ kind: 'start', days: 0, day: start, event: clock.event }]
  const { label, rule, article, period } = clock
  lines.push({ kind: 'period', days: period.count, period, label, rule, article })
  for (const { by, reason, article: basis } of clock.extensions ?? []) {
    lines.push({ kind: 'extension', days: by.count, period: by, label: reason, article: basis })
  }
  lines.push(...restLines(reading, end))
  for (const one of stops) {
    const { from, through, open, stop } = one
    const { kind, reason, article: basis, expected } = stop
    const days = countStopped(clock.calendar, 'd', one, start, end.due)
    lines.push({ kind: 'stopped', days, from, through, open, stop: kind, reason, article: basis, expected })
  }
  const counted = end.parts.at(-1)?.through ?? start
  if (end.due > counted) {
    const stopped = stops.map((one) => countStopped(clock.calendar, 'd', one, counted, end.due))
    const days = stopped.reduce((left, stop) => left - stop, countDays(clock.calendar, 'd', counted, end.due))
    lines.push({ kind: 'rolled-over', days, from: counted, through: end.due })
  }
  const stopped = stops.some((stop) => stop.open && stop.from <= end.due)
  lines.push({ kind: 'due', days: 0, day: end.due, closing: clock.closing, stopped })
  const { publishedThrough } = clock.calendar
  if (provisional) lines.push({ kind: 'provisional', days: 0, publishedThrough })
  return lines
}

/** Runs of days of rest left out while working days were counted, and make-up days that did count. */
function restLines({ clock, start, stops }: Reading, end: End): ExplanationLine[] {
  const lines: ExplanationLine[] = []
  let day = start
  for (const { period, through } of end.parts) {
    while (day < through) {
      day = addDays(day, 1)
      const { kind, name, work } = clock.calendar.kindOf(day)
      if (findStop(stops, day) || period.unit === 'd' || kind === 'working') continue
      const last = lines.at(-1)
      if (work) lines.push({ kind: 'make-up', days: 0, day })
      else if (last?.kind === 'skipped' && last.name === name && addDays(last.through, 1) === day) {
        lines[lines.length - 1] = { ...last, through: day, days: last.days + 1 }
      } else {
        const rest = kind === 'holiday' ? 'holiday' : 'weekend'
        lines.push({ kind: 'skipped', days: 1, from: day, through: day, rest, name })
      }
    }
  }
  return lines
}

/** The explanation in plain words, one sentence a line. */
export function explain(lines: readonly ExplanationLine[], language: 'zh' | 'en'): string[] {
  const say = language === 'zh' ? sayZh : sayEn
  const weekends = lines.filter((line) => line.kind === 'skipped' && line.rest === 'weekend')
  const sentences: string[] = []
  for (const line of lines) {
    if (line === weekends[0]) sentences.push(weekendSentence(weekends, language))
    else if (!weekends.includes(line)) sentences.push(say(line))
    if (line.kind === 'due') sentences.push(...sumSentence(lines, language))
  }
  return sentences
}

function sayZh(line: ExplanationLine): string {
  switch (line.kind) {
    case 'start':
      return `${formatDay(line.day, 'zh')}${line.event?.zh ?? '起算'}，当日不计入，从次日起计算（民法典第二百零一条）。`
    case 'period':
      return `${line.label?.zh ?? '期限'}为${periodInWords(line.period).zh}${inBrackets(line.article, 'zh')}。`
    case 'extension':
      return `经批准延长${periodInWords(line.period).zh}${line.label ? `，理由：${line.label.zh}` : ''}${inBrackets(line.article, 'zh')}。`
    case 'skipped':
      return `${line.name?.zh ?? '休息日'}放假（${rangeOf(line, 'zh')}）共 ${line.days} 天，不计入。`
    case 'make-up':
      return `${formatDay(line.day, 'zh')}是调休上班日，计入。`
    case 'stopped':
      return stoppedZh(line)
    case 'rolled-over':
      return `期限最后一日（${formatDay(line.from, 'zh')}）不是工作日或正停止计时，顺延 ${line.days} 天到下一个工作日（民法典第二百零三条）。`
    case 'provisional':
      return `${line.publishedThrough.slice(0, 4)}年以后的放假安排尚未公布，这个日期是按法定节假日暂算的，公布后会重新计算。`
    case 'due':
      return line.stopped
        ? `现在停止计时；如果今天恢复，到期日是${formatDay(line.day, 'zh')}，实际只会更晚。`
        : `到期日是${formatDay(line.day, 'zh')}，当日${line.closing ?? '24:00'}截止。`
    case 'capped':
      return `承诺时限不得长于法定时限：单独计算会到${formatDay(line.would, 'zh')}，因此以法定到期日为准。`
  }
}

function sayEn(line: ExplanationLine): string {
  switch (line.kind) {
    case 'start':
      return `${formatDay(line.day, 'en')}: ${line.event?.en ?? 'the period begins'}. That day is not counted; counting starts the next day (Civil Code, article 201).`
    case 'period':
      return `The ${line.label?.en ?? 'period'} is ${periodInWords(line.period).en}${inBrackets(line.article, 'en')}.`
    case 'extension':
      return `Extended with approval by ${periodInWords(line.period).en}${line.label ? `, because: ${line.label.en}` : ''}${inBrackets(line.article, 'en')}.`
    case 'skipped':
      return `${line.name?.en ?? 'Rest'} holiday (${rangeOf(line, 'en')}), ${inDays(line.days)}: not counted.`
    case 'make-up':
      return `${formatDay(line.day, 'en')} is a make-up working day and counts.`
    case 'stopped':
      return stoppedEn(line)
    case 'rolled-over':
      return `The last day (${formatDay(line.from, 'en')}) is no working day, or the clock is stopped; the end moves by ${inDays(line.days)} to the next working day (Civil Code, article 203).`
    case 'provisional':
      return `The holidays after ${line.publishedThrough.slice(0, 4)} are not announced yet; this day is reckoned with the statutory holidays and will be reckoned again.`
    case 'due':
      return line.stopped
        ? `The clock is stopped now; if it went on today, the last day would be ${formatDay(line.day, 'en')}. It can only be later.`
        : `The last day is ${formatDay(line.day, 'en')}, until ${line.closing ?? '24:00'}.`
    case 'capped':
      return `The promised limit is never longer than the statutory one: by itself it would end on ${formatDay(line.would, 'en')}, so the statutory day holds.`
  }
}

type StoppedLine = Extract<ExplanationLine, { kind: 'stopped' }>

function stoppedZh(line: StoppedLine): string {
  const what = line.reason?.zh ?? '特别程序'
  const told = line.expected ? `，预计${periodInWords(line.expected).zh}` : ''
  const basis = inBrackets(line.article, 'zh')
  if (line.open) return `${what}：从${formatDay(line.from, 'zh')}起停止计时，尚未恢复${told}${basis}。`
  const range = rangeOf(line, 'zh')
  if (line.days === 0) return `${what}（${range}）：不影响到期日${basis}。`
  return `${what}：停止计时（${range}），${line.days} 天不计入${told}${basis}。`
}

function stoppedEn(line: StoppedLine): string {
  const what = line.reason?.en ?? 'Special procedure'
  const told = line.expected ? `, expected to take ${periodInWords(line.expected).en}` : ''
  const basis = inBrackets(line.article, 'en')
  if (line.open)
    return `${what}: the clock has been stopped since ${formatDay(line.from, 'en')}${told}${basis}.`
  const range = rangeOf(line, 'en')
  if (line.days === 0) return `${what} (${range}): does not change the last day${basis}.`
  return `${what}: the clock was stopped (${range}), ${inDays(line.days)} not counted${told}${basis}.`
}

/** Weekends are told together: one sentence for each would drown the rest. */
function weekendSentence(weekends: readonly ExplanationLine[], language: 'zh' | 'en'): string {
  const days = weekends.reduce((sum, line) => sum + line.days, 0)
  const ranges = weekends.map((line) => (line.kind === 'skipped' ? rangeOf(line, language) : ''))
  return language === 'zh'
    ? `双休日共 ${days} 天，不计入：${ranges.join('、')}。`
    : `Weekends, ${inDays(days)} not counted: ${ranges.join(', ')}.`
}

/** `3月2日之后第 30 天 = 20 + 8 + 2`: shows that the lines add up. */
function sumSentence(lines: readonly ExplanationLine[], language: 'zh' | 'en'): string[] {
  const sumOf = (...kinds: ExplanationLine['kind'][]) =>
    lines.reduce((sum, line) => sum + (kinds.includes(line.kind) ? line.days : 0), 0)
  const parts = [
    { days: sumOf('period', 'extension'), zh: '计入', en: 'counted' },
    { days: sumOf('skipped'), zh: '休息日', en: 'of rest' },
    { days: sumOf('stopped'), zh: '停止计时', en: 'stopped' },
    { days: sumOf('rolled-over'), zh: '顺延', en: 'of moving on' },
  ].filter((part) => part.days > 0)
  if (parts.length < 2) return []
  const total = parts.reduce((sum, part) => sum + part.days, 0)
  return language === 'zh'
    ? [`合计：${parts.map((part) => `${part.zh} ${part.days} 天`).join(' + ')} = 起算日之后第 ${total} 天。`]
    : [
        `In all: ${parts.map((part) => `${part.days} ${part.en}`).join(' + ')} = day ${total} after the start.`,
      ]
}

function inDays(days: number): string {
  return `${days} day${days === 1 ? '' : 's'}`
}

function inBrackets(article: string | undefined, language: 'zh' | 'en'): string {
  if (!article) return ''
  return language === 'zh' ? `（${article}）` : ` (${article})`
}

/** `3月7日–8日`, `9月30日–10月8日`; the year stands only where it changes. */
function rangeOf({ from, through }: { from: LegalDay; through: LegalDay }, language: 'zh' | 'en'): string {
  const [year, month, day] = from.split('-').map(Number)
  const [endYear, endMonth, endDay] = through.split('-').map(Number)
  if (language === 'en') return from === through ? from : `${from} to ${through}`
  const first = `${month}月${day}日`
  if (from === through) return first
  if (endYear !== year) return `${year}年${first}–${endYear}年${endMonth}月${endDay}日`
  return endMonth === month ? `${first}–${endDay}日` : `${first}–${endMonth}月${endDay}日`
}
