import type { CorrectionSubject } from '@mashang/identity/contract'
import type { Words } from '@mashang/kit'
import { w } from './words.ts'

export const DATA_REQUESTS = {
  lead: w(
    '本人请求更正信息的，要核实后答复；不更正的说明理由（个人信息保护法 第四十六条、第五十条）。您的每次查看，本人都能看到。',
    'Requests to correct personal data are checked and answered, with reasons where declined (Personal Information Protection Law, Articles 46 and 50). The person can see every look of yours.',
  ),
  onlyOpen: w('只看待答复的', 'Only unanswered ones'),
  none: w('没有待答复的请求。', 'No request waits for an answer.'),
  noneAtAll: w('还没有人提出请求。', 'Nobody has asked yet.'),
  asked: w('提出', 'Asked'),
  person: w('本人', 'Person'),
  subject: w('哪里不对', 'What is wrong'),
  text: w('请求', 'Request'),
  state: w('答复', 'Answer'),
  answer: w('答复', 'Answer'),
  answerTo: (name: string) => w(`答复 ${name}`, `Answer ${name}`),
  outcome: w('处理', 'Outcome'),
  corrected: w('已更正', 'Corrected'),
  declined: w('不更正', 'Declined'),
  declinedHint: w('必须写明理由', 'The reasons must be stated'),
  rightName: w('正确的姓名（写入账号）', 'The right name, put into the account'),
  said: w('答复内容', 'The answer'),
  saidHint: w('本人会看到这段话，至少 5 个字', 'The person reads this; at least 5 characters'),
  send: w('发出答复', 'Send the answer'),
  sent: w('已答复。', 'Answered.'),
} as const

export const SUBJECTS: Readonly<Record<CorrectionSubject, Words>> = {
  name: w('姓名', 'Name'),
  'id-card': w('身份证号', 'Identity number'),
  phone: w('手机号', 'Mobile number'),
  case: w('办件里的信息', 'Something in a case'),
  other: w('其他', 'Something else'),
}
