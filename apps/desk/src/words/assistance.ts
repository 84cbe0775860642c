import type { Circumstance, HelpKind, HelpStatus, MandateView, Place } from '@mashang/assistance/contract'
import type { Words } from '@mashang/kit'
import { w } from './words.ts'

export const ASSISTANCE = {
  title: w('帮办代办', 'Help and agency'),
  view: w('显示', 'Show'),
  waiting: w('待承接', 'Waiting'),
  mine: w('我在办', 'Mine'),
  over: w('已结束', 'Over'),
  all: w('全部', 'All'),
  none: w('没有这样的申请。', 'No such request.'),
  figures: (taken: number, inTime: number, concluded: number) =>
    w(
      `已承接 ${taken}，按期承接 ${inTime}，办结 ${concluded}`,
      `${taken} taken, ${inTime} of them in time, ${concluded} concluded`,
    ),
  request: w('窗口代为申请', 'Ask for someone at the window'),
  number: w('编号', 'Number'),
  kind: w('方式', 'Kind'),
  item: w('事项', 'Service item'),
  principal: w('委托人', 'Principal'),
  phone: w('手机号', 'Telephone'),
  idCard: w('身份证号', 'Identity number'),
  enterprise: w('单位', 'Enterprise'),
  masked: w(
    '承接后可以看到联系方式；证件号只在委托书有效期间显示。每次查看，本人都能看到。',
    'Contact data is shown to whoever has taken it, the identity number only under a mandate. The person sees every look.',
  ),
  circumstance: w('情况', 'Circumstances'),
  text: w('需要帮什么', 'What is needed'),
  due: w('承接期限', 'To be taken by'),
  why: w('为什么是这一天', 'Why this day'),
  status: w('状态', 'Status'),
  assistant: w('帮办员', 'Assistant'),
  application: w('办件', 'Case'),
  byWindow: w('窗口代为申请', 'Asked for at a window'),
  take: w('承接', 'Take it'),
  lines: w('往来记录', 'What was said and done'),
  message: w('给委托人留言', 'Write to the principal'),
  note: w('只作内部备注', 'Only as a note for the office'),
  send: w('发出', 'Send'),
  appointment: w('约定', 'Appointment'),
  day: w('日期', 'Day'),
  time: w('时间', 'Time'),
  place: w('方式', 'Place'),
  detail: w('地点或者说明', 'Where, or what to know'),
  appoint: w('约定', 'Set it'),
  checklist: w('材料清单', 'Materials'),
  material: w('材料', 'Material'),
  needed: w('需要', 'Needed'),
  ready: w('已备齐', 'Ready'),
  save: w('保存清单', 'Save'),
  mandate: w('委托书', 'Mandate'),
  mandateHint: w(
    '只限本事项，写明起止日期；委托人在线签署后生效，随时可以撤销（民法典 第一百六十五条、第一百七十三条）。',
    'For this item alone, with its days; in force once the principal signs online, revocable at any time (Civil Code, Articles 165 and 173).',
  ),
  noMandate: w('还没有委托书。', 'No mandate yet.'),
  from: w('自', 'From'),
  to: w('至', 'To'),
  offer: w('请委托人签署', 'Ask for the signature'),
  print: w('打印委托书', 'Print the mandate'),
  renounce: w('辞去委托', 'Give the mandate back'),
  intake: w('以委托人名义填报', 'Apply in the principal’s name'),
  conclude: w('办结', 'Conclude'),
  result: w('结果或者原因', 'Result or reason'),
  end: w('终止', 'End'),
  saved: w('已保存。', 'Saved.'),
  person: w('本人', 'Person'),
  requested: (number: string) => w(`已申请，编号 ${number}。`, `Asked for; number ${number}.`),
  ask: w('提交申请', 'Ask for help'),
} as const

export const HELP_KINDS: Readonly<Record<HelpKind, Words>> = {
  guided: w('帮办', 'Guided'),
  agency: w('代办', 'Full agency'),
}

export const HELP_STATUS: Readonly<Record<HelpStatus, Words>> = {
  waiting: w('待承接', 'Waiting'),
  taken: w('帮办中', 'Being helped'),
  concluded: w('已办结', 'Concluded'),
  ended: w('已终止', 'Ended'),
}

export const CIRCUMSTANCES: Readonly<Record<Circumstance, Words>> = {
  elderly: w('老年人', 'Elderly'),
  disabled: w('残疾人', 'Disabled'),
  none: w('没有特别情况', 'Nothing special'),
}

export const PLACES: Readonly<Record<Place, Words>> = {
  window: w('窗口', 'Window'),
  home: w('上门', 'At home'),
  phone: w('电话', 'Telephone'),
}

export const MANDATE_STATES: Readonly<Record<MandateView['state'], Words>> = {
  offered: w('等待签署', 'Waits for the signature'),
  'not-begun': w('已签署，未到起始日', 'Signed, not begun'),
  'in-force': w('有效', 'In force'),
  over: w('已到期', 'Its days are over'),
  revoked: w('已终止', 'Ended'),
}
