import { endpoints, type StaffRole } from '@mashang/kit'
import { type Static, Type } from 'typebox'
import { CaseId } from './application.ts'
import type { StaffRef } from './staff-ref.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Reason = Type.String({ minLength: 2, maxLength: 500 })
const Person = Type.Object({ id: Type.String(), name: Type.String() }, strict)
const seen = { expected: Type.Integer({ minimum: 1 }) }

/** Acts on a case that may be done for another. */
const MANDATE_ACTS = ['concludeStep', 'decideApplication', 'extendLimit'] as const
export type MandateAct = (typeof MANDATE_ACTS)[number]

const MANDATE_KINDS = ['substitution', 'delegation'] as const
const STATES = ['proposed', 'approved', 'rejected', 'revoked'] as const

export interface MandateEntries {
  /** 代理 for the time of an absence, or 授权 of some acts */
  proposed: {
    readonly kind: (typeof MANDATE_KINDS)[number]
    readonly organ: string
    readonly from: StaffRef
    /** Roles of whoever gives it, as they were: nothing that he was given himself. */
    readonly roles: readonly StaffRole[]
    readonly to: StaffRef
    readonly acts: readonly MandateAct[]
    /** Codes of items; none named = every item of the organ. */
    readonly items: readonly string[]
    readonly grantsOnly: boolean
    readonly starts: string
    readonly ends: string
    readonly reason: string
  }
  approved: Record<string, never>
  rejected: { readonly reason: string }
  /** 撤销授权 */
  revoked: { readonly reason: string }
}

/** 代理授权 — who acts for whom, in what, from when until when. */
export const MandateView = Type.Object(
  {
    id: Type.String(),
    revision: Type.Integer(),
    kind: Type.Enum(MANDATE_KINDS),
    organ: Type.Object({ id: Type.String(), zh: Type.String(), en: Type.String() }, strict),
    from: Person,
    to: Person,
    acts: Type.Array(Type.Enum(MANDATE_ACTS)),
    items: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, strict)),
    grantsOnly: Type.Boolean(),
    starts: Type.String(),
    ends: Type.String(),
    reason: Type.String(),
    state: Type.Enum(STATES),
    /** Whether it counts today. */
    inForce: Type.Boolean(),
    approvedBy: Type.Optional(Type.String()),
    endedBecause: Type.Optional(Type.String()),
    /** What this reader may do with it now. */
    actions: Type.Array(Type.Enum(['approveStandIn', 'rejectStandIn', 'revokeStandIn'])),
  },
  strict,
)
export type MandateView = Static<typeof MandateView>

const readers = {
  for: 'some',
  staff: ['window-clerk', 'handling-officer', 'inspector', 'approval-head', 'supervisor', 'administrator'],
} as const
const approvers = { for: 'some', staff: ['approval-head', 'administrator'] } as const
const gone = ['mandate-not-found', 'case-changed'] as const

/** 代理授权 — substitutes and delegation, with their limits. */
export const mandateEndpoints = endpoints({
  listStandIns: {
    method: 'GET',
    path: '/api/approvals/desk/mandates',
    summary: { zh: '代理和授权', en: 'Substitutes and delegation' },
    access: readers,
    output: Type.Object({ mandates: Type.Array(MandateView) }, strict),
    refusals: [],
    perMinute: 600,
  },
  proposeStandIn: {
    method: 'POST',
    path: '/api/approvals/desk/mandates',
    summary: { zh: '请人代理或者授权', en: 'Name a substitute, or delegate some acts' },
    access: { for: 'some', staff: ['handling-officer', 'inspector', 'approval-head'] },
    input: Type.Object(
      {
        kind: Type.Enum(MANDATE_KINDS),
        to: CaseId,
        acts: Type.Array(Type.Enum(MANDATE_ACTS), { minItems: 1, maxItems: 3 }),
        items: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 50 }),
        grantsOnly: Type.Boolean(),
        starts: Day,
        ends: Day,
        reason: Reason,
      },
      strict,
    ),
    output: MandateView,
    refusals: [
      'colleague-not-found',
      'mandate-days-wrong',
      'mandate-beyond-own-power',
      'mandate-is-not-passed-on',
      'item-not-found',
    ],
  },
  approveStandIn: {
    method: 'POST',
    path: '/api/approvals/desk/mandates/:id/approve',
    summary: { zh: '批准代理或者授权', en: 'Approve it' },
    access: approvers,
    params: Id,
    input: Type.Object(seen, strict),
    output: MandateView,
    refusals: [...gone, 'mandate-needs-another', 'mandate-is-settled', 'not-allowed'],
  },
  rejectStandIn: {
    method: 'POST',
    path: '/api/approvals/desk/mandates/:id/reject',
    summary: { zh: '不批准代理或者授权', en: 'Reject it' },
    access: approvers,
    params: Id,
    input: Type.Object({ ...seen, reason: Reason }, strict),
    output: MandateView,
    refusals: [...gone, 'mandate-needs-another', 'mandate-is-settled', 'not-allowed'],
  },
  revokeStandIn: {
    method: 'POST',
    path: '/api/approvals/desk/mandates/:id/revoke',
    summary: { zh: '撤销代理或者授权', en: 'Revoke it' },
    access: { for: 'some', staff: ['handling-officer', 'inspector', 'approval-head', 'administrator'] },
    params: Id,
    input: Type.Object({ ...seen, reason: Reason }, strict),
    output: MandateView,
    refusals: [...gone, 'mandate-is-settled', 'not-allowed'],
  },
})
