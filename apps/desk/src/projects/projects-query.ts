import { queryOptions } from '@tanstack/react-query'
import { projects } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import type { Language } from '../words/words.ts'

export interface ProjectsFilter {
  readonly text?: string
  readonly stage?: string
}

export function projectsQuery(filter: ProjectsFilter) {
  return queryOptions({
    queryKey: ['projects', filter],
    queryFn: () => answerOf(projects.listProjects({ query: filter })),
    placeholderData: (before) => before,
  })
}

/** One project; each look at personal data is journaled, so it is never asked for idly. */
export function projectQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['project', id, language],
    queryFn: () => answerOf(projects.getProjectAtDesk({ params: { id } })),
    staleTime: 5_000,
    refetchOnWindowFocus: false,
  })
}

/** What is done together on a project; each with its own state, so that one act shows at once. */
export function guidanceQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['project-guidance', id, language],
    queryFn: () => answerOf(projects.getGuidance({ params: { id } })),
  })
}

export function drawingsQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['project-drawings', id, language],
    queryFn: () => answerOf(projects.getDrawings({ params: { id } })),
  })
}

export function acceptanceQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['project-acceptance', id, language],
    queryFn: () => answerOf(projects.getAcceptance({ params: { id } })),
  })
}

export function dutiesQuery() {
  return queryOptions({
    queryKey: ['project-duties'],
    queryFn: () => answerOf(projects.listProjectDuties({})),
  })
}
