import { actorOf, type Handlers, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import type { Draft, EvidenceOfferEntries, evidenceEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { findEvidence } from '../queries/my-evidence.ts'
import { offerIdOf } from '../rules/issue.ts'
import {
  changeDraft,
  type DraftRow,
  getDraftRow,
  getVersionsOfDraft,
  heldOf,
  viewOfDraft,
} from '../store/drafts.ts'
import { saveOffer } from '../store/evidence-rows.ts'

type EvidenceCommands = Pick<
  Handlers<typeof evidenceEndpoints>,
  'consentToHeld' | 'declareMaterial' | 'offerEvidence'
>

const idOf = (who: Who) => (who.kind === 'citizen' ? who.id : '')

/** What a holder says about his own: this may be used now, that not any more. */
export function evidenceCommands(inside: Inside): EvidenceCommands {
  return {
    consentToHeld: async ({ who, params, input }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      return isRefusal(row)
        ? row
        : consentInDraft(inside, row, { ...input, material: params.material, by: 'applicant' })
    },
    declareMaterial: async ({ who, params, input }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      return isRefusal(row) ? row : declareInDraft(inside, row, params.material, input.declared)
    },
    offerEvidence: async ({ who, params, input }) => {
      const found = await findEvidence(inside, idOf(who), params.id)
      if (!found) return refuse('evidence-not-found')
      if (found.offered === input.offered) return found
      const id = offerIdOf(params.id)
      const before = await inside.journal.read('evidence-offer', id)
      const content: EvidenceOfferEntries['withheld'] = { source: params.id }
      const kind = input.offered ? 'offered-again' : 'withheld'
      const at = inside.clock.now().toISOString()
      const appended = await inside.journal.append({
        stream: 'evidence-offer',
        caseId: id,
        expected: before.length,
        at,
        actor: actorOf(who),
        entries: [{ kind, content }],
        alongside: [saveOffer(inside.db, kind, params.id, at)],
      })
      return isRefusal(appended) ? appended : { ...found, offered: input.offered }
    },
  }
}

interface Said {
  readonly material: string
  readonly source: string
  readonly agreed: boolean
  readonly by: 'applicant' | 'window'
}

/** Notes in a draft that what is held may be used for it, or that it may not. */
export async function consentInDraft(
  inside: Inside,
  row: DraftRow,
  { material, source, agreed, by }: Said,
): Promise<Draft | Refusal> {
  const { item } = await getVersionsOfDraft(inside, row)
  const held = await heldOf(inside, item, row)
  if (agreed && !held.some((one) => one.material === material && one.source === source))
    return refuse('nothing-held', { rule: 'whatIsHeldIsUsedOnlyWithConsent' })
  const others = row.consents.filter((one) => one.material !== material)
  const consents = agreed ? [...others, { material, source, by }] : others
  const saved = await changeDraft(inside, row, { consents })
  return saved ? viewOfDraft(inside, saved) : refuse('draft-changed-elsewhere')
}

/** Notes in a draft that a material is declared, where its item allows that. */
export async function declareInDraft(
  inside: Inside,
  row: DraftRow,
  material: string,
  declared: boolean,
): Promise<Draft | Refusal> {
  const { item } = await getVersionsOfDraft(inside, row)
  const defined = item.materials.find(({ id }) => id === material)
  if (!defined) return refuse('material-not-in-item', { facts: { material } })
  if (!defined.declarable) return refuse('material-not-declarable', { facts: { name: defined.name } })
  const others = row.declared.filter((one) => one !== material)
  const saved = await changeDraft(inside, row, { declared: declared ? [...others, material] : others })
  return saved ? viewOfDraft(inside, saved) : refuse('draft-changed-elsewhere')
}
