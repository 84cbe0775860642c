/** Words of the pages of bundles, Chinese and English side by side. */
import type { BundleStatus, PartState } from '@mashang/bundles/contract'
import type { Words } from '@mashang/kit'

export const BUNDLE_STATUS: Readonly<Record<BundleStatus, Words>> = {
  draft: { zh: '没有提交', en: 'Not submitted' },
  'under-way': { zh: '办理中', en: 'Under way' },
  waiting: { zh: '等您处理', en: 'Waiting for you' },
  done: { zh: '全部办结', en: 'All granted' },
  'partly-done': { zh: '已办完，有未通过的', en: 'Finished, not all granted' },
  dropped: { zh: '已删除', en: 'Dropped' },
}

export const PART_STATE: Readonly<Record<PartState, Words>> = {
  open: { zh: '等您填写', en: 'For you to fill in' },
  later: { zh: '前面办结后再问', en: 'Asked once the first is granted' },
  ordered: { zh: '已提交，等前一项办结', en: 'Submitted, waits for another' },
  blocked: { zh: '前一项没有通过，暂停', en: 'Held up: what comes first was not granted' },
  running: { zh: '办理中', en: 'Under way' },
  waiting: { zh: '等您补正', en: 'Waiting for your correction' },
  stopped: { zh: '特别程序，不计时', en: 'Clock stopped' },
  done: { zh: '已办结', en: 'Granted' },
  failed: { zh: '未通过', en: 'Not granted' },
}
