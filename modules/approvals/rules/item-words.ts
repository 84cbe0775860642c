import type { Words } from '@mashang/kit'
import type { ItemEntryKind } from '../catalogue/item-entries.ts'

/** What happened to an item, as its history says it. */
export const ITEM_ENTRY_WORDS: Readonly<Record<ItemEntryKind, Words>> = {
  imported: { zh: '导入', en: 'Imported' },
  drafted: { zh: '拟制', en: 'Drafted' },
  redrafted: { zh: '修改草稿', en: 'Draft changed' },
  discarded: { zh: '作废草稿', en: 'Draft discarded' },
  submitted: { zh: '送审', en: 'Submitted for approval' },
  returned: { zh: '退回修改', en: 'Returned' },
  approved: { zh: '审核通过', en: 'Approved' },
  published: { zh: '公布', en: 'Published' },
  suspended: { zh: '暂停', en: 'Suspended' },
  resumed: { zh: '恢复', en: 'Resumed' },
  cancelled: { zh: '取消', en: 'Cancelled' },
}
