import { queryOptions } from '@tanstack/react-query'
import { knowledge } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'

export const VIEWS = ['waiting', 'overdue', 'answered', 'all'] as const
export type QuestionsView = (typeof VIEWS)[number]

export const questionsQuery = (view: QuestionsView) =>
  queryOptions({
    queryKey: ['questions', view],
    queryFn: () => answerOf(knowledge.listQuestions({ query: { view } })),
  })

export const questionQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['question', id, language],
    queryFn: () => answerOf(knowledge.getQuestion({ params: { id } })),
  })

export const faqsQuery = queryOptions({
  queryKey: ['faqs'],
  queryFn: async () => (await answerOf(knowledge.listFaqs({ query: {} }))).faqs,
})
