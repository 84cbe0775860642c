import type { ActionWords } from './proceedings.ts'
import { w } from './words.ts'

/** What may be said about a card. */
export const CARD_ACTION_WORDS = {
  appealCard: {
    title: w('红黄牌申诉', 'Appeal a card'),
    hint: w('非本部门责任的，可以申诉一次', 'Once, where the office is not at fault'),
    what: w(
      '申诉和理由记入办理记录，由监察部门裁定。',
      'The appeal and its grounds are journaled; supervision rules on it.',
    ),
    submit: w('提出申诉', 'Appeal'),
    done: w('已提出申诉，等待监察部门裁定。', 'Appealed; supervision will rule on it.'),
  },
  ruleOnCard: {
    title: w('裁定申诉', 'Rule on an appeal'),
    hint: w('维持或者撤销这张牌', 'Uphold the card or lift it'),
    what: w(
      '裁定和理由记入办理记录，不能更改。撤销的牌保留记录，不再计为超期。',
      'The ruling is journaled and stands. A lifted card stays on record and no longer counts as late.',
    ),
    submit: w('作出裁定…', 'Rule…'),
    done: w('已裁定。', 'Ruled.'),
  },
} as const satisfies Readonly<Record<string, ActionWords>>

export const CARDS = {
  which: w('哪张牌', 'Which card'),
  grounds: w('申诉理由', 'Grounds'),
  groundsHint: w('为什么不是本部门的责任，有什么依据', 'Why the office is not at fault, and what shows it'),
  outcome: w('裁定', 'Ruling'),
  upheld: w('维持', 'Upheld'),
  lifted: w('撤销', 'Lifted'),
  reasons: w('裁定理由', 'Reasons'),
  appealed: w('申诉', 'Appeal'),
  waiting: w('待裁定', 'Waiting for a ruling'),
  yellow: w('黄牌', 'Yellow card'),
  red: w('红牌', 'Red card'),
  promised: w('承诺期限', 'promised limit'),
  statutory: w('法定期限', 'statutory limit'),
} as const
