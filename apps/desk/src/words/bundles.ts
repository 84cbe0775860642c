import type { BundleStatus, PartState } from '@mashang/bundles/contract'
import type { Words } from '@mashang/kit'
import { w } from './words.ts'

export const BUNDLES = {
  title: w('一件事', 'Bundles'),
  none: w('没有与本部门有关的一件事。', 'No bundle concerns your office.'),
  name: w('一件事', 'Bundle'),
  applicant: w('申请人', 'Applicant'),
  lead: w('牵头部门', 'Lead organ'),
  status: w('状态', 'Status'),
  submitted: w('提交', 'Submitted'),
  due: w('承诺办结', 'Promised'),
  done: w('办结', 'Granted'),
  late: w('比计划晚的事项', 'Items behind the plan'),
  all: w('全部', 'All'),
  running: w('在办', 'Running'),
  onlyLate: w('有晚的', 'Late'),
  over: w('办完', 'Finished'),
  which: w('显示', 'Show'),
  guide: w('公开的指南', 'The public guide'),
  partOf: (name: string) => w(`属于一件事：${name}`, `Part of a bundle: ${name}`),
  item: w('事项', 'Item'),
  organ: w('部门', 'Organ'),
  now: w('现在', 'Now'),
  planned: w('计划', 'Planned'),
  lateBy: (days: number) => w(`晚 ${days} 个工作日`, `${days} working days late`),
  chart: w('进度图，下面的表格写着同样的内容', 'Chart of the plan; the table below says the same'),
  parts: w('各事项', 'Its items'),
  facts: w('基本情况', 'Facts'),
  phone: w('联系电话', 'Phone'),
} as const

export const BUNDLE_STATUS: Readonly<Record<BundleStatus, Words>> = {
  draft: w('没有提交', 'Not submitted'),
  'under-way': w('办理中', 'Under way'),
  waiting: w('等申请人', 'Waiting for the applicant'),
  done: w('全部办结', 'All granted'),
  'partly-done': w('办完，有未通过', 'Finished, not all granted'),
  dropped: w('已删除', 'Dropped'),
}

export const PART_STATE: Readonly<Record<PartState, Words>> = {
  open: w('等申请人填写', 'For the applicant to fill in'),
  later: w('以后再问', 'Asked later'),
  ordered: w('等前一项', 'Waits for another'),
  blocked: w('前一项未通过', 'Held up'),
  running: w('办理中', 'Under way'),
  waiting: w('等补正', 'Waiting for a correction'),
  stopped: w('不计时', 'Clock stopped'),
  done: w('已办结', 'Granted'),
  failed: w('未通过', 'Not granted'),
}
