import type { approvalsEndpoints } from '@mashang/approvals/contract'
import { CARD_ACTION_WORDS } from './cards.ts'
import { type ActionWords, PROCEEDINGS_ACTION_WORDS } from './proceedings.ts'
import { type SomeWords, w } from './words.ts'

/** Commands of a case: the endpoints' names, as the server gives them in `actions`. In the order they are offered. */
export const ACTIONS = [
  'acceptApplication',
  'requestCorrection',
  'correctOnTheSpot',
  'declineApplication',
  'findNotNeeded',
  'giveOpinion',
  'requestOpinions',
  'announce',
  'answerObjection',
  'offerHearing',
  'requestHearing',
  'setHearing',
  'recordHearing',
  'formPanel',
  'recordExpertOpinion',
  'concludePanel',
  'concludeStep',
  'decideApplication',
  'returnToStep',
  'resumeClock',
  'stopClock',
  'extendLimit',
  'deliverResult',
  'sawOriginal',
  'appealCard',
  'ruleOnCard',
  'remindOffice',
] as const satisfies readonly (keyof typeof approvalsEndpoints)[]
export type ActionName = (typeof ACTIONS)[number]

export const ACTION_WORDS: Readonly<Record<ActionName, ActionWords>> = {
  ...PROCEEDINGS_ACTION_WORDS,
  ...CARD_ACTION_WORDS,
  acceptApplication: {
    title: w('受理', 'Accept'),
    hint: w('材料齐全、符合法定形式', 'Complete and in due form'),
    what: w(
      '将出具《受理通知书》并告知申请人，办理时限从次日起计算。',
      'The acceptance notice is issued and sent; the limits count from the next day.',
    ),
    submit: w('受理', 'Accept'),
    done: w('已受理。', 'Accepted.'),
  },
  requestCorrection: {
    title: w('一次性告知补正', 'Ask for a correction'),
    hint: w('只能告知一次，须写全', 'Only once, and in full'),
    what: w(
      '将出具《补正告知书》并告知申请人。之后不能再要求补正。',
      'The correction notice is issued and sent. No further correction can be asked for after that.',
    ),
    submit: w('预览并发出告知书…', 'Preview and send…'),
    done: w('已告知申请人补正。', 'The applicant has been asked for the correction.'),
  },
  correctOnTheSpot: {
    title: w('当场更正并受理', 'Correct on the spot'),
    hint: w('可以当场更正的错误', 'Mistakes that can be corrected at once'),
    what: w(
      '将按下面的更正修改申请表、记入办理记录，并受理。',
      'The form is changed as below, the change is journaled, and the application is accepted.',
    ),
    submit: w('更正并受理', 'Correct and accept'),
    done: w('已更正并受理。', 'Corrected and accepted.'),
  },
  declineApplication: {
    title: w('不予受理', 'Decline'),
    hint: w('不属于本机关职权范围', 'Not within this organ’s authority'),
    what: w(
      '将出具《不予受理决定书》，告知申请人有权机关和救济权利；此件就此办结。',
      'The decline is issued, naming the right organ and the applicant’s rights; the case is concluded.',
    ),
    submit: w('不予受理…', 'Decline…'),
    done: w('已不予受理，并告知有权机关。', 'Declined; the applicant has been told the right organ.'),
  },
  findNotNeeded: {
    title: w('不需要取得许可', 'No licence is needed'),
    hint: w('依法不需要许可', 'The law asks for none'),
    what: w(
      '将即时告知申请人不需要取得许可；此件就此办结。',
      'The applicant is told at once that no licence is needed; the case is concluded.',
    ),
    submit: w('告知不需许可…', 'Tell the applicant…'),
    done: w('已告知不需要取得许可。', 'The applicant has been told.'),
  },
  concludeStep: {
    title: w('办结当前环节', 'Conclude the step'),
    hint: w('写明意见，进入下一环节', 'Findings, then the next step'),
    what: w(
      '意见将记入办理记录，此件进入下一环节。',
      'The findings are journaled and the case goes to its next step.',
    ),
    submit: w('办结环节', 'Conclude the step'),
    done: w('环节已办结。', 'The step is concluded.'),
  },
  decideApplication: {
    title: w('作出决定', 'Decide'),
    hint: w('准予或不予行政许可', 'Grant or refuse'),
    what: w('决定作出后不能更改。', 'A decision cannot be changed once made.'),
    submit: w('作出决定…', 'Decide…'),
    done: w('决定已作出。', 'The decision is made.'),
  },
  stopClock: {
    title: w('启动特别程序', 'Stop the clock'),
    hint: w('所需时间不计入时限（许可法 45）', 'Its time does not count (Licensing Law 45)'),
    what: w(
      '时限停止计算，将出具《特别程序告知书》并告知申请人。',
      'The clock stops; the notice is issued and sent.',
    ),
    submit: w('启动特别程序…', 'Stop the clock…'),
    done: w('特别程序已启动，计时已停。', 'The clock is stopped.'),
  },
  resumeClock: {
    title: w('结束特别程序', 'Resume the clock'),
    hint: w('恢复计时', 'The clock goes on'),
    what: w(
      '恢复计时，到期日按停止的天数顺延。',
      'The clock goes on; the due dates move by the days it stood.',
    ),
    submit: w('恢复计时', 'Resume'),
    done: w('已恢复计时。', 'The clock runs again.'),
  },
  extendLimit: {
    title: w('批准延期', 'Grant an extension'),
    hint: w('由行政机关负责人批准（许可法 42）', 'By the head of the organ (Licensing Law 42)'),
    what: w(
      '只能延期一次；将出具《延期告知书》，把理由告知申请人。',
      'It can be extended once; the applicant is told the reason in writing.',
    ),
    submit: w('批准延期…', 'Extend…'),
    done: w('已批准延期。', 'The limit is extended.'),
  },
  deliverResult: {
    title: w('登记送达', 'Record the delivery'),
    hint: w('决定和证照已送达申请人', 'The applicant has the result'),
    what: w('将出具《送达回证》。', 'The delivery record is issued.'),
    submit: w('登记送达', 'Record'),
    done: w('已登记送达。', 'The delivery is recorded.'),
  },
  sawOriginal: {
    title: w('核验原件', 'Originals seen'),
    hint: w('把上传件提升为“原件已核验”', 'Raises uploads to “original seen”'),
    what: w(
      '核验人和时间记入办理记录，证据等级由 C 升为 B；约定留存的材料今后不再要求提交。',
      'Who saw it and when is journaled, the trust rises from C to B, and what is kept is not asked for again.',
    ),
    submit: w('原件已核验', 'Originals seen'),
    done: w('已记录原件核验。', 'Recorded that the originals were seen.'),
  },
  remindOffice: {
    title: w('督办提醒', 'Remind'),
    hint: w('提醒承办部门', 'Remind the office in charge'),
    what: w('提醒将记入办理记录，并告知承办部门。', 'The reminder is journaled and the office is told.'),
    submit: w('发出提醒', 'Remind'),
    done: w('已提醒承办部门。', 'The office has been reminded.'),
  },
}

export const ACT = {
  signedOnly: w('已签署；其他人都签署后决定生效。', 'Signed; it is decided once everyone has signed.'),
  title: w('办理', 'Act'),
  none: w('现在没有您可以办理的操作。', 'There is nothing for you to do here now.'),
  noneHint: w('由其他角色办理，或此件已办结。', 'It is with another role, or concluded.'),
  newer: w('此件有新的变化', 'This case has changed'),
  newerHint: w(
    '看过后再继续；您填写的内容都还在。',
    'Look at it before you go on; what you typed is still here.',
  ),
  seen: w('我已看过，继续办理', 'I have seen it, go on'),
  seeFirst: w('请先看过上面的新变化。', 'Please look at the change above first.'),
  gone: w(
    '此操作现在已不能进行。您填写的内容还在，可以复制。',
    'This can no longer be done. What you typed is still here to copy.',
  ),
  next: w('办下一件', 'Next case'),
  confirm: w('确认', 'Confirm'),
  confirmTitle: (title: string) => w(`确认${title}？`, `${title}?`),
  what: w('将会发生什么', 'What will happen'),
  issued: w('新出具的文书', 'Issued just now'),

  note: w('备注', 'Note'),
  reason: w('理由', 'Reason'),
  reasonMissing: w('请写明理由（至少两个字）。', 'Please give a reason.'),
  textMissing: ({ zh, en }: SomeWords) =>
    w(`请写明${zh}（至少两个字）。`, `Please fill in: ${(en ?? zh).toLowerCase()}.`),
  points: w('需要补正的内容', 'What is to be corrected'),
  pointsHint: w(
    '许可法 32：应当一次告知需要补正的全部内容。请从头到尾看完再发出，发出后不能再要求补正。',
    'Licensing Law 32: everything to be corrected must be told at once. Go through it all first; you cannot ask again.',
  ),
  pointsMissing: w('请至少选择一项。', 'Choose at least one point.'),
  pointWhat: w('具体要求', 'What exactly'),
  pointMissing: (labels: string) => w(`请写明具体要求：${labels}`, `Say what exactly: ${labels}`),
  chosen: (count: number) => w(`已选 ${count} 项`, `${count} chosen`),
  onlyProblems: w('材料', 'Materials'),
  formFields: w('申请表', 'Form'),
  preview: w('告知书预览', 'Preview of the notice'),
  sendNotice: w('发出告知书', 'Send the notice'),
  rightOrgan: w('有权机关', 'The right organ'),
  rightOrganHint: w('告知申请人应当向哪个机关申请', 'Where the applicant should apply'),
  rightOrganMissing: w('请写明有权机关。', 'Please name the right organ.'),
  corrections: w('更正内容', 'Corrections'),
  correctionsHint: w(
    '只修改确有错误的项目；申请人须在场确认。',
    'Change only what is wrong; the applicant must be there to confirm.',
  ),
  correctionsMissing: w('请至少更正一项。', 'Change at least one field.'),
  correctionNote: w('更正说明', 'What was corrected'),
  before: w('原为', 'Was'),
  notHere: w('此项不能在这里更正。', 'This one cannot be corrected here.'),
  passed: w('结论', 'Outcome'),
  pass: w('通过', 'Passed'),
  fail: w('不通过', 'Not passed'),
  findings: w('审查意见', 'Findings'),
  findingsMissing: w('请写明审查意见。', 'Please write the findings.'),
  with: w('共同参加的工作人员', 'Others who took part'),
  withHint: (count: number) =>
    w(
      `此环节须 ${count} 人以上参加（许可法 34），请填写您之外的人员姓名，回车分隔`,
      `${count} or more must take part (Licensing Law 34); name those beside you, Enter after each`,
    ),
  withMissing: (count: number) => w(`还须填写 ${count} 位共同参加的人员。`, `${count} more must be named.`),
  withPlaceholder: w('姓名，回车确认', 'Name, then Enter'),
  outcome: w('决定', 'Decision'),
  grant: w('准予许可', 'Grant'),
  refuse: w('不予许可', 'Refuse'),
  outcomeMissing: w('请选择准予或不予许可。', 'Choose to grant or to refuse.'),
  reasons: w('理由', 'Reasons'),
  reasonsHintRefuse: w(
    '不予许可应当说明理由（许可法 38）',
    'A refusal states its reasons (Licensing Law 38)',
  ),
  reasonsMissing: w('不予许可必须说明理由。', 'A refusal must state its reasons.'),
  grantWhat: w(
    '将出具《准予行政许可决定书》和证照，加盖印章并数字签名，告知申请人。决定作出后不能更改。',
    'The grant and the licence are issued, sealed, signed and sent. A decision cannot be changed once made.',
  ),
  refuseWhat: w(
    '将出具《不予行政许可决定书》，写明理由，并告知申请复议和提起诉讼的权利。决定作出后不能更改。',
    'The refusal is issued with its reasons and the rights to reconsideration and to sue. A decision cannot be changed once made.',
  ),
  kind: w('特别程序', 'Procedure'),
  expected: w('预计所需时间', 'Expected length'),
  workingDays: w('个工作日', 'working days'),
  calendarDays: w('天', 'days'),
  expectedMissing: w('请填写 1 到 999 之间的天数。', 'Enter a number of days from 1 to 999.'),
  result: w('结果说明', 'Result'),
  how: w('送达方式', 'How'),
  collectorAs: w('谁来领取', 'Who collects'),
  holder: w('申请人本人（企业为经办人）', 'The applicant (the agent of an enterprise)'),
  authorised: w('受委托人', 'Somebody authorised'),
  collectorName: w('领取人姓名', 'Name of who collects'),
  idLast4: w('身份证后四位', 'Last four of the identity card'),
  idLast4Hint: w('看过证件原件后填写', 'Fill in after looking at the card itself'),
  authorisation: w('委托依据', 'Authorisation'),
  authorisationHint: w('如：授权委托书，原件已核对', 'e.g. power of attorney, original seen'),
  collectorLacking: w('请填写领取人姓名和证件后四位。', 'Fill in the name and the last four of the card.'),
  carrier: w('承运人', 'Carrier'),
  trackingNumber: w('运单号', 'Tracking number'),
  trackingLike: (example: string) => w(`例如 ${example}`, `e.g. ${example}`),
  postLacking: w('请选择承运人并填写运单号。', 'Choose a carrier and fill in the tracking number.'),
  posting: w(
    '先登记运单号，申请人即可查询；签收后再登记送达。',
    'The number is recorded first, and the applicant can follow it; the delivery is recorded once it is signed for.',
  ),
  posted: (carrier: string, number: string) =>
    w(`已交寄：${carrier} ${number}`, `Posted: ${carrier} ${number}`),
  originals: w('看到了哪些原件', 'Which originals you have seen'),
  originalsLacking: w('请选择看到原件的材料。', 'Choose the materials whose originals you have seen.'),
  noUploads: w('没有待核验的上传件。', 'There is no upload left to compare.'),
  validTo: w('证件有效期至（证件上没有的不填）', 'Last day it is valid (leave empty where it has none)'),
} as const

/** Phrases that are often needed; one click writes them, and they can be mended. */
export const PHRASES = {
  materials: [
    w('缺少此材料，请补充提交。', 'This document is missing; please add it.'),
    w('图像不清晰，请重新拍摄或扫描后上传。', 'The picture is not legible; please scan it again.'),
    w(
      '缺少签字或盖章，请签字盖章后重新上传。',
      'Signature or seal is missing; please add it and upload again.',
    ),
    w('已超过有效期，请提交有效的材料。', 'It has expired; please give a valid one.'),
  ],
  form: [
    w('与所附材料不一致，请核对后更正。', 'It does not agree with the materials; please check it.'),
    w('填写不完整，请补充。', 'It is incomplete; please complete it.'),
  ],
} as const
