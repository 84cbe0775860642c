/**
 * The closed register of rules that a field of a definition may name. A new one costs one line here and one test.
 */
import type { FieldRefusal } from '@mashang/kit'
import type { FieldValue } from './field.ts'

export interface FieldRuleContext {
  /** Legal day of today, YYYY-MM-DD (Asia/Shanghai). */
  readonly today: string
}

export type FieldRule = (
  value: FieldValue,
  context: FieldRuleContext,
) => Omit<FieldRefusal, 'path'> | undefined

export const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  dayIsInTheFuture: (value, { today }) =>
    typeof value === 'string' && value > today
      ? undefined
      : { code: 'day-not-in-the-future', facts: { today } },
  dayIsTodayOrLater: (value, { today }) =>
    typeof value === 'string' && value >= today ? undefined : { code: 'day-in-the-past', facts: { today } },
  dayIsNotInTheFuture: (value, { today }) =>
    typeof value === 'string' && value <= today ? undefined : { code: 'day-in-the-future', facts: { today } },
  personIsAdult: (value, { today }) =>
    typeof value === 'string' && birthdayPlusYears(value, 18) <= today
      ? undefined
      : { code: 'person-not-adult', facts: { years: 18 } },
}

function birthdayPlusYears(day: string, years: number): string {
  const birthday = /^\d{17}[\dX]$/.test(day)
    ? `${day.slice(6, 10)}-${day.slice(10, 12)}-${day.slice(12, 14)}`
    : day
  return `${String(Number(birthday.slice(0, 4)) + years).padStart(4, '0')}${birthday.slice(4)}`
}
