import type { Who } from '@mashang/kit'
import type { StoredCase } from '@mashang/store'
import type { FaqView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import type { Faq } from '../rules/faq.ts'
import { aFaqHoldsForTheVersionItWasReadAgainst } from '../rules/publishing.ts'

/** A question often asked as the desk reads it, beside the item as it stands now. */
export async function faqViewOf(inside: Inside, { id, state }: StoredCase<Faq>, who: Who): Promise<FaqView> {
  const item = await inside.findItem(state.item)
  const toReview =
    state.status === 'published' && !aFaqHoldsForTheVersionItWasReadAgainst(state.version, item?.version)
  return {
    id,
    revision: state.revision,
    item: { code: state.item, name: item?.name ?? { zh: state.item } },
    version: state.version,
    ...(item ? { inForce: item.version } : {}),
    toReview,
    organ: getOrgan(inside, state.organ),
    question: state.question,
    answer: state.answer,
    cited: [...state.cited],
    status: state.status,
    proposedBy: state.proposedBy.name,
    proposedAt: state.proposedAt,
    ...(state.publishedAt ? { publishedAt: state.publishedAt } : {}),
    ...(state.reason ? { reason: state.reason } : {}),
    actions: actionsOf(who, state, toReview),
  }
}

function actionsOf(who: Who, { status }: Faq, toReview: boolean): string[] {
  if (who.kind !== 'staff' || !who.roles.includes('catalogue-editor')) return []
  if (status === 'proposed') return ['publishFaq', 'declineFaq']
  if (status === 'published') return [...(toReview ? ['confirmFaq'] : []), 'withdrawFaq']
  return []
}
