import { actorOf, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { HelpView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/help-view.ts'
import { helpThatIsOverRests, type Standing, standingOf } from '../rules/helping.ts'
import { type Case, getCaseFor, type HelpEntry, writeCase } from '../store/cases.ts'

/** What every command on a request is given. */
export interface HelpRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: { readonly expected?: number; readonly [key: string]: unknown }
  readonly key: string
  readonly language: 'zh' | 'en'
}

type Entries = readonly HelpEntry[] | Refusal

/**
 * Runs one command: load → may this one see and do it → the same key again → the revision that was seen → the rule →
 * append.
 */
export async function runOnHelp(
  inside: Inside,
  request: HelpRequest,
  as: Standing,
  rule: (found: Case) => Entries | Promise<Entries>,
): Promise<Case | Refusal> {
  const { who, params, input, key } = request
  const found = await getCaseFor(inside, params.id, who)
  if (isRefusal(found)) return found
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ id: params.id, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (answered) return isRefusal(answered) ? answered : found
  if (standingOf(who, found.help) !== as) return refuse('not-allowed')
  const { revision } = found.help
  if (input.expected !== undefined && input.expected !== revision)
    return refuse('case-changed', {
      facts: { caseId: params.id, expected: input.expected, actual: revision },
    })
  const entries = helpThatIsOverRests(found.help) ?? (await rule(found))
  if (isRefusal(entries)) return entries
  return writeCase(inside, { id: params.id, before: found, entries, actor, once: { key, bodyDigest } })
}

/** The same, answered with the view. */
export async function commandOnHelp(
  inside: Inside,
  request: HelpRequest,
  as: Standing,
  rule: (found: Case) => Entries | Promise<Entries>,
): Promise<HelpView | Refusal> {
  const written = await runOnHelp(inside, request, as, rule)
  return isRefusal(written) ? written : viewOf(inside, written, request.who, request.language)
}
