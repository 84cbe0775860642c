import { actorOf, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { ProjectView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/project-view.ts'
import type { Standing } from '../rules/secrecy.ts'
import { type Case, getCaseFor, type ProjectEntry, writeCase } from '../store/cases.ts'

/** What every command on a project is given. */
export interface ProjectRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input?: { readonly expected?: number }
  readonly key: string
  readonly language: 'zh' | 'en'
}

/**
 * Runs one command on a project: load → may this reader see it → the same key again → the revision that was seen →
 * the rule → append → the view.
 */
export async function commandOnProject(
  inside: Inside,
  request: ProjectRequest,
  rule: (
    found: Case & { readonly standing: Standing },
  ) => readonly ProjectEntry[] | Refusal | Promise<readonly ProjectEntry[] | Refusal>,
): Promise<ProjectView | Refusal> {
  const { who, params, input, key, language } = request
  const found = await getCaseFor(inside, params.id, who)
  if (isRefusal(found)) return found
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ id: params.id, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return viewOf(inside, found, who, language)
  const { revision } = found.project
  if (input?.expected !== undefined && input.expected !== revision)
    return refuse('case-changed', {
      facts: { caseId: params.id, expected: input.expected, actual: revision },
    })
  const entries = await rule(found)
  if (isRefusal(entries)) return entries
  const written = await writeCase(inside, {
    id: params.id,
    before: found,
    entries,
    actor,
    once: { key, bodyDigest },
  })
  return isRefusal(written) ? written : viewOf(inside, written, who, language)
}
