/** 陈述申辩 — until when a holder may state and defend (许可法 7). */
import type { LicenceLaw } from '@mashang/flow'
import { addDays, type Calendar } from '@mashang/kit'
import { periodOf } from '../../rules/time-limit.ts'

/** The day of the notice is not counted (民法典 201); a last day without work moves to the next working day (民法典 203). */
export function theDayToAnswerBy(
  today: string,
  law: Pick<LicenceLaw, 'statement'>,
  calendar: Calendar,
): string {
  const { count, unit } = periodOf(law.statement.days)
  if (unit === 'wd') return calendar.addWorkingDays(today, count) ?? addDays(today, count * 2)
  const last = addDays(today, count)
  return calendar.isWorkingDay(last) ? last : (calendar.nextWorkingDay(last) ?? last)
}
