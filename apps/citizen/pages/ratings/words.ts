import type { MyRating } from '@mashang/hall/contract'
import type { Words } from '@mashang/kit'

/** What is rated, in words. */
export const KIND_WORDS: Readonly<Record<MyRating['kind'], Words>> = {
  case: { zh: '整个办件', en: 'The whole case' },
  intake: { zh: '到窗口提交申请', en: 'Your visit to apply at a window' },
  delivery: { zh: '到窗口领取结果', en: 'Your visit to collect the result' },
}
