import type { Procedure } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import { w } from './words.ts'

/** How an item is handled, said in plain words before its steps are laid out. */
export const WAYS = {
  title: w('怎么办理', 'How it is handled'),
  what: w(
    '选好办理方式，按一下就铺好环节，再到下面逐个修改。已有的同类环节保留填好的内容。',
    'Say how it is handled and the steps are laid out, to be changed one by one below. Steps of the same kind keep what is written.',
  ),
  when: w('何时办结', 'When it is decided'),
  promised: w('承诺件：收件后在承诺时限内办结', 'Promised: within the promised limit'),
  onTheSpot: w('即办件：窗口当场办结', 'On the spot: decided at the window at once'),
  passes: w('要经过（可多选）', 'What it passes (any of these)'),
  places: w('数量限制', 'How many can be granted'),
  none: w('不限', 'No limit'),
  inOrder: w('限额：按受理先后给名额', 'Limited: places by the order of acceptance'),
  draw: w('限额：截止后摇号', 'Limited: drawn after the last day'),
  placesHint: w(
    '名额多少、几时截止，铺好后在“时限”栏填写。',
    'How many places and until when: under “Time limits”, once it is laid out.',
  ),
  willBe: w('将铺设', 'To be laid out'),
  inAll: (days: string) => w(`合计 ${days}`, `${days} in all`),
  lay: w('铺设环节', 'Lay out the steps'),
  laid: (count: number) =>
    w(`已铺设 ${count} 个环节，请逐个核对。`, `${count} steps are laid out; look through each.`),
} as const

interface ProcedureWords {
  readonly label: Words
  readonly what: Words
}

export const PROCEDURE_WORDS: Readonly<Record<Procedure, ProcedureWords>> = {
  'lower-review': {
    label: w('下级初审', 'Review by the district first'),
    what: w(
      '地址所在区市县的审批局先提出初审意见。',
      'The approval bureau of the district where the address lies gives its opinion first.',
    ),
  },
  'site-check': {
    label: w('现场核查', 'Site check'),
    what: w('两名以上工作人员到现场核查。', 'Two or more members of staff check on site.'),
  },
  'joint-review': {
    label: w('联合审查', 'Joint review'),
    what: w(
      '同时征求其他部门的意见；铺好后选择征求哪些部门。',
      'Other organs are asked at once; choose which after laying out.',
    ),
  },
  'expert-review': {
    label: w('专家评审', 'Expert review'),
    what: w('单数专家组评审，评审时间不计入时限。', 'An odd panel; its time does not count.'),
  },
  announcement: {
    label: w('公示', 'Announcement'),
    what: w(
      '决定前向社会公示，公示期内可以提异议。',
      'Announced to the public before the decision; objections can be made meanwhile.',
    ),
  },
  hearing: {
    label: w('听证', 'Hearing'),
    what: w(
      '告知听证权利，有人申请就举行听证，时间不计入时限。',
      'The right is told, and a hearing held where one is asked for; its time does not count.',
    ),
  },
  'several-signers': {
    label: w('多人签批', 'Several signers'),
    what: w('几位首席代表都签署，决定才生效。', 'Decided only once each of several heads has signed.'),
  },
}
