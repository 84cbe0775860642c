import type { Words } from '@mashang/kit'
import type { ApplicationEntryKind, ApplicationStatus } from '../contract/index.ts'

/** A status by its name in law. */
export const STATUS_WORDS: Readonly<Record<ApplicationStatus, Words>> = {
  submitted: { zh: '待受理', en: 'Waiting for acceptance' },
  'awaiting-correction': { zh: '待补正', en: 'Waiting for your correction' },
  'under-review': { zh: '审查中', en: 'Under review' },
  'clock-stopped': { zh: '特别程序中（时限中止）', en: 'Special procedure (clock stopped)' },
  granted: { zh: '准予许可', en: 'Granted' },
  refused: { zh: '不予许可', en: 'Refused' },
  declined: { zh: '不予受理', en: 'Declined' },
  'not-needed': { zh: '不需要许可', en: 'No licence needed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** An entry as the timeline names it. */
export const ENTRY_WORDS: Readonly<Record<ApplicationEntryKind, Words>> = {
  submitted: { zh: '提交申请', en: 'Application submitted' },
  'correction-requested': { zh: '一次性告知补正', en: 'Correction asked for, once and in full' },
  corrected: { zh: '补正', en: 'Corrected' },
  accepted: { zh: '受理', en: 'Accepted' },
  declined: { zh: '不予受理', en: 'Declined' },
  'found-not-needed': { zh: '告知不需要许可', en: 'Found that no licence is needed' },
  'step-concluded': { zh: '环节办结', en: 'Step concluded' },
  'opinions-requested': { zh: '征求意见', en: 'Opinions asked for' },
  'opinion-given': { zh: '反馈意见', en: 'Opinion given' },
  announced: { zh: '公示', en: 'Announced' },
  objected: { zh: '收到异议', en: 'Objection received' },
  'objection-answered': { zh: '答复异议', en: 'Objection answered' },
  'hearing-offered': { zh: '告知听证权利', en: 'Told of the right to a hearing' },
  'hearing-requested': { zh: '要求听证', en: 'Hearing asked for' },
  'hearing-waived': { zh: '放弃听证', en: 'Hearing waived' },
  'hearing-set': { zh: '通知听证', en: 'Hearing called' },
  'hearing-recorded': { zh: '听证笔录', en: 'Hearing held and recorded' },
  'panel-formed': { zh: '组成专家组', en: 'Panel of experts formed' },
  'expert-opinion-given': { zh: '专家意见', en: 'Opinion of an expert' },
  'panel-concluded': { zh: '专家组结论', en: 'Conclusion of the panel' },
  signed: { zh: '会签', en: 'Signed' },
  returned: { zh: '退回环节', en: 'Returned to an earlier step' },
  'clock-stopped': { zh: '启动特别程序，时限中止', en: 'Special procedure begun, clock stopped' },
  'clock-resumed': { zh: '特别程序结束，恢复计时', en: 'Special procedure ended, clock resumed' },
  extended: { zh: '批准延期', en: 'Limit extended' },
  decided: { zh: '作出决定', en: 'Decided' },
  posted: { zh: '交寄', en: 'Posted' },
  'original-seen': { zh: '核验原件', en: 'Original seen' },
  delivered: { zh: '送达', en: 'Delivered' },
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn by the applicant' },
  reminded: { zh: '督办提醒', en: 'Reminder' },
  carded: { zh: '电子监察发牌', en: 'Card of electronic supervision' },
  'card-appealed': { zh: '红黄牌申诉', en: 'Card appealed' },
  'card-ruled': { zh: '申诉裁定', en: 'Ruling on the appeal' },
}
