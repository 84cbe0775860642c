import { Text } from '@mashang/flow'
import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { CaseId, Draft } from './application.ts'
import { EvidenceView } from './evidence.ts'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }
const DraftMaterial = Type.Object({ id: CaseId, material: Type.String({ maxLength: 60 }) }, strict)
const ownDraft = { for: 'some', citizen: true, row: 'own-draft' } as const

/** What the city holds: offered with consent, readable by its holder, and not asked for again. */
export const evidenceEndpoints = endpoints({
  consentToHeld: {
    method: 'PUT',
    path: '/api/approvals/drafts/:id/held/:material',
    summary: {
      zh: '同意使用市里已有的材料',
      en: 'Consent to the use of what the city holds, or take it back',
    },
    access: ownDraft,
    params: DraftMaterial,
    input: Type.Object({ source: CaseId, agreed: Type.Boolean() }, strict),
    output: Draft,
    refusals: ['draft-not-found', 'draft-changed-elsewhere', 'nothing-held'],
  },
  declareMaterial: {
    method: 'PUT',
    path: '/api/approvals/drafts/:id/declarations/:material',
    summary: { zh: '以告知承诺代替材料', en: 'Declare a material instead of giving it' },
    access: ownDraft,
    params: DraftMaterial,
    input: Type.Object({ declared: Type.Boolean() }, strict),
    output: Draft,
    refusals: [
      'draft-not-found',
      'draft-changed-elsewhere',
      'material-not-in-item',
      'material-not-declarable',
    ],
  },
  listMyEvidence: {
    method: 'GET',
    path: '/api/approvals/my/evidence',
    summary: { zh: '我的材料：市里有什么、谁用过', en: 'What the city holds about me, and who used it' },
    access: { for: 'some', citizen: true },
    output: Type.Object({ evidence: Type.Array(EvidenceView) }, strict),
    refusals: [],
  },
  offerEvidence: {
    method: 'PUT',
    path: '/api/approvals/my/evidence/:id',
    summary: { zh: '今后是否再使用', en: 'Withdraw one from further use, or offer it again' },
    access: { for: 'some', citizen: true, row: 'own-evidence' },
    params: Type.Object({ id: CaseId }, strict),
    input: Type.Object({ offered: Type.Boolean() }, strict),
    output: EvidenceView,
    refusals: ['evidence-not-found', 'case-changed'],
  },
  countRepeatedAsks: {
    method: 'GET',
    path: '/api/approvals/desk/repeated-asks',
    summary: { zh: '重复索要材料统计', en: 'How often what the city holds was asked for again' },
    access: { for: 'some', staff: ['supervisor', 'administrator'] },
    query: Type.Object(
      {
        /** Days, both included. */
        from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
        to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
        organ: Type.Optional(Type.String({ maxLength: 60 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        byOrgan: Type.Array(Type.Object({ organ: OrganRef, count: Type.Integer() }, strict)),
        /** The latest, newest first. */
        asks: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              application: Type.String(),
              number: Type.String(),
              organ: OrganRef,
              item: Text,
              material: Text,
              held: Type.String(),
              by: Type.String(),
              at: Type.String(),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    refusals: [],
  },
})
