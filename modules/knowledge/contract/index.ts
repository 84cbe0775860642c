export { knowledgeEndpoints } from './endpoints.ts'
export * from './entries.ts'
export type { FaqStatus, FaqView, PublicAnswer } from './faq.ts'
export type { QuestionRow, QuestionStatus, QuestionView } from './question.ts'
