import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import { deskQuestionEndpoints } from './desk-endpoints.ts'
import { PublicAnswer } from './faq.ts'
import { QuestionId, QuestionRow, QuestionText, QuestionView } from './question.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: QuestionId }, strict)
const citizens = { for: 'some', citizen: true } as const
const own = { ...citizens, row: 'own-question' } as const

const askerEndpoints = endpoints({
  findAnswers: {
    method: 'GET',
    path: '/api/knowledge/answers',
    summary: { zh: '查找已答复的常见问题', en: 'Find answers to questions often asked' },
    access: everyone,
    query: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 1000 })),
        item: Type.Optional(Type.String({ maxLength: 64 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        answers: Type.Array(PublicAnswer),
        total: Type.Integer(),
        page: Type.Integer(),
        pages: Type.Integer(),
      },
      strict,
    ),
    refusals: [],
  },
  askQuestion: {
    method: 'POST',
    path: '/api/knowledge/questions',
    summary: { zh: '咨询事项或者本人的办件', en: 'Ask about an item or an own case' },
    access: citizens,
    input: Type.Object(
      {
        item: Type.String({ maxLength: 64 }),
        application: Type.Optional(QuestionId),
        text: QuestionText,
      },
      strict,
    ),
    output: QuestionView,
    refusals: ['item-not-found', 'case-not-found', 'form-has-errors'],
    perMinute: 10,
  },
  listMyQuestions: {
    method: 'GET',
    path: '/api/knowledge/questions/mine',
    summary: { zh: '我的咨询', en: 'My questions' },
    access: citizens,
    output: Type.Object({ questions: Type.Array(QuestionRow) }, strict),
    refusals: [],
  },
  getMyQuestion: {
    method: 'GET',
    path: '/api/knowledge/questions/mine/:id',
    summary: { zh: '咨询和答复', en: 'One question, to its asker' },
    access: own,
    params: Id,
    output: QuestionView,
    refusals: ['question-not-found'],
  },
  askFurther: {
    method: 'POST',
    path: '/api/knowledge/questions/mine/:id/further',
    summary: { zh: '追问', en: 'Ask once more' },
    access: own,
    params: Id,
    input: Type.Object({ text: QuestionText }, strict),
    output: QuestionView,
    refusals: [
      'question-not-found',
      'question-waits',
      'further-question-used',
      'form-has-errors',
      'case-changed',
    ],
  },
  rateAnswer: {
    method: 'POST',
    path: '/api/knowledge/questions/mine/:id/helped',
    summary: { zh: '答复是否解决了问题', en: 'Say whether the answer helped' },
    access: own,
    params: Id,
    input: Type.Object({ helped: Type.Boolean() }, strict),
    output: QuestionView,
    refusals: ['question-not-found', 'question-waits', 'answer-rated-already', 'case-changed'],
  },
})

/** Every endpoint of the module. */
export const knowledgeEndpoints = { ...askerEndpoints, ...deskQuestionEndpoints }
