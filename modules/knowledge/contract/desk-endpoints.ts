import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { FAQ_STATUSES, FaqInput, FaqView } from './faq.ts'
import { CitedInput, OrganRef, QuestionId, QuestionRow, QuestionView } from './question.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: QuestionId }, strict)
const Expected = Type.Optional(Type.Integer({ minimum: 1 }))
const Reason = Type.String({ minLength: 2, maxLength: 1000 })
const officers = { for: 'some', staff: ['handling-officer', 'approval-head'] } as const
const ownOrgan = { ...officers, row: 'question-of-own-organ' } as const
const readers = {
  for: 'some',
  staff: ['handling-officer', 'approval-head', 'supervisor'],
  row: 'question-of-own-organ',
} as const
const editors = { for: 'some', staff: ['catalogue-editor'] } as const
const QUESTION_VIEWS = ['waiting', 'overdue', 'answered', 'all'] as const
const faqRefusals = [
  'faq-not-found',
  'faq-status-forbids',
  'case-changed',
  'form-has-errors',
  'item-not-found',
] as const

/** The desk: offices answer, editors publish what is often asked, supervision sees what is late. */
export const deskQuestionEndpoints = endpoints({
  listQuestions: {
    method: 'GET',
    path: '/api/knowledge/desk/questions',
    summary: { zh: '咨询收件箱，按到期日', en: 'Questions by the day their answer is due' },
    access: readers,
    query: Type.Object({ view: Type.Optional(Type.Enum(QUESTION_VIEWS)) }, strict),
    output: Type.Object(
      {
        questions: Type.Array(QuestionRow),
        counts: Type.Object(
          {
            waiting: Type.Integer(),
            overdue: Type.Integer(),
            answered: Type.Integer(),
            inTime: Type.Integer(),
            helped: Type.Integer(),
            notHelped: Type.Integer(),
          },
          strict,
        ),
        organs: Type.Array(OrganRef),
      },
      strict,
    ),
    refusals: [],
  },
  getQuestion: {
    method: 'GET',
    path: '/api/knowledge/desk/questions/:id',
    summary: { zh: '咨询（工作台）', en: 'One question at the desk' },
    access: readers,
    params: Id,
    output: QuestionView,
    refusals: ['question-not-found'],
  },
  answerQuestion: {
    method: 'POST',
    path: '/api/knowledge/desk/questions/:id/answer',
    summary: { zh: '答复咨询', en: 'Answer a question' },
    access: ownOrgan,
    params: Id,
    input: Type.Object(
      {
        expected: Expected,
        text: Type.String({ minLength: 5, maxLength: 3000 }),
        cited: Type.Array(CitedInput, { maxItems: 10 }),
      },
      strict,
    ),
    output: QuestionView,
    refusals: ['question-not-found', 'question-answered', 'form-has-errors', 'case-changed'],
  },
  passOnQuestion: {
    method: 'POST',
    path: '/api/knowledge/desk/questions/:id/pass-on',
    summary: { zh: '转交其他部门', en: 'Pass a question on to another organ' },
    access: ownOrgan,
    params: Id,
    input: Type.Object({ expected: Expected, to: Type.String({ maxLength: 60 }), reason: Reason }, strict),
    output: Type.Object({ to: OrganRef }, strict),
    refusals: [
      'question-not-found',
      'question-answered',
      'organ-not-known',
      'question-passed-back',
      'case-changed',
    ],
  },
  proposeFaq: {
    method: 'POST',
    path: '/api/knowledge/desk/faqs',
    summary: { zh: '推荐为常见问题', en: 'Propose a question often asked' },
    access: officers,
    input: Type.Object(
      {
        item: Type.String({ maxLength: 64 }),
        from: Type.Optional(QuestionId),
        ...FaqInput,
        cited: Type.Array(CitedInput, { maxItems: 10 }),
      },
      strict,
    ),
    output: FaqView,
    refusals: ['item-not-found', 'item-of-another-organ', 'question-not-found', 'form-has-errors'],
  },
  listFaqs: {
    method: 'GET',
    path: '/api/knowledge/desk/faqs',
    summary: {
      zh: '常见问题：待发布、已发布、待复核',
      en: 'Questions often asked, and what is to be done with them',
    },
    access: {
      for: 'some',
      staff: ['handling-officer', 'approval-head', 'catalogue-editor'],
      row: 'faq-of-own-organ',
    },
    query: Type.Object({ status: Type.Optional(Type.Enum(FAQ_STATUSES)) }, strict),
    output: Type.Object({ faqs: Type.Array(FaqView) }, strict),
    refusals: [],
  },
  publishFaq: {
    method: 'POST',
    path: '/api/knowledge/desk/faqs/:id/publish',
    summary: { zh: '发布常见问题', en: 'Publish a question often asked' },
    access: editors,
    params: Id,
    input: Type.Object({ expected: Expected, ...FaqInput, replaces: Type.Optional(QuestionId) }, strict),
    output: FaqView,
    refusals: [...faqRefusals, 'faq-published-by-its-author'],
  },
  declineFaq: {
    method: 'POST',
    path: '/api/knowledge/desk/faqs/:id/decline',
    summary: { zh: '不采用', en: 'Do not take a proposal' },
    access: editors,
    params: Id,
    input: Type.Object({ expected: Expected, reason: Reason }, strict),
    output: FaqView,
    refusals: faqRefusals,
  },
  confirmFaq: {
    method: 'POST',
    path: '/api/knowledge/desk/faqs/:id/confirm',
    summary: { zh: '复核：事项变更后仍然适用', en: 'Read again after the item changed: it still holds' },
    access: editors,
    params: Id,
    input: Type.Object({ expected: Expected }, strict),
    output: FaqView,
    refusals: faqRefusals,
  },
  withdrawFaq: {
    method: 'POST',
    path: '/api/knowledge/desk/faqs/:id/withdraw',
    summary: { zh: '撤下常见问题', en: 'Withdraw a question often asked' },
    access: editors,
    params: Id,
    input: Type.Object({ expected: Expected, reason: Reason }, strict),
    output: FaqView,
    refusals: faqRefusals,
  },
})
