/** Who reaches what is done together on a project, and the shapes that its endpoints take. */
import { Type } from 'typebox'
import { ProjectId } from './project.ts'

export const strict = { additionalProperties: false }
export const Id = Type.Object({ id: ProjectId }, strict)
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
export const office = ['handling-officer', 'inspector', 'approval-head'] as const
export const own = { for: 'some', citizen: true, row: 'own-project' } as const
export const desk = { for: 'some', staff: office, row: 'project-of-own-organ' } as const
export const readers = {
  for: 'some',
  citizen: true,
  staff: [...office, 'supervisor'],
  row: 'own-project-or-own-organ',
} as const
/** The endpoints of one project, for whoever may see it. */
export const CASE = '/api/projects/case/:id'
