import { type Actor, actorOf, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf, type NewEntry, type StoredCase } from '@mashang/store'
import type { Inside } from '../inside.ts'
import type { Stream } from '../store/streams.ts'

/** What every command is given. */
export interface CommandRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: { readonly expected?: number; readonly [key: string]: unknown }
  readonly key: string
}

/** Finds what was answered with under this key, if it was. */
export async function answeredBefore<State>(
  { journal }: Inside,
  stream: Pick<Stream<State, never>, 'find'>,
  once: { readonly actor: Actor; readonly key: string; readonly bodyDigest: string },
): Promise<StoredCase<State> | Refusal | undefined> {
  const answered = await journal.findAnswer(once.actor.id, once.key, once.bodyDigest)
  if (!answered || isRefusal(answered)) return answered
  return stream.find((answered.answer as { id: string }).id)
}

/**
 * Runs one command: load → may this one see it → the same key again → the revision that was seen → the rule → append.
 */
export async function runCommand<State extends { readonly revision: number }, One extends NewEntry>(
  inside: Inside,
  stream: Stream<State, One>,
  request: CommandRequest,
  find: (id: string) => Promise<StoredCase<State> | Refusal>,
  rule: (state: State) => readonly One[] | Refusal | Promise<readonly One[] | Refusal>,
): Promise<StoredCase<State> | Refusal> {
  const { who, params, input, key } = request
  const found = await find(params.id)
  if (isRefusal(found)) return found
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ id: params.id, input })
  const answered = await answeredBefore(inside, stream, { actor, key, bodyDigest })
  if (answered) return isRefusal(answered) ? answered : found
  const { revision } = found.state
  if (input.expected !== undefined && input.expected !== revision)
    return refuse('case-changed', {
      facts: { caseId: params.id, expected: input.expected, actual: revision },
    })
  const entries = await rule(found.state)
  if (isRefusal(entries)) return entries
  return stream.write({ id: params.id, before: found, entries, actor, once: { key, bodyDigest } })
}
