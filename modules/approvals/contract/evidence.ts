import { LICENCE_STATUSES, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }

/** 市里已有 — what the city holds in place of a material: offered, and used only with consent. */
export const HeldView = Type.Object(
  {
    material: Type.String(),
    evidence: Text,
    /** Licence or kept evidence to consent to; absent for the account's own identity, which needs no consent. */
    source: Type.Optional(Type.String()),
    trust: Type.Optional(Type.Enum(['A', 'B', 'C', 'D'])),
    /** Day since when the city holds it, and the last day it stands. */
    since: Type.Optional(Type.String()),
    validTo: Type.Optional(Type.String()),
    consented: Type.Optional(Type.Boolean()),
  },
  strict,
)

/** 我的材料 — one thing the city holds about a holder, and who used it. */
export const EvidenceView = Type.Object(
  {
    id: Type.String(),
    what: Type.Enum(['licence', 'evidence']),
    title: Text,
    number: Type.Optional(Type.String()),
    holder: Type.String(),
    trust: Type.Enum(['A', 'B']),
    since: Type.String(),
    validTo: Type.Optional(Type.String()),
    status: Type.Enum(LICENCE_STATUSES),
    organ: OrganRef,
    /** Case in which it was given or issued; none of what was taken over. */
    application: Type.Optional(
      Type.Object({ id: Type.String(), number: Type.Optional(Type.String()) }, strict),
    ),
    /** False once its holder withdrew it from further use. */
    offered: Type.Boolean(),
    uses: Type.Array(
      Type.Object(
        {
          application: Type.String(),
          number: Type.String(),
          item: Text,
          organ: OrganRef,
          at: Type.String(),
          /** Who consented: the applicant himself, or at a window by word of mouth. */
          consent: Type.Enum(['applicant', 'window']),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type EvidenceView = Static<typeof EvidenceView>
