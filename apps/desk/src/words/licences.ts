import { w } from './words.ts'

export const LICENCES = {
  register: w('证照', 'Licences'),
  search: w('编号、持证人或证件号码', 'Number, holder or code'),
  none: w('没有符合条件的证照', 'No licence fits'),
  noneHint: w('换一个条件试试；编号可以只写开头。', 'Try other filters; the beginning of a number will do.'),
  view: w('状态', 'Status'),
  type: w('证照类型', 'Type'),
  anyType: w('所有类型', 'Every type'),
  number: w('证照编号', 'Number'),
  title: w('证照', 'Licence'),
  holder: w('持证人', 'Holder'),
  organ: w('发证机关', 'Issued by'),
  until: w('有效期至', 'Valid until'),
  unlimited: w('长期', 'No end'),
  daysLeft: (days: number) => w(`余 ${days} 天`, `${days} days left`),
  proposed: w('拟撤销', 'Revocation proposed'),
  more: w('下一页', 'Next page'),
  first: w('回到第一页', 'First page'),
  exportCsv: w('导出 CSV', 'Export CSV'),
  facts: w('证照内容', 'What it says'),
  code: w('证件号码', 'Code'),
  identifier: w('电子证照标识', 'Identifier'),
  from: w('有效期自', 'Valid from'),
  prints: w('各次证照', 'Prints'),
  print: (version: number) => w(`第 ${version} 份`, `Print ${version}`),
  current: w('现行', 'current'),
  cases: w('相关办件', 'Cases'),
  noCases: w('没有相关办件。', 'No cases.'),
  actions: w('办理', 'Act'),
  noActions: w('您对这张证照没有可办的事。', 'There is nothing for you to do with this licence.'),
  masked: w('个人信息已隐去。', 'Personal data is hidden.'),
  proposal: w('拟撤销', 'Intended revocation'),
  answerBy: w('陈述申辩截止', 'May answer until'),
  statement: w('陈述申辩', 'Statement'),
  ground: w('法定理由', 'Ground of law'),
  reasons: w('事实和理由', 'Facts and reasons'),
  compensation: w('补偿', 'Compensation'),
  decision: w('处罚决定书文号', 'Number of the penalty decision'),
  correctLine: w('要更正的内容', 'Line to correct'),
  correctText: w('更正为', 'Correct to'),
  goOn: w('继续', 'Go on'),
  done: w('已办理。', 'Done.'),
} as const

export const VIEWS = {
  all: w('全部', 'All'),
  expiring: w('60 天内到期', 'Expiring in 60 days'),
  proposed: w('拟撤销', 'Revocation proposed'),
  valid: w('有效', 'Valid'),
  expired: w('已过期', 'Expired'),
  cancelled: w('已注销', 'Cancelled'),
  revoked: w('已撤销', 'Revoked'),
  withdrawn: w('已撤回', 'Withdrawn'),
  forfeited: w('已吊销', 'Forfeited'),
} as const

/** What each command is called, and what will happen. */
export const LICENCE_ACTS = {
  proposeRevocation: {
    name: w('拟撤销', 'Propose a revocation'),
    what: w(
      '向持证人送达告知书，告知其可以陈述申辩；证照暂时继续有效。',
      'The holder is told, and may state and defend; the licence stays valid meanwhile.',
    ),
  },
  recordStatement: {
    name: w('记录陈述申辩', 'Record a statement'),
    what: w('把持证人口头或者书面的意见记录在案。', 'Put on record what the holder said or wrote.'),
  },
  revokeLicence: {
    name: w('撤销', 'Revoke'),
    what: w(
      '证照立即失效，出具撤销决定书，公开核验显示已撤销。不能恢复。',
      'The licence ends at once, with a decision; verification says so. This cannot be undone.',
    ),
  },
  dropRevocation: {
    name: w('不予撤销', 'Drop the revocation'),
    what: w('证照继续有效，并告知持证人。', 'The licence stays valid, and the holder is told.'),
  },
  cancelLicence: {
    name: w('注销', 'Cancel'),
    what: w(
      '证照从登记簿注销，出具注销决定书，公开核验显示已注销。不能恢复。',
      'The licence is struck off, with a decision; verification says so. This cannot be undone.',
    ),
  },
  withdrawLicence: {
    name: w('撤回', 'Withdraw'),
    what: w(
      '证照立即失效，出具撤回决定书，并说明如何补偿。不能恢复。',
      'The licence ends at once, with a decision and how the holder is compensated. This cannot be undone.',
    ),
  },
  forfeitLicence: {
    name: w('登记吊销', 'Record a forfeiture'),
    what: w(
      '登记行政处罚决定吊销了这张证照；立即失效，不能恢复。',
      'Record that a penalty decision took it away; it ends at once and for good.',
    ),
  },
  correctLicence: {
    name: w('更正', 'Correct'),
    what: w(
      '出具新的一份证照，旧的一份核验时显示已被替代。',
      'A new print is issued; the old one verifies as replaced.',
    ),
  },
} as const

export type LicenceAct = keyof typeof LICENCE_ACTS
