import type { ApplicationStatus } from '@mashang/approvals/contract'
import type { Words } from '@mashang/kit'
import type { InboxView } from '../inbox/inbox-filter.ts'
import { w } from './words.ts'

export const VIEW_WORDS: Readonly<Record<InboxView, Words>> = {
  'to-do': w('待我办理', 'To do'),
  intake: w('待受理', 'Intake'),
  'awaiting-correction': w('待补正', 'Awaiting correction'),
  review: w('审查中', 'Review'),
  decision: w('待决定', 'Decision'),
  opinions: w('征求我方意见', 'Opinions asked'),
  stopped: w('特别程序', 'Clock stopped'),
  overdue: w('已逾期', 'Overdue'),
  'to-deliver': w('待送达', 'To deliver'),
  concluded: w('已办结', 'Concluded'),
  all: w('全部', 'All'),
}

export const STATUS_WORDS: Readonly<Record<ApplicationStatus, Words>> = {
  submitted: w('待受理', 'At intake'),
  'awaiting-correction': w('待补正', 'Awaiting correction'),
  'under-review': w('审查中', 'Under review'),
  'clock-stopped': w('特别程序', 'Clock stopped'),
  granted: w('准予许可', 'Granted'),
  refused: w('不予许可', 'Refused'),
  declined: w('不予受理', 'Declined'),
  'not-needed': w('不需许可', 'Not needed'),
  withdrawn: w('已撤回', 'Withdrawn'),
  merged: w('已合并', 'Merged'),
}

/** What an empty view says, and what to do next. */
export const EMPTY_WORDS: Readonly<Record<InboxView, Words>> = {
  'to-do': w('没有等您办理的件，今天的事办完了。', 'Nothing waits for you.'),
  intake: w('没有待受理的申请。', 'No application waits to be accepted.'),
  'awaiting-correction': w('没有等待申请人补正的件。', 'No applicant has been asked for a correction.'),
  review: w('没有在审查的件。', 'No case is under review.'),
  decision: w('没有等待决定的件。', 'No case waits for a decision.'),
  opinions: w('没有部门在等我方反馈意见。', 'No organ waits for your opinion.'),
  stopped: w('没有处于特别程序的件。', 'No clock is stopped.'),
  overdue: w('没有逾期的件。', 'Nothing is overdue.'),
  'to-deliver': w('没有等待送达的决定。', 'No decision waits to be delivered.'),
  concluded: w('还没有办结的件。', 'No case has been concluded yet.'),
  all: w(
    '还没有办件。申请人提交后会出现在这里。',
    'There are no cases yet. They appear here once submitted.',
  ),
}

export const INBOX = {
  views: w('办件视图', 'Views'),
  running: w('在办', 'Running'),
  due: w('承诺到期', 'Promised due'),
  statutory: w('法定到期', 'Statutory due'),
  number: w('办件编号', 'Number'),
  item: w('事项', 'Item'),
  applicant: w('申请人', 'Applicant'),
  status: w('状态', 'Status'),
  step: w('环节', 'Step'),
  toDeliver: w('送达', 'Delivery'),
  organ: w('部门', 'Organ'),
  submitted: w('提交时间', 'Submitted'),
  cards: w('监察牌', 'Cards'),
  anyItem: w('全部事项', 'All items'),
  anyOrgan: w('全部部门', 'All organs'),
  text: w('编号、申请人', 'Number, applicant'),
  filter: w('筛选', 'Filter'),
  clear: w('清除筛选', 'Clear filters'),
  noMatch: w('没有符合筛选条件的件。', 'No case matches the filters.'),
  refresh: w('刷新', 'Refresh'),
  exportCsv: w('导出 CSV', 'Export CSV'),
  saved: w('已存筛选', 'Saved filters'),
  saveThis: w('保存当前筛选…', 'Save this filter…'),
  saveName: w('名称', 'Name'),
  saveTitle: w('保存筛选', 'Save filter'),
  nothingSaved: w('还没有保存的筛选', 'No saved filters yet'),
  forget: w('删除', 'Delete'),
  more: w('继续加载', 'Load more'),
  yellow: w('黄牌', 'Yellow card'),
  red: w('红牌', 'Red card'),
  shown: (count: number, more: boolean) =>
    more
      ? w(`已显示 ${count} 件，还有更多`, `${count} shown, more to load`)
      : w(`共 ${count} 件`, `${count} in all`),
} as const
