import type { Words } from '@mashang/kit'
import { w } from './words.ts'

export interface ActionWords {
  readonly title: Words
  /** One line beside the title. */
  readonly hint: Words
  /** What will happen, told before it does. */
  readonly what: Words
  readonly submit: Words
  readonly done: Words
}

/** Acts that kinds of steps consist of, and the way back. */
export const PROCEEDINGS_ACTION_WORDS = {
  giveOpinion: {
    title: w('反馈意见', 'Give your opinion'),
    hint: w('其他部门正在征求本部门意见', 'Another organ asks for it'),
    what: w(
      '意见将发给主办部门。环节办结前可以重新反馈，以最后一次为准。',
      'The lead organ receives it. Until the step is concluded you may give another, which takes its place.',
    ),
    submit: w('反馈意见', 'Give opinion'),
    done: w('已反馈意见。', 'The opinion is given.'),
  },
  requestOpinions: {
    title: w('征求意见', 'Ask for opinions'),
    hint: w('发给本环节规定的部门', 'Of the organs this step names'),
    what: w(
      '有关部门在收件箱中收到此件，可以查看申请表和材料，在期限内反馈。',
      'The organs find the case in their inbox, may read the form and the materials, and answer within the time of the step.',
    ),
    submit: w('征求意见', 'Ask'),
    done: w('已征求意见。', 'The opinions are asked for.'),
  },
  announce: {
    title: w('发布公示', 'Announce'),
    hint: w('公开征求异议', 'Anyone may object'),
    what: w(
      '公示内容将发布在公众网站，并书面告知申请人；期间内任何人可以提出异议。',
      'It is published on the public site and told to the applicant; anyone may object within its days.',
    ),
    submit: w('发布公示…', 'Announce…'),
    done: w('公示已发布。', 'It is announced.'),
  },
  answerObjection: {
    title: w('答复异议', 'Answer an objection'),
    hint: w('每一条都要答复', 'Each has to be answered'),
    what: w('答复将公开显示在公示页面。', 'The answer is shown with the announcement.'),
    submit: w('答复', 'Answer'),
    done: w('已答复异议。', 'The objection is answered.'),
  },
  offerHearing: {
    title: w('告知听证权利', 'Tell of the right to a hearing'),
    hint: w('申请人和利害关系人（许可法 47）', 'Applicant and parties (Licensing Law 47)'),
    what: w(
      '将出具《听证权利告知书》；五个工作日内可以要求听证。',
      'A notice is issued; a hearing may be asked for within five working days.',
    ),
    submit: w('告知听证权利', 'Tell them'),
    done: w('已告知听证权利。', 'The right is told.'),
  },
  requestHearing: {
    title: w('登记听证申请', 'Enter a request for a hearing'),
    hint: w('利害关系人书面提出的', 'Of a party, in writing'),
    what: w(
      '登记后时限停止计算，二十个工作日内组织听证。',
      'The clock stops; the hearing is held within 20 working days.',
    ),
    submit: w('登记', 'Enter'),
    done: w('已登记听证申请。', 'The request is entered.'),
  },
  setHearing: {
    title: w('通知听证', 'Call the hearing'),
    hint: w('提前七日通知（许可法 48）', 'Seven days ahead (Licensing Law 48)'),
    what: w(
      '将出具《听证通知书》。主持人、记录人不能是审查本申请的人员。',
      'A notice is issued. Who reviewed the application may neither chair nor record it.',
    ),
    submit: w('发出听证通知', 'Send the notice'),
    done: w('已通知听证。', 'The hearing is called.'),
  },
  recordHearing: {
    title: w('登记听证笔录', 'Record the hearing'),
    hint: w('听证结束，恢复计时', 'It is over, the clock goes on'),
    what: w(
      '笔录记入办理记录，决定应当根据笔录作出；时限恢复计算。',
      'The record is journaled; the decision rests on it. The clock goes on.',
    ),
    submit: w('登记笔录', 'Record'),
    done: w('听证笔录已登记。', 'The hearing is recorded.'),
  },
  formPanel: {
    title: w('组成专家组', 'Form a panel'),
    hint: w('单数，时限停止计算', 'Odd in number; the clock stops'),
    what: w(
      '时限停止计算，并书面告知申请人预计时间。',
      'The clock stops, and the applicant is told how long it may take.',
    ),
    submit: w('组成专家组', 'Form the panel'),
    done: w('专家组已组成。', 'The panel is formed.'),
  },
  recordExpertOpinion: {
    title: w('登记专家意见', 'Record an expert’s opinion'),
    hint: w('每位专家一份', 'One of each expert'),
    what: w('意见记入办理记录。', 'The opinion is journaled.'),
    submit: w('登记意见', 'Record'),
    done: w('专家意见已登记。', 'The opinion is recorded.'),
  },
  concludePanel: {
    title: w('登记专家组结论', 'Record the conclusion'),
    hint: w('评审结束，恢复计时', 'The review is over, the clock goes on'),
    what: w('结论记入办理记录，时限恢复计算。', 'The conclusion is journaled; the clock goes on.'),
    submit: w('登记结论', 'Record'),
    done: w('专家组结论已登记。', 'The conclusion is recorded.'),
  },
  returnToStep: {
    title: w('退回环节', 'Return to a step'),
    hint: w('退回已经办结的环节，写明理由', 'An earlier one, with the reason'),
    what: w(
      '退回后，该环节和之后的环节要重新办理；时限继续计算。',
      'That step and those after it are done again; the clock goes on.',
    ),
    submit: w('退回…', 'Return…'),
    done: w('已退回。', 'The case is returned.'),
  },
} as const satisfies Readonly<Record<string, ActionWords>>

export const VERDICT_WORDS = {
  agree: w('同意', 'Agreed'),
  conditions: w('附条件同意', 'Agreed on conditions'),
  object: w('不同意', 'Objected'),
} as const

export const PROCEEDINGS = {
  verdict: w('意见', 'Opinion'),
  verdictMissing: w('请选择意见。', 'Choose an opinion.'),
  opinionText: w('具体意见', 'In words'),
  opinionHint: w(
    '附条件或者不同意的，写明内容和理由（至少五个字）',
    'State conditions or the reasons of an objection',
  ),
  requestText: w('征求意见的内容', 'What you ask about'),
  to: w('退回到', 'Return to'),
  toMissing: w('请选择退回到哪个环节。', 'Choose a step.'),
  missing: ({ zh, en }: Words) => w(`请填写${zh}。`, `Please fill in: ${en.toLowerCase()}.`),
  announcementText: w('公示内容', 'What is announced'),
  objection: w('异议', 'Objection'),
  objectionOf: (number: number, text: string) => w(`第 ${number} 号：${text}`, `No. ${number}: ${text}`),
  answer: w('答复', 'Answer'),
  upheld: w('处理', 'Outcome'),
  isUpheld: w('采纳', 'Upheld'),
  notUpheld: w('不采纳', 'Not upheld'),
  parties: w('利害关系人', 'Parties'),
  onePerLine: w('每行一位', 'One a line'),
  interests: w('涉及的重大利益关系', 'The interests at stake'),
  party: w('提出人', 'Who asks'),
  day: w('日期', 'Day'),
  time: w('时间', 'Time'),
  timeHint: w('如 09:00', 'Like 09:00'),
  place: w('地点', 'Place'),
  chair: w('主持人', 'Chair'),
  recorder: w('记录人', 'Recorder'),
  attendees: w('参加人', 'Who attended'),
  record: w('笔录', 'Record'),
  experts: w('专家', 'Experts'),
  expertsHint: w('每行一位，姓名和专业用逗号分开；人数为单数', 'One a line: name, field; an odd number'),
  expert: w('专家', 'Expert'),
  why: w('评审事项', 'What they review'),
  days: w('预计工作日', 'Expected working days'),
  conclusion: w('结论', 'Conclusion'),
  announced: (until: string) => w(`公示至 ${until}`, `announced until ${until}`),
  noObjections: w('没有收到异议。', 'No objection.'),
  unanswered: w('待答复', 'To be answered'),
  hearingUntil: (until: string) => w(`${until} 前可以要求听证`, `A hearing may be asked for until ${until}`),
  waived: w('申请人放弃听证', 'The applicant waives the hearing'),
  requestedBy: (by: string, day: string) =>
    w(`${by}要求听证，应在 ${day} 前举行`, `${by} asked for a hearing, to be held by ${day}`),
  noOpinion: w('未出具意见', 'No opinion yet'),
  asked: (due: string) => w(`反馈期限 ${due}`, `to answer by ${due}`),
  waiting: w('待反馈', 'Waiting'),
  silent: w('逾期未反馈，视为同意', 'Did not answer in time: agreed'),
  signatures: (signed: number, all: number) => w(`已签署 ${signed} / ${all}`, `${signed} of ${all} signed`),
  signs: (all: number) => w(`须 ${all} 人签署`, `${all} signatures`),
  signedGrant: w('同意准予', 'Signed to grant'),
  signedRefuse: w('同意不予', 'Signed to refuse'),
  disagree: w(
    '签署意见不一致：不能作出决定，请退回前面的环节。',
    'The signatures differ: no decision can be made; return the case to an earlier step.',
  ),
} as const
