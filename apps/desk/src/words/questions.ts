import type { Words } from '@mashang/kit'
import type { FaqStatus } from '@mashang/knowledge/contract'
import { w } from './words.ts'

export const QUESTIONS = {
  title: w('咨询', 'Questions'),
  about: w('咨询情况', 'About the question'),
  faqs: w('常见问题', 'Questions often asked'),
  view: w('显示', 'Show'),
  waiting: w('待答复', 'Waiting'),
  overdue: w('已超期', 'Overdue'),
  answered: w('已答复', 'Answered'),
  all: w('全部', 'All'),
  none: w('没有这样的咨询。', 'No such question.'),
  question: w('问题', 'Question'),
  further: w('追问', 'Further question'),
  item: w('事项', 'Service item'),
  organ: w('答复部门', 'Answered by'),
  asker: w('咨询人', 'Asker'),
  application: w('办件', 'Case'),
  due: w('到期', 'Due'),
  status: w('状态', 'Status'),
  asked: w('提问', 'Asked'),
  helped: w('解决了', 'Helped'),
  notHelped: w('没解决', 'Did not help'),
  late: w('超期答复', 'Answered late'),
  why: w('为什么是这一天', 'Why this day'),
  figures: (answered: number, inTime: number) =>
    w(`已答复 ${answered}，按期 ${inTime}`, `${answered} answered, ${inTime} in time`),
  saidHelped: (yes: number, no: number) =>
    w(`咨询人说解决了 ${yes}，没解决 ${no}`, `helped ${yes}, did not help ${no}`),
  answer: w('答复', 'Answer'),
  answerText: w('答复内容', 'The answer'),
  answerHint: w('咨询人会看到全文，至少 5 个字', 'The asker reads all of it; at least 5 characters'),
  law: w('引用法律法规', 'Law that is cited'),
  article: w('条款', 'Article'),
  articleHint: w('例如 第三十二条', 'e.g. 第三十二条'),
  send: w('发出答复', 'Send the answer'),
  sent: w('已答复，咨询人会收到短信。', 'Answered; the asker gets a text message.'),
  passOn: w('转交其他部门', 'Pass on to another organ'),
  passHint: w(
    '期限继续计算；不能转回已经办过的部门。',
    'The clock goes on; it cannot come back to an organ that has had it.',
  ),
  to: w('转给', 'To'),
  reason: w('理由', 'Reason'),
  pass: w('转交', 'Pass on'),
  passed: w('已转交。', 'Passed on.'),
  passedOn: w('转交经过', 'How it was passed on'),
  propose: w('推荐为常见问题', 'Propose as a question often asked'),
  proposeHint: w(
    '另写一遍，不要写姓名、证件号和手机号；由事项管理员发布。',
    'Write it anew, without names or numbers of documents or telephones; a catalogue editor publishes it.',
  ),
  zhQuestion: w('问题（中文）', 'Question in Chinese'),
  enQuestion: w('问题（英文）', 'Question in English'),
  zhAnswer: w('回答（中文）', 'Answer in Chinese'),
  enAnswer: w('回答（英文）', 'Answer in English'),
  proposed: w('已推荐，等待发布。', 'Proposed; it waits to be published.'),
} as const

export const FAQS = {
  lead: w(
    '办事指南和“常见问题”页显示的回答。事项变更后不再显示，复核后恢复。',
    'Answers shown in guides and on the public page. After a change of the item they are hidden until read again.',
  ),
  none: w(
    '还没有常见问题。承办人答复咨询后可以推荐。',
    'None yet. Officers may propose one after answering.',
  ),
  toReview: w('待复核', 'To be read again'),
  version: (read: number, inForce?: number) =>
    w(
      inForce === read ? `第 ${read} 版` : `核对过第 ${read} 版，现行第 ${inForce ?? '—'} 版`,
      inForce === read ? `Version ${read}` : `Read against version ${read}, in force ${inForce ?? '—'}`,
    ),
  by: w('推荐人', 'Proposed by'),
  publish: w('发布', 'Publish'),
  published: w('已发布，办事指南里可以看到。', 'Published; the guide shows it.'),
  decline: w('不采用', 'Do not take'),
  confirm: w('复核：仍然适用', 'It still holds'),
  confirmed: w('已复核，恢复显示。', 'Read again; it is shown once more.'),
  withdraw: w('撤下', 'Withdraw'),
  done: w('已处理。', 'Done.'),
  edit: w('核对后发布', 'Read and publish'),
  replaces: w('替换已发布的', 'Replaces one that is published'),
  close: w('关闭', 'Close'),
} as const

export const FAQ_STATUS: Readonly<Record<FaqStatus, Words>> = {
  proposed: w('待发布', 'Proposed'),
  published: w('已发布', 'Published'),
  declined: w('未采用', 'Not taken'),
  withdrawn: w('已撤下', 'Withdrawn'),
  superseded: w('已替换', 'Superseded'),
}
