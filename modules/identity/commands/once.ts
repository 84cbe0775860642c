import { createHash } from 'node:crypto'
import { actorOf, canonicalJson, isRefusal, type Refusal, type Who } from '@mashang/kit'
import type { Append } from '@mashang/store'
import type { Inside } from '../inside.ts'

/** What stands for the body of a request: the verb and its input. Secrets are left out of it. */
export type Body = readonly [verb: string, ...parts: unknown[]]

function digestOfBody(body: Body): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}

/** The answer given before to the same key and body, or the refusal for the same key with another body. */
export async function answeredBefore<A>(
  inside: Inside,
  who: Who,
  key: string,
  body: Body,
): Promise<A | Refusal | undefined> {
  const found = await inside.journal.findAnswer(actorOf(who).id, key, digestOfBody(body))
  if (!found || isRefusal(found)) return found
  return found.answer as A
}

/** What an append keeps, so that the same key is answered the same way again. */
export function onceOf(key: string, body: Body, answer: unknown): Append['once'] {
  return { key, bodyDigest: digestOfBody(body), answer }
}
