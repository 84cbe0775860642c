/** The working-day calendar, built from definition data. Pure: whoever calls reads the files. */
import { type Static, Type } from 'typebox'
import { dayNumberOf, dayOfNumber, isLegalDay, type LegalDay, weekdayOfNumber } from './legal-day.ts'
import type { Refusal, Words } from './refusal.ts'
import { isRefusal, refuse } from './refusal.ts'
import { validatorOf } from './validate.ts'

const Day = Type.String({ format: 'date' })
const Holiday = Type.Object({
  name: Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }),
  days: Type.Array(Day, { minItems: 1, uniqueItems: true }),
})

/** 节假日安排 — one year of the calendar as the State Council's notice arranges it. */
const CalendarYear = Type.Object({
  kind: Type.Literal('calendar-year'),
  year: Type.Integer({ minimum: 1950, maximum: 2200 }),
  /** The notices it comes from, later changes last. */
  notices: Type.Array(Type.Object({ title: Type.String(), number: Type.Optional(Type.String()) }), {
    minItems: 1,
  }),
  holidays: Type.Array(Holiday),
  /** 调休 — Saturdays and Sundays that are worked. */
  'working-weekends': Type.Array(Day, { uniqueItems: true }),
})
type CalendarYear = Static<typeof CalendarYear>

/** 法定节假日 — the holidays fixed by 全国年节及纪念日放假办法, for years that have no notice yet. */
const StatutoryHolidays = Type.Object({
  kind: Type.Literal('statutory-holidays'),
  basis: Type.Object({ law: Type.String(), article: Type.String(), version: Type.String() }),
  years: Type.Array(
    Type.Object({ year: Type.Integer({ minimum: 1950, maximum: 2200 }), holidays: Type.Array(Holiday) }),
  ),
})

const checkFile = validatorOf(Type.Union([CalendarYear, StatutoryHolidays]))

/** What a day is. `work` tells working days; `name` names the holiday or make-up day, if it is one. */
export interface DayKind {
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday'
  readonly work: boolean
  readonly name?: Words
}

/** 工作日历 — tells working days from others, in constant time, for every day from `first` to `last`. */
export interface Calendar {
  readonly first: LegalDay
  readonly last: LegalDay
  /** Last day that a published notice covers; what lies after it is provisional. */
  readonly publishedThrough: LegalDay
  covers(day: LegalDay): boolean
  isWorkingDay(day: LegalDay): boolean
  isProvisional(day: LegalDay): boolean
  kindOf(day: LegalDay): DayKind
  /** The first working day after `day`; undefined when it lies beyond the calendar. */
  nextWorkingDay(day: LegalDay): LegalDay | undefined
  /** The `count`-th working day after `day` (0: the day itself); undefined when it lies beyond the calendar. */
  addWorkingDays(day: LegalDay, count: number): LegalDay | undefined
  /** Working days after `after` up to and including `through`; none when `through` is not later. */
  countWorkingDays(after: LegalDay, through: LegalDay): number
}

/**
 * Makes a calendar of the parsed files of one folder of definitions (one file a year, and the statutory holidays).
 * Refuses with `calendar-invalid` what is no such file, years with a gap between them, and days that contradict.
 */
export function calendarOf(files: readonly unknown[]): Calendar | Refusal {
  const years = new Map<number, YearPlan>()
  const later: YearPlan[] = []
  for (const file of files) {
    const checked = checkFile(file)
    if (isRefusal(checked)) return { ...checked, code: 'calendar-invalid', facts: { reason: REASONS.shape } }
    const { value } = checked
    if (value.kind === 'calendar-year') {
      const plan = planOf(value)
      if (isRefusal(plan)) return plan
      if (years.has(plan.year)) return invalid(REASONS.twice, plan.year)
      years.set(plan.year, plan)
    } else {
      for (const year of value.years)
        later.push({ year: year.year, published: false, days: daysOf(year.holidays, []) })
    }
  }
  const lastPublished = Math.max(...years.keys())
  for (const plan of later) {
    // A notice, once published, takes the place of the statutory days.
    if (!years.has(plan.year)) years.set(plan.year, plan)
  }
  const plans = [...years.values()].sort((a, b) => a.year - b.year)
  const gap = plans.find((plan, i) => i > 0 && plan.year !== (plans[i - 1]?.year ?? 0) + 1)
  if (gap) return invalid(REASONS.gap, gap.year)
  if (plans.length === 0 || !Number.isFinite(lastPublished)) return invalid(REASONS.none, 0)
  const unpublished = plans.find((plan) => plan.year < lastPublished && !plan.published)
  if (unpublished) return invalid(REASONS.gap, unpublished.year)
  return new DayTable(plans, `${lastPublished}-12-31`)
}

interface YearPlan {
  readonly year: number
  readonly published: boolean
  readonly days: ReadonlyMap<LegalDay, DayKind>
}

const REASONS = {
  shape: { zh: '文件结构不对', en: 'a file is not of the right shape' },
  twice: { zh: '同一年有两份', en: 'a year is given twice' },
  gap: { zh: '年份不连续', en: 'years are missing' },
  none: { zh: '没有任何一年的通知', en: 'no year with a notice is given' },
  day: { zh: '日期不在该年内，或休息与上班相互矛盾', en: 'a day is outside its year or contradicts another' },
} as const

function invalid(reason: Words, year: number): Refusal {
  return refuse('calendar-invalid', { facts: { reason, year } })
}

function planOf(file: CalendarYear): YearPlan | Refusal {
  const days = daysOf(file.holidays, file['working-weekends'])
  const given = file.holidays.reduce(
    (sum, holiday) => sum + holiday.days.length,
    file['working-weekends'].length,
  )
  const outside = [...days.keys()].some((day) => !day.startsWith(`${file.year}-`))
  const worked = file['working-weekends'].some((day) => !isWeekend(dayNumberOf(day)))
  if (outside || worked || given !== days.size) return invalid(REASONS.day, file.year)
  return { year: file.year, published: true, days }
}

function daysOf(
  holidays: readonly Static<typeof Holiday>[],
  workingWeekends: readonly LegalDay[],
): Map<LegalDay, DayKind> {
  const days = new Map<LegalDay, DayKind>()
  for (const holiday of holidays) {
    for (const day of holiday.days) days.set(day, { kind: 'holiday', work: false, name: holiday.name })
  }
  for (const day of workingWeekends) days.set(day, { kind: 'make-up', work: true, name: MAKE_UP })
  return days
}

const MAKE_UP: Words = { zh: '调休上班', en: 'make-up working day' }
const WORKING: DayKind = { kind: 'working', work: true }
const WEEKEND: DayKind = { kind: 'weekend', work: false }

function isWeekend(dayNumber: number): boolean {
  const weekday = weekdayOfNumber(dayNumber)
  return weekday === 0 || weekday === 6
}

/** Every day is numbered from the first; two tables answer each question without a walk over days. */
class DayTable implements Calendar {
  readonly first: LegalDay
  readonly last: LegalDay
  readonly publishedThrough: LegalDay
  readonly #offset: number
  readonly #special = new Map<number, DayKind>()
  /** How many working days there are up to and including day i. */
  readonly #worked: Int32Array
  /** The i-th working day of the calendar, from 0. */
  readonly #working: number[] = []

  constructor(plans: readonly YearPlan[], publishedThrough: LegalDay) {
    this.first = `${plans[0]?.year}-01-01`
    this.last = `${plans.at(-1)?.year}-12-31`
    this.publishedThrough = publishedThrough
    this.#offset = dayNumberOf(this.first)
    for (const plan of plans) for (const [day, kind] of plan.days) this.#special.set(dayNumberOf(day), kind)
    const length = dayNumberOf(this.last) - this.#offset + 1
    this.#worked = new Int32Array(length)
    for (let i = 0; i < length; i++) {
      if (this.#kindOfNumber(i + this.#offset).work) this.#working.push(i)
      this.#worked[i] = this.#working.length
    }
  }

  covers(day: LegalDay): boolean {
    return isLegalDay(day) && day >= this.first && day <= this.last
  }

  isWorkingDay(day: LegalDay): boolean {
    return this.kindOf(day).work
  }

  isProvisional(day: LegalDay): boolean {
    return day > this.publishedThrough
  }

  kindOf(day: LegalDay): DayKind {
    return this.#kindOfNumber(this.#index(day) + this.#offset)
  }

  nextWorkingDay(day: LegalDay): LegalDay | undefined {
    return this.addWorkingDays(day, 1)
  }

  addWorkingDays(day: LegalDay, count: number): LegalDay | undefined {
    if (count === 0) return day
    const index = this.#working[(this.#worked[this.#index(day)] ?? 0) + count - 1]
    return index === undefined ? undefined : dayOfNumber(index + this.#offset)
  }

  countWorkingDays(after: LegalDay, through: LegalDay): number {
    if (through <= after) return 0
    return (this.#worked[this.#index(through)] ?? 0) - (this.#worked[this.#index(after)] ?? 0)
  }

  #kindOfNumber(number: number): DayKind {
    return this.#special.get(number) ?? (isWeekend(number) ? WEEKEND : WORKING)
  }

  #index(day: LegalDay): number {
    const index = dayNumberOf(day) - this.#offset
    if (index < 0 || index >= this.#worked.length) {
      throw new RangeError(`the calendar reaches from ${this.first} to ${this.last}; ${day} is outside`)
    }
    return index
  }
}
