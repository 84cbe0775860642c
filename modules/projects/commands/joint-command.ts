import { actorOf, isRefusal, type Refusal, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { Inside } from '../inside.ts'
import { type Project, projectOf } from '../rules/project.ts'
import { type Case, type FoundCase, getCaseFor, type ProjectEntry, writeCase } from '../store/cases.ts'

interface JointRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input?: unknown
  readonly key: string
}

const TRIES = 5

/**
 * A command that many give side by side, each on his own part: load → may this reader see it → the same key again →
 * the rule → append; where somebody else wrote meanwhile, the rule judges once more on what is there then.
 */
export async function jointCommand(
  inside: Inside,
  { who, params, input, key }: JointRequest,
  rule: (found: FoundCase) => readonly ProjectEntry[] | Refusal | Promise<readonly ProjectEntry[] | Refusal>,
  /** What follows at once from the entries, on the state they make. */
  follows: (project: Project) => readonly ProjectEntry[] = () => [],
): Promise<FoundCase | Refusal> {
  const actor = actorOf(who)
  for (let tried = 1; ; tried++) {
    const found = await getCaseFor(inside, params.id, who)
    if (isRefusal(found)) return found
    const once = { key, bodyDigest: bodyDigestOf({ params, input }) }
    const answered = await inside.journal.findAnswer(actor.id, key, once.bodyDigest)
    if (isRefusal(answered)) return answered
    if (answered) return found
    const entries = await rule(found)
    if (isRefusal(entries)) return entries
    const all = [...entries, ...follows(stateAfter(inside, found, entries, actor))]
    const written = await writeCase(inside, { id: params.id, before: found, entries: all, actor, once })
    if (!isRefusal(written)) return { ...written, standing: found.standing }
    if (written.code !== 'case-changed' || tried === TRIES) return written
  }
}

function stateAfter(
  inside: Inside,
  { project, entries: before }: Case,
  entries: readonly ProjectEntry[],
  actor: ReturnType<typeof actorOf>,
): Project {
  const at = inside.clock.now().toISOString()
  const news = entries.map((entry, index) => ({
    ...entry,
    at,
    actor,
    revision: project.revision + index + 1,
  }))
  return projectOf([...before, ...news]) ?? project
}
