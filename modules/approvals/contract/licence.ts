import { LICENCE_ENDINGS, LICENCE_STATUSES, SITUATIONS, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { OrganRef } from './service-item.ts'
import { SignatureProof } from './signature.ts'

const strict = { additionalProperties: false }

export const LicenceView = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    identifier: Type.String(),
    title: Type.String(),
    holder: Type.String(),
    organ: OrganRef,
    from: Type.String(),
    to: Type.Optional(Type.String()),
    status: Type.Enum(LICENCE_STATUSES),
    shows: Type.Array(Type.Object({ label: Type.String(), text: Type.String() }, strict)),
    code: Type.String(),
    href: Type.Optional(Type.String()),
  },
  strict,
)
export type LicenceView = Static<typeof LicenceView>

/** 证照 — a licence of the applicant, offered where a form asks which one it is about. */
export const OfferedLicence = Type.Object(
  {
    number: Type.String(),
    title: Type.String(),
    to: Type.Optional(Type.String()),
    /** What to know of it before choosing: until when it is valid, that a renewal comes late, why it cannot be chosen. */
    note: Text,
    /** Whether it may be chosen today. */
    open: Type.Boolean(),
  },
  strict,
)
export type OfferedLicence = Static<typeof OfferedLicence>

/** What anyone sees who scans the QR code of a document or licence. */
export const Verification = Type.Object(
  {
    code: Type.String(),
    kind: Type.Enum(['licence', 'document']),
    title: Text,
    number: Type.String(),
    organ: OrganRef,
    issuedAt: Type.String(),
    /** On the day of the question; `replaced`: a later print counts; `voided`: a receipt whose money was given back. */
    status: Type.Enum([...LICENCE_STATUSES, 'replaced', 'voided']),
    /** What came after it: the print that counts now. */
    replaced: Type.Optional(
      Type.Object(
        {
          on: Type.String(),
          identifier: Type.String(),
          /** Status of the licence itself. */
          licence: Type.Enum(LICENCE_STATUSES),
          /** Last day of the licence as it stands; absent = without an end. */
          to: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
    /** 更正 — of a document: the one that took its place, and since when. */
    corrected: Type.Optional(Type.Object({ on: Type.String(), number: Type.String() }, strict)),
    /** When and on what ground of law it was ended. */
    ended: Type.Optional(
      Type.Object(
        { on: Type.String(), ground: Type.Optional(Text), article: Type.Optional(Type.String()) },
        strict,
      ),
    ),
    shows: Type.Array(Type.Object({ label: Type.String(), text: Type.String() }, strict)),
    /** Of a document of an application that an enterprise signed. */
    signed: Type.Optional(SignatureProof),
    /** SHA-256 of the PDF as issued, to compare a copy with. */
    fileDigest: Type.Optional(Type.String()),
    /** Where its entry stands in the public log, once sequenced. */
    log: Type.Optional(
      Type.Object({ leaf: Type.Integer(), digest: Type.String(), checkpoint: Type.String() }, strict),
    ),
    demo: Type.Boolean(),
  },
  strict,
)
export type Verification = Static<typeof Verification>

/** 理由 — a ground of law that fits a licence today. */
const GroundView = Type.Object({ id: Type.String(), words: Text, article: Type.String() }, strict)

/** 证照 — a licence with its whole life, as its holder or its organ reads it. */
export const LicencePage = Type.Object(
  {
    ...LicenceView.properties,
    revision: Type.Integer(),
    type: Type.String(),
    /** Status as a sentence, with what to do. */
    sentence: Text,
    holderKind: Type.Enum(['person', 'enterprise']),
    holderCode: Type.String(),
    masked: Type.Boolean(),
    /** Of a licence that was ended, in order. */
    endings: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(LICENCE_ENDINGS),
          on: Type.String(),
          ground: GroundView,
          reasons: Type.String(),
          compensation: Type.Optional(Type.String()),
          decision: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
    /** A revocation that is proposed and not decided. */
    proposal: Type.Optional(
      Type.Object(
        {
          at: Type.String(),
          ground: GroundView,
          reasons: Type.String(),
          answerBy: Type.String(),
          statements: Type.Array(
            Type.Object(
              { text: Type.String(), by: Type.Enum(['holder', 'office']), at: Type.String() },
              strict,
            ),
          ),
          /** Whether it may be decided today: the holder was heard, or let the day pass. */
          ripe: Type.Boolean(),
        },
        strict,
      ),
    ),
    certificates: Type.Array(
      Type.Object(
        {
          version: Type.Integer(),
          identifier: Type.String(),
          code: Type.String(),
          from: Type.String(),
          to: Type.Optional(Type.String()),
          at: Type.String(),
          href: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
    /** Letters about it. */
    documents: Type.Array(
      Type.Object(
        { id: Type.String(), number: Type.String(), title: Text, at: Type.String(), href: Type.String() },
        strict,
      ),
    ),
    history: Type.Array(
      Type.Object(
        {
          revision: Type.Integer(),
          kind: Type.String(),
          at: Type.String(),
          by: Type.String(),
          title: Text,
          detail: Type.Optional(Type.String()),
          digest: Type.String(),
        },
        strict,
      ),
    ),
    /** Cases that began it and that act on it, newest first. */
    cases: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          number: Type.String(),
          item: Text,
          situation: Type.Enum(SITUATIONS),
          status: Type.String(),
          submittedAt: Type.String(),
        },
        strict,
      ),
    ),
    /** What its holder may apply for, by item; `late`: a renewal that comes after the day it should have been asked for. */
    applyFor: Type.Array(
      Type.Object(
        {
          situation: Type.Enum(SITUATIONS),
          item: Type.Object({ code: Type.String(), name: Text }, strict),
          late: Type.Optional(Type.Boolean()),
        },
        strict,
      ),
    ),
    /** Names of the commands this reader may give now. */
    actions: Type.Array(Type.String()),
    /** For who may end it: the grounds of law that fit today, by way of ending. */
    grounds: Type.Optional(
      Type.Object(
        {
          cancelled: Type.Array(GroundView),
          revoked: Type.Array(GroundView),
          withdrawn: Type.Array(GroundView),
          forfeited: Type.Array(GroundView),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type LicencePage = Static<typeof LicencePage>

/** A line of the register. */
export const LicenceRow = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    title: Type.String(),
    holder: Type.String(),
    holderCode: Type.String(),
    organ: OrganRef,
    from: Type.String(),
    to: Type.Optional(Type.String()),
    status: Type.Enum(LICENCE_STATUSES),
    /** Calendar days to its last day; negative once expired. */
    remaining: Type.Optional(Type.Integer()),
    proposed: Type.Boolean(),
  },
  strict,
)
export type LicenceRow = Static<typeof LicenceRow>
