import { actorOf, isRefusal, type Refusal, refuse, type StaffRole, type Who } from '@mashang/kit'
import { bodyDigestOf, type NewEntry } from '@mashang/store'
import type { ApplicationView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/application-view.ts'
import { rolesOn, type Standing, standingOf } from '../rules/reading.ts'
import { type Case, findCase, getCase, refuseUnlessSeen, writeCase } from '../store/cases.ts'

/** What every command on a case is given, whatever else its input holds. */
export interface CaseRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: { readonly expected?: number }
  readonly key: string
  readonly language: 'zh' | 'en'
}

/** Readers who may give commands; an organ that is asked for its opinion only gives that. */
const GIVES_COMMANDS: readonly Standing[] = ['applicant', 'office', 'supervisor']

/**
 * Runs one command on a case, top to bottom: load → may this reader see it → the same key again → the revision
 * that was seen → the rule → append → the view. Another person's case is told apart from no case by nobody.
 */
export async function commandOnCase(
  inside: Inside,
  request: CaseRequest,
  rule: (
    found: Case,
    roles: readonly StaffRole[],
  ) => readonly NewEntry[] | Refusal | Promise<readonly NewEntry[] | Refusal>,
  given: readonly Standing[] = GIVES_COMMANDS,
): Promise<ApplicationView | Refusal> {
  const { who, params, input, key, language } = request
  const found = await findCase(inside, params.id)
  const standing = found && standingOf(who, found.application, found.item)
  if (!found || !standing || !given.includes(standing)) return refuse('case-not-found')
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ id: params.id, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return viewOf(inside, await getCase(inside, params.id), who, language)
  const stale = refuseUnlessSeen(found, input.expected)
  if (stale) return stale
  const entries = await rule(found, rolesOn(who, found.item))
  if (isRefusal(entries)) return entries
  const once = {
    key,
    bodyDigest,
    answer: (after: Case) => ({ id: after.id, revision: after.application.revision }),
  }
  const written = await writeCase(inside, { before: found, entries, actor, once })
  return isRefusal(written) ? written : viewOf(inside, written, who, language)
}
