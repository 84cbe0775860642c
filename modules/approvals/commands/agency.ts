import { isRefusal, type Refusal, type Who } from '@mashang/kit'
import type { Agency } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { isAgent } from '../rules/agency.ts'

/** By whom, under which mandate, an act is done for this person; nothing where it is done for the office. */
export async function agencyOf(
  inside: Inside,
  who: Who,
  { person, item }: { readonly person: string; readonly item: string },
): Promise<Agency | Refusal | undefined> {
  if (who.kind !== 'staff' || !isAgent(who)) return undefined
  const mandate = await inside.checkMandate({ agent: who.id, principal: person, item })
  return isRefusal(mandate) ? mandate : { agent: who.name, mandate: mandate.number }
}
