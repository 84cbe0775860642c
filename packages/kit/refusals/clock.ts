import { says } from './text.ts'

/** Refusals of the calendar and of the legal clock. Alphabetical. */
export const CLOCK_REFUSALS = {
  'calendar-invalid': says(
    422,
    '工作日历有误：{reason}。',
    'The calendar is not right: {reason}.',
    '请核对日历文件。',
    'Please check the files of the calendar.',
  ),
  'clock-stop-before-start': says(
    422,
    '停止计时的开始日（{from}）早于期限起算日（{start}）。',
    'The clock cannot stop ({from}) before it has started ({start}).',
    '请核对停止计时的日期。',
    'Please check the day on which the clock stops.',
  ),
  'clock-stop-reversed': says(
    422,
    '恢复计时（{to}）早于停止计时（{from}）。',
    'The clock cannot go on ({to}) before it has stopped ({from}).',
    '请核对两个日期的先后。',
    'Please check the order of the two days.',
  ),
  'clock-stops-overlap': says(
    422,
    '两次停止计时相互重叠：上一次到 {to}，下一次从 {from} 开始。',
    'Two stops of the clock overlap: one lasts until {to}, the next begins on {from}.',
    '请先结束上一次停止计时。',
    'Please end the earlier stop first.',
  ),
  'day-not-understood': says(
    422,
    '“{found}”不是有效的日期。',
    '“{found}” is not a day.',
    '请按 2026-03-01 的格式填写真实存在的日期。',
    'Please give a day that exists, written like 2026-03-01.',
  ),
  'day-outside-calendar': says(
    422,
    '超出工作日历的范围（{first} 至 {last}），无法计算期限。',
    'This lies outside the calendar ({first} to {last}), so the time limit cannot be computed.',
    '请核对日期和期限，或补充日历数据。',
    'Please check the day and the period, or add to the data of the calendar.',
  ),
  'period-not-understood': says(
    422,
    '“{found}”不是有效的期限。',
    '“{found}” is not a period.',
    '请写成 20wd（20 个工作日）或 20d（20 日）。',
    'Please write 20wd for 20 working days or 20d for 20 days.',
  ),
}
