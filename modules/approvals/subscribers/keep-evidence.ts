import type { Material, ServiceItem } from '@mashang/flow'
import { type Actor, isRefusal, legalDayOf } from '@mashang/kit'
import type { Subscriber } from '@mashang/store'
import type { EvidenceEntries, GivenMaterial } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Application } from '../rules/application.ts'
import { evidenceIdOf, validUntil } from '../rules/issue.ts'
import { getCase } from '../store/cases.ts'
import { saveEvidence } from '../store/evidence-rows.ts'

const KEEPER: Actor = { kind: 'system', id: 'approvals.keep-evidence', name: '' }

/** 材料库 — keeps what a clerk has seen the original of, once the case is accepted, so that nobody asks for it again. */
export function keepEvidence(inside: Inside): Subscriber {
  return {
    name: 'approvals.keep-evidence',
    streams: ['application'],
    kinds: ['accepted', 'original-seen'],
    handle: async ({ caseId }) => {
      const { application, item } = await getCase(inside, caseId)
      if (!application.acceptedAt) return
      for (const given of application.materials) {
        const kind = kindKept(item, given)
        if (kind) await keep(inside, caseId, application, item, given, kind)
      }
    },
  }
}

interface Kind {
  readonly kind: string
  readonly material: Material
}

/** What the city held itself is not kept twice; what was merely uploaded is not kept at all. */
function kindKept(item: ServiceItem, given: GivenMaterial): Kind | undefined {
  if (given.trust !== 'B' || !given.seen || given.held) return undefined
  const material = item.materials.find(({ id }) => id === given.material)
  const kind = material?.['keeps-as'] ?? material?.['satisfied-by']?.['licence-type']
  return material && kind ? { kind, material } : undefined
}

async function keep(
  inside: Inside,
  caseId: string,
  { applicant, number }: Application,
  item: ServiceItem,
  { seen, files, material: materialId }: GivenMaterial,
  { kind, material }: Kind,
): Promise<void> {
  if (!seen) return
  const id = evidenceIdOf(caseId, materialId, files.map(({ digest }) => digest).join())
  const seenOn = legalDayOf(seen.at)
  const period = material['keeps-for']
  const validTo = seen.validTo ?? (period ? validUntil(seenOn, period) : undefined)
  const content: EvidenceEntries['deposited'] = {
    kind,
    title: { zh: material.name.zh, en: material.name.en ?? material.name.zh },
    trust: 'B',
    holder: {
      kind: applicant.kind,
      code: applicant.kind === 'person' ? applicant.idCard : applicant.uscc,
    },
    personId: applicant.personId,
    seenOn,
    seenBy: seen.by.name,
    ...(validTo ? { validTo } : {}),
    application: { id: caseId, number },
    organ: item.organ,
    files,
  }
  const appended = await inside.journal.append({
    stream: 'evidence',
    caseId: id,
    expected: 0,
    at: inside.clock.now().toISOString(),
    actor: KEEPER,
    entries: [{ kind: 'deposited', content }],
    alongside: [saveEvidence(inside.db, id, content)],
  })
  // It is kept already: entries are told at least once.
  if (isRefusal(appended) && appended.code !== 'case-changed')
    throw new Error(`evidence of ${number} could not be kept: ${appended.code}`)
}
