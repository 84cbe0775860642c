import type { ActionWords } from './proceedings.ts'
import { w } from './words.ts'

type HandlingAction =
  | 'reassignCase'
  | 'offerTransfer'
  | 'takeTransfer'
  | 'sendTransferBack'
  | 'ruleOnTransfer'
  | 'mergeCase'
  | 'undoMerge'
  | 'proposeRectification'
  | 'confirmRectification'
  | 'rejectRectification'

/** Acts by which a case changes hands, is joined with another and has its record put right. */
export const HANDLING_ACTION_WORDS: Readonly<Record<HandlingAction, ActionWords>> = {
  reassignCase: {
    title: w('转办', 'Hand to a colleague'),
    hint: w('交给本部门的同事经办', 'Somebody else of this organ goes on'),
    what: w(
      '此后由接手的人办结承办环节；时限照常计算。',
      'The colleague concludes its steps; the limits go on.',
    ),
    submit: w('转办', 'Hand it on'),
    done: w('已转办。', 'Handed on.'),
  },
  offerTransfer: {
    title: w('移送其他部门', 'Transfer to another organ'),
    hint: w('不属于本部门、应由其他部门办理', 'Another organ is competent'),
    what: w(
      '对方接收后由其办理；退回一次的，由政务服务中心裁定。时限照常计算，将告知申请人。',
      'The organ takes it, or sends it back once and the centre rules. The limits go on; the applicant is told.',
    ),
    submit: w('移送…', 'Transfer…'),
    done: w('已移送，等待对方接收。', 'Offered; the organ’s answer is awaited.'),
  },
  takeTransfer: {
    title: w('接收移送', 'Take the case'),
    hint: w('由本部门继续办理', 'This organ goes on with it'),
    what: w('接收后由本部门办理，时限照常计算。', 'From now on the case is this organ’s; the limits go on.'),
    submit: w('接收', 'Take it'),
    done: w('已接收。', 'Taken.'),
  },
  sendTransferBack: {
    title: w('退回移送', 'Send it back'),
    hint: w('只能退回一次，写明理由', 'Only once, with the reason'),
    what: w('退回后由政务服务中心裁定由谁办理。', 'The service centre rules whose case it is.'),
    submit: w('退回…', 'Send back…'),
    done: w('已退回，等待裁定。', 'Sent back; a ruling is awaited.'),
  },
  ruleOnTransfer: {
    title: w('裁定由谁办理', 'Rule whose case it is'),
    hint: w('移送被退回，需要裁定', 'A transfer was sent back'),
    what: w('裁定后不能再移送。', 'After the ruling the case is not moved again.'),
    submit: w('作出裁定…', 'Rule…'),
    done: w('已裁定。', 'Ruled.'),
  },
  mergeCase: {
    title: w('合并重复办件', 'Merge a duplicate'),
    hint: w('同一申请人、同一件事', 'Same applicant, same matter'),
    what: w(
      '本件就此办结，并入下面的办件继续办理；材料和记录都可以查看，较早的受理日期有效，将告知申请人。',
      'This case ends in the one below; its files stay readable, the earlier acceptance counts, and the applicant is told.',
    ),
    submit: w('合并…', 'Merge…'),
    done: w('已合并。', 'Merged.'),
  },
  undoMerge: {
    title: w('撤销合并', 'Undo the merge'),
    hint: w('合并错了，不是同一件事', 'Merged by mistake: another matter'),
    what: w(
      '本件从原来的环节恢复办理，原来的受理日期和期限有效；继续办理的那一件也恢复自己的受理日期。将告知申请人。',
      'This case goes on from where it stood, with its own acceptance and limits; so does the other. The applicant is told.',
    ),
    submit: w('撤销合并…', 'Undo…'),
    done: w('已撤销合并，本件恢复办理。', 'Undone; the case goes on.'),
  },
  proposeRectification: {
    title: w('更正登记差错', 'Rectify the record'),
    hint: w('录入错误，由另一人确认', 'A slip; a second person confirms'),
    what: w(
      '确认后改正登记，原来的内容留在办理记录里；选中的文书重新出具，将告知申请人。',
      'Once confirmed the record is put right; what stood there stays in the journal, and the documents chosen are issued anew.',
    ),
    submit: w('提出更正', 'Propose'),
    done: w('已提出，等待另一人确认。', 'Proposed; a second person has to confirm.'),
  },
  confirmRectification: {
    title: w('确认更正', 'Confirm the rectification'),
    hint: w('同事提出的更正', 'Proposed by a colleague'),
    what: w('登记按提出的内容改正，文书重新出具。', 'The record is put right as proposed.'),
    submit: w('确认更正…', 'Confirm…'),
    done: w('登记已更正。', 'The record is put right.'),
  },
  rejectRectification: {
    title: w('不予更正', 'Reject the rectification'),
    hint: w('登记没有差错', 'There is no slip'),
    what: w('登记保持不变。', 'The record stays as it is.'),
    submit: w('不予更正', 'Reject'),
    done: w('已不予更正。', 'Rejected.'),
  },
}

export const HANDLING = {
  title: w('经办情况', 'In whose hands'),
  colleague: w('接手的同事', 'Colleague'),
  organ: w('有权办理的部门', 'Competent organ'),
  basis: w('依据', 'Basis'),
  basisExample: '行政许可法 第三十二条',
  assignee: w('经办人', 'In the hands of'),
  offered: w('移送中', 'Offered'),
  sentBack: w('退回理由', 'Sent back because'),
  ruling: w('裁定理由', 'Ruling'),
  from: w('移送部门', 'From'),
  to: w('接收部门', 'To'),
  into: w('合并到的办件编号', 'Number of the case that goes on'),
  intoHint: w('填写继续办理的那一件的编号', 'The case that the work goes on with'),
  mergedInto: w('已合并到', 'Merged into'),
  mergedIn: w('并入的办件', 'Merged in'),
  duplicates: w('疑似重复', 'Looks like a duplicate'),
  duplicatesHint: w(
    '同一申请人有未办结的相同申请，可以合并。',
    'The same applicant has open cases about the same matter; they can be merged.',
  ),
  proposal: w('等待确认的更正', 'Rectification to be confirmed'),
  rectified: w('已更正', 'Rectified'),
  own: w('您提出的更正要由另一个人确认。', 'You proposed it; somebody else has to confirm.'),
  was: w('原来', 'It says'),
  is: w('应为', 'It should say'),
  slips: w('有差错的内容', 'What is wrong'),
  slipsHint: w('勾选有差错的一项，写上应当是什么。', 'Tick what is wrong and write what it should say.'),
  slipsMissing: w('请至少更正一项', 'Please rectify at least one entry'),
  applicantName: w('申请人名称', 'Name of the applicant'),
  again: w('重新出具的文书', 'Documents to issue anew'),
  againHint: w(
    '带有这个差错的文书；原文书核验时显示已被替代。',
    'Those that repeat the slip; the old ones verify as replaced.',
  ),
  replacedBy: (number: string) =>
    w(`有差错，已由 ${number} 替代`, `It held a slip; ${number} takes its place`),
  place: w('名额', 'Place'),
  places: w('名额情况', 'All places'),
  waiting: w('正在读取…', 'Reading…'),
} as const
