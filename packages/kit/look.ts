import type { Words } from './refusal.ts'

/** Why a member of staff looked at personal data; the person it is about reads it in these words. */
export const LOOK_REASON_WORDS = {
  'case-page': { zh: '办理申请', en: 'To handle the application' },
  'opinion-asked': { zh: '会同审查时提出意见', en: 'To give an opinion in a joint review' },
  'transfer-offered': {
    zh: '决定是否接收移送的办件',
    en: 'To decide whether to take a case that was transferred',
  },
  'licence-page': { zh: '管理证照', en: 'To look after a licence' },
  'rating-follow-up': { zh: '回访差评', en: 'To call back about a bad rating' },
  'bundle-page': { zh: '办理一件事', en: 'To handle a bundle of applications' },
  'project-page': { zh: '办理投资项目', en: 'To handle the investment project' },
  'help-page': { zh: '帮办代办', en: 'To help' },
  'question-page': { zh: '答复咨询', en: 'To answer a question' },
  'register-export': { zh: '导出证照登记簿', en: 'To export the register of licences' },
  'window-intake': { zh: '窗口收件', en: 'To take in an application at a window' },
  'fees-page': { zh: '办理缴费', en: 'To handle a payment' },
  'data-request': { zh: '答复本人的个人信息请求', en: 'To answer the person’s own request about their data' },
} as const satisfies Readonly<Record<string, Words>>
export type LookReason = keyof typeof LOOK_REASON_WORDS
