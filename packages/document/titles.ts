import type { Words } from '@mashang/kit'
import type { DocumentKind } from './contract.ts'

/** What each kind is called, on paper and on screens. */
export const DOCUMENT_TITLES: Readonly<Record<DocumentKind, Words>> = {
  'material-receipt': { zh: '申请材料接收凭证', en: 'Receipt of Application Materials' },
  'correction-notice': { zh: '补正告知书（一次性告知单）', en: 'Correction Notice' },
  'decline-decision': { zh: '不予受理决定书', en: 'Decision to Decline an Application' },
  'not-needed-notice': { zh: '不需许可告知书', en: 'Notice that No Licence Is Needed' },
  'acceptance-notice': { zh: '受理通知书', en: 'Notice of Acceptance' },
  'clock-stop-notice': { zh: '特别程序告知书', en: 'Notice of Clock Stop' },
  'clock-resume-notice': { zh: '恢复计时告知书', en: 'Notice that the Clock Runs Again' },
  'extension-notice': { zh: '延期告知书', en: 'Notice of Extension' },
  'grant-decision': { zh: '准予行政许可决定书', en: 'Decision to Grant a Licence' },
  'refusal-decision': { zh: '不予行政许可决定书', en: 'Decision to Refuse a Licence' },
  'delivery-record': { zh: '送达回证', en: 'Record of Delivery' },
  licence: { zh: '证照', en: 'Licence' },
  'withdrawal-confirmation': { zh: '撤回申请确认书', en: 'Confirmation of Withdrawal' },
  'revocation-notice': { zh: '拟撤销行政许可告知书', en: 'Notice of Intended Revocation' },
  'revocation-decision': { zh: '撤销行政许可决定书', en: 'Decision to Revoke a Licence' },
  'taking-back-decision': { zh: '撤回行政许可决定书', en: 'Decision to Withdraw a Licence' },
  'cancellation-decision': { zh: '注销行政许可决定书', en: 'Decision to Cancel a Licence' },
  'opinion-request': { zh: '征求意见函', en: 'Request for an Opinion' },
  'announcement-notice': { zh: '公示通知书', en: 'Notice of Announcement' },
  'hearing-rights-notice': { zh: '听证权利告知书', en: 'Notice of the Right to a Hearing' },
  'hearing-notice': { zh: '听证通知书', en: 'Notice of Hearing' },
  'one-time-notice': { zh: '一次性告知单', en: 'One-time Notice' },
  'guide-book': { zh: '服务指南', en: 'Book of Guides' },
  bulletin: { zh: '行政审批效能监察通报', en: 'Bulletin of Supervision' },
  'blank-form': { zh: '空白表格', en: 'Blank Form' },
  'sample-form': { zh: '填写样表', en: 'Sample Form' },
  'application-form': { zh: '申请表', en: 'Application Form' },
}
