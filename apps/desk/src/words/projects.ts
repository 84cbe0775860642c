import type { Words } from '@mashang/kit'
import type { ProjectRow, StageItemView } from '@mashang/projects/contract'
import { w } from './words.ts'

export const PROJECTS = {
  title: w('投资项目', 'Projects'),
  none: w('没有与本部门有关的项目。', 'No project concerns your office.'),
  search: w('项目名称或者代码', 'Name or code'),
  stage: w('阶段', 'Stage'),
  anyStage: w('全部阶段', 'Any stage'),
  code: w('项目代码', 'Project code'),
  name: w('项目名称', 'Name'),
  owner: w('建设单位', 'Owner'),
  kind: w('管理方式', 'Managed by'),
  district: w('区市县', 'District'),
  investment: w('总投资', 'Investment'),
  applications: w('申请', 'Applications'),
  status: w('状态', 'Status'),
  registeredAt: w('登记日期', 'Registered'),
  secret: w('涉密', 'Secret'),
  secretHint: w(
    '涉密项目：不公开，只有建设单位和承办部门能看到。',
    'Secret: not public; seen by its owner and the offices in charge only.',
  ),
  plan: w('进度计划', 'The plan'),
  total: (days: number) =>
    w(`四个阶段的关键路径合计 ${days} 个工作日`, `Critical paths of the four stages: ${days} working days`),
  chart: w('进度图，下面的表格写着同样的内容', 'Chart of the plan; the tables below say the same'),
  lead: w('牵头', 'Led by'),
  item: w('事项', 'Item'),
  organ: w('部门', 'Organ'),
  days: w('承诺', 'Promised'),
  planned: w('计划', 'Planned'),
  now: w('现在', 'Now'),
  late: w('晚', 'Late'),
  critical: w('关键', 'critical'),
  workingDays: (days: number) => w(`${days} 个工作日`, `${days} working days`),
  lateBy: (days: number) => w(`晚 ${days} 个工作日`, `${days} working days late`),
  facts: w('项目信息', 'Facts'),
  agent: w('经办人', 'Agent'),
  phone: w('手机号', 'Phone'),
  journal: w('项目记录', 'Journal'),
} as const

export const GANTT = {
  plan: w('计划', 'Planned'),
  critical: w('计划（关键路径）', 'Planned, critical path'),
  actual: w('实际', 'What happened'),
  pause: w('补正或者停止计时', 'Correction or clock stop'),
  late: w('超出计划', 'Behind the plan'),
  today: w('今天', 'today'),
} as const

export const PROJECT_STATUS: Readonly<Record<ProjectRow['status'], Words>> = {
  registered: w('已登记', 'Registered'),
  'under-way': w('审批中', 'Under way'),
  completed: w('已完成', 'Completed'),
  withdrawn: w('已撤销', 'Taken back'),
}

export const ITEM_STATE: Readonly<Record<StageItemView['state'], Words>> = {
  ahead: w('未申请', 'Not begun'),
  running: w('办理中', 'Running'),
  waiting: w('等待补正', 'Waiting for a correction'),
  stopped: w('特别程序', 'Clock stopped'),
  done: w('已办结', 'Done'),
  failed: w('未通过', 'Not granted'),
}

export const CAUSES: Readonly<Record<StageItemView['why'][number]['cause'], Words>> = {
  'begun-late': w('提交比计划晚', 'submitted late'),
  intake: w('等待受理', 'waiting to be accepted'),
  correction: w('等待补正', 'waiting for a correction'),
  'clock-stop': w('特别程序不计时', 'clock stopped'),
  office: w('部门超过承诺时限', 'office past its promise'),
}
