import { actorOf, isRefusal, type Refusal, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { BundleView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { viewOf } from '../queries/bundle-view.ts'
import type { Standing } from '../rules/standing.ts'
import { type BundleEntry, type Case, getCaseFor, writeCase } from '../store/cases.ts'

/** What every command on a bundle is given. */
export interface BundleRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input?: unknown
  readonly key: string
  readonly language: 'zh' | 'en'
}

/**
 * Runs one command on a bundle: load → may this reader see it → the same key again → the rule →
 * append → what follows from it → the view.
 */
export async function commandOnBundle(
  inside: Inside,
  request: BundleRequest,
  rule: (
    found: Case & { readonly standing: Standing },
  ) => readonly BundleEntry[] | Refusal | Promise<readonly BundleEntry[] | Refusal>,
  then?: (id: string) => Promise<Case | undefined>,
): Promise<BundleView | Refusal> {
  const { who, params, input, key, language } = request
  const found = await getCaseFor(inside, params.id, who)
  if (isRefusal(found)) return found
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ id: params.id, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return viewOf(inside, (await then?.(params.id)) ?? found, who, language)
  const entries = await rule(found)
  if (isRefusal(entries)) return entries
  const written = await writeCase(inside, {
    id: params.id,
    before: found,
    entries,
    actor,
    once: { key, bodyDigest },
  })
  if (isRefusal(written)) return written
  return viewOf(inside, (await then?.(params.id)) ?? written, who, language)
}
