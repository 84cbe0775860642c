/** Words of the pages of projects, Chinese and English side by side. */

import { formatMoney, type Words } from '@mashang/kit'
import type { ProjectRow, StageItemView } from '@mashang/projects/contract'

export const PROJECT_STATUS: Readonly<Record<ProjectRow['status'], Words>> = {
  registered: { zh: '已登记', en: 'Registered' },
  'under-way': { zh: '审批中', en: 'Under way' },
  completed: { zh: '已完成', en: 'Completed' },
  withdrawn: { zh: '已撤销', en: 'Taken back' },
}

export const ITEM_STATE: Readonly<Record<StageItemView['state'], Words>> = {
  ahead: { zh: '未申请', en: 'Not begun' },
  running: { zh: '办理中', en: 'Running' },
  waiting: { zh: '等您补正', en: 'Waiting for you' },
  stopped: { zh: '特别程序，不计时', en: 'Clock stopped' },
  done: { zh: '已办结', en: 'Done' },
  failed: { zh: '未通过', en: 'Not granted' },
}

export const CAUSES: Readonly<Record<StageItemView['why'][number]['cause'], Words>> = {
  'begun-late': { zh: '提交比计划晚', en: 'submitted later than planned' },
  intake: { zh: '等待受理', en: 'waiting to be accepted' },
  correction: { zh: '等待补正', en: 'waiting for a correction' },
  'clock-stop': { zh: '特别程序不计时', en: 'the clock was stopped' },
  office: { zh: '部门超过承诺时限', en: 'the office is past its promise' },
}

const TEN_THOUSAND_YUAN = 1_000_000

/** 总投资 — in ten thousand yuan where it is large. */
export function investmentText(fen: number): Words {
  if (fen < TEN_THOUSAND_YUAN) return { zh: formatMoney(fen), en: formatMoney(fen) }
  const large = Math.round(fen / TEN_THOUSAND_YUAN).toLocaleString('en-US')
  return { zh: `${large} 万元`, en: `¥${Math.round(fen / 100).toLocaleString('en-US')}` }
}
