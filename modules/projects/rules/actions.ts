import type { Who } from '@mashang/kit'
import type { Project } from './project.ts'
import type { Standing } from './secrecy.ts'

/** Commands a reader may give now, by the endpoint's name; the rules themselves still judge each of them. */
export function actionsOf(_who: Who, standing: Standing | undefined, project: Project): readonly string[] {
  if (project.withdrawn || standing !== 'owner') return []
  const isIdle = project.applications.every(({ outcome }) => outcome !== undefined)
  return isIdle ? ['withdrawProject'] : []
}
