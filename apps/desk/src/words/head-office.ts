import type { OfficeMonth } from '@mashang/insight/contract'
import type { Words } from '@mashang/kit'
import { w } from './words.ts'

export const HEAD_OFFICE = {
  title: w('部门概况', 'Our office today'),
  asOf: (at: string) => w(`截至 ${at}`, `As of ${at}`),
  now: w('现在', 'Now'),
  followUps: w('差评整改中', 'Bad ratings to follow up'),
  followUpsOverdue: w('整改超期', 'Follow-ups overdue'),
  dueNext: w('下一工作日到期', 'Due next working day'),
  officers: w('各承办人', 'Officers'),
  noOfficers: w(
    '本部门现在没有办件，本月也没有办结。',
    'The office has no case in hand and concluded none this month.',
  ),
  officer: w('承办人', 'Officer'),
  nobody: w('还没有人承办', 'Nobody yet'),
  open: w('在办', 'In hand'),
  dueSoon: w('超期和明日前到期', 'Late or due by tomorrow'),
  concluded: w('本月办结', 'Concluded this month'),
  median: w('用时中位数（工作日）', 'Median working days'),
  month: w('本月与上月同期', 'This month and the same days of the last'),
  measure: w('指标', 'Measure'),
  span: (from: string, to: string) => w(`${from} 至 ${to}`, `${from} to ${to}`),
  change: w('增减', 'Change'),
  how: w(
    '承办人是转办后接手的人，没有转办的是最近办理的人。上月只算到与本月相同的日子。每个数字都能打开它的办件。',
    'The officer is whom a case was handed on to, else who last worked on it. Last month is counted up to the same day. Every number opens its cases.',
  ),
} as const

export const MONTH_WORDS: Readonly<Record<Exclude<keyof OfficeMonth, 'from' | 'to'>, Words>> = {
  received: w('收件', 'Received'),
  concluded: w('办结', 'Concluded'),
  onTime: w('按期', 'On time'),
  late: w('超期', 'Late'),
  median: w('用时中位数（工作日）', 'Median working days'),
  cards: w('红黄牌', 'Cards given'),
  appealed: w('其中申诉', 'Cards appealed'),
  rated: w('评价', 'Ratings'),
  bad: w('差评', 'Bad ratings'),
  satisfaction: w('满意率', 'Satisfaction rate'),
}
