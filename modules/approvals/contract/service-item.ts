import { Basis, ServiceItem, Text, Theme, Window } from '@mashang/flow'
import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }

/** 部门 — an organ as the public sees it. */
export const OrganRef = Type.Object({ id: Type.String(), name: Text, short: Text }, strict)
export type OrganRef = Static<typeof OrganRef>

/** 事项 — one line of a list of service items. */
export const ItemCard = Type.Object(
  {
    code: Type.String(),
    version: Type.Integer(),
    name: Text,
    summary: Type.Optional(Text),
    organ: OrganRef,
    type: Type.String(),
    handling: Type.Enum(['on-the-spot', 'promised']),
    applicants: Type.Array(Type.Enum(['person', 'enterprise'])),
    /** Promised days, e.g. `5wd`; `0wd` on the spot. */
    promised: Type.String(),
    statutory: Type.String(),
    visits: Type.Integer(),
    depth: Type.Integer(),
    /** Whether one can apply on this site. */
    online: Type.Boolean(),
    fee: Type.Boolean(),
    themes: Type.Array(Type.String()),
    /** Words of the search that were found, to be marked. */
    matched: Type.Optional(Type.Array(Type.String())),
  },
  strict,
)
export type ItemCard = Static<typeof ItemCard>

export const Facet = Type.Object({ id: Type.String(), name: Text, count: Type.Integer() }, strict)
export type Facet = Static<typeof Facet>

/** Answer of a search: a page of items, and how many there are by theme and organ. */
export const ItemList = Type.Object(
  {
    items: Type.Array(ItemCard),
    total: Type.Integer(),
    /** There are more than `total`: a search looks no further, and asks for another word. */
    more: Type.Optional(Type.Boolean()),
    page: Type.Integer(),
    pages: Type.Integer(),
    /** What was understood, where it differs from what was typed (a typing slip, everyday words). */
    understoodAs: Type.Optional(Type.String()),
    themes: Type.Array(Facet),
    organs: Type.Array(Facet),
  },
  strict,
)
export type ItemList = Static<typeof ItemList>

/** 办事指南 — the guide: the whole definition with what it refers to. */
export const ItemGuide = Type.Object(
  {
    item: ServiceItem,
    organ: Type.Object({ ...OrganRef.properties, office: Text, phone: Type.String(), address: Text }, strict),
    themes: Type.Array(Theme),
    windows: Type.Array(Window),
    online: Type.Boolean(),
    /** `draft` only for the office, before anyone else may read it. */
    status: Type.Enum(['published', 'suspended', 'cancelled', 'not-yet-in-effect', 'superseded', 'draft']),
    /** Why it is suspended, in the office's words, and since which day. */
    suspended: Type.Optional(Type.Object({ since: Type.String(), reason: Type.String() }, strict)),
    /** From when on it is cancelled, why, and what takes its place. */
    ends: Type.Optional(
      Type.Object(
        {
          on: Type.String(),
          reason: Type.String(),
          successors: Type.Array(Type.Object({ code: Type.String(), name: Text }, strict)),
        },
        strict,
      ),
    ),
    /** Other items a reader of this one may want: same organ or same theme. */
    related: Type.Array(ItemCard),
    publishedAt: Type.String(),
  },
  strict,
)
export type ItemGuide = Static<typeof ItemGuide>

/** One finding of the item checks: the named rule, where, and why in words. */
export const Finding = Type.Object(
  {
    rule: Type.String(),
    path: Type.String(),
    words: Text,
    basis: Type.Optional(Basis),
  },
  strict,
)
export type Finding = Static<typeof Finding>

const ITEM_STATUSES = [
  'draft',
  'submitted',
  'approved',
  'published',
  'suspended',
  'cancelled',
  'superseded',
  'discarded',
] as const

/** One version of one item. */
export const ItemRef = Type.Object(
  { code: Type.String({ maxLength: 64 }), version: Type.Integer({ minimum: 1 }) },
  strict,
)
export type ItemRef = Static<typeof ItemRef>

/** What a draft was made of: nothing, a copy, the version before, one item of several parts, or several made one. */
export const DraftOrigin = Type.Object(
  {
    kind: Type.Enum(['new', 'copy', 'revision', 'split', 'merge'] as const),
    items: Type.Array(ItemRef),
  },
  strict,
)
export type DraftOrigin = Static<typeof DraftOrigin>

/** 取消 — why an item ends, on what basis, and which items take its place. */
const ItemCancellation = Type.Object(
  { reason: Type.String(), basis: Type.Optional(Basis), successors: Type.Array(Type.String()) },
  strict,
)

/** What the office knows of a version beside its definition. */
export const ItemOffice = Type.Object(
  {
    /** Everyone who had a hand in it, the last one last. */
    authors: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, strict))),
    origin: Type.Optional(DraftOrigin),
    savedAt: Type.Optional(Type.String()),
    submittedAt: Type.Optional(Type.String()),
    approvedBy: Type.Optional(Type.String()),
    approvedAt: Type.Optional(Type.String()),
    /** Said when it was submitted or approved. */
    note: Type.Optional(Type.String()),
    cancellation: Type.Optional(ItemCancellation),
  },
  strict,
)
export type ItemOffice = Static<typeof ItemOffice>

/** A version of an item as the catalogue office sees it. */
export const CatalogueRow = Type.Object(
  {
    code: Type.String(),
    version: Type.Integer(),
    name: Text,
    organ: OrganRef,
    status: Type.Enum(ITEM_STATUSES),
    source: Type.String(),
    /** Absent where a draft does not say. */
    effectiveFrom: Type.Optional(Type.String()),
    effectiveTo: Type.Optional(Type.String()),
    publishedAt: Type.Optional(Type.String()),
    cancelledOn: Type.Optional(Type.String()),
    /** Why it was suspended, returned or discarded. */
    reason: Type.Optional(Type.String()),
    office: ItemOffice,
    findings: Type.Integer(),
    running: Type.Integer(),
  },
  strict,
)
export type CatalogueRow = Static<typeof CatalogueRow>

/** One version opened: its definition, what the checks find, and the revision a change has to name. */
export const ItemOpened = Type.Object(
  {
    row: CatalogueRow,
    revision: Type.Integer(),
    findings: Type.Array(Finding),
    definition: Type.Unknown(),
    /** Every version of the item, the newest first. */
    versions: Type.Array(CatalogueRow),
  },
  strict,
)
export type ItemOpened = Static<typeof ItemOpened>

/** One line of an item's history: who did what to which version, when, and what became different. */
export const ItemHistoryLine = Type.Object(
  {
    revision: Type.Integer(),
    version: Type.Integer(),
    at: Type.String(),
    by: Type.String(),
    kind: Type.String(),
    title: Text,
    detail: Type.Optional(Type.String()),
    changes: Type.Array(Text),
    /** Changes beyond those that are listed. */
    more: Type.Integer(),
  },
  strict,
)
export type ItemHistoryLine = Static<typeof ItemHistoryLine>

/** What a change of an item touches: cases under way, licences in force, kinds of documents, other items. */
export const ItemImpact = Type.Object(
  {
    running: Type.Array(
      Type.Object(
        {
          version: Type.Integer(),
          queue: Type.String(),
          step: Type.Optional(Text),
          count: Type.Integer(),
        },
        strict,
      ),
    ),
    /** Applications being filled in, which go over to the new version. */
    drafts: Type.Integer(),
    licences: Type.Array(Type.Object({ type: Type.String(), title: Text, count: Type.Integer() }, strict)),
    documents: Type.Array(Type.Object({ kind: Type.String(), title: Text, count: Type.Integer() }, strict)),
    /** Items whose materials are satisfied by the licence that this one issues. */
    relying: Type.Array(Type.Object({ code: Type.String(), name: Text }, strict)),
    /** Items that end when this one comes into force. */
    replaces: Type.Array(Type.Object({ code: Type.String(), name: Text, running: Type.Integer() }, strict)),
  },
  strict,
)
export type ItemImpact = Static<typeof ItemImpact>

/** Report of an import: every row accounted for. */
export const ImportReport = Type.Object(
  {
    file: Type.String(),
    format: Type.String(),
    rows: Type.Integer(),
    imported: Type.Integer(),
    unchanged: Type.Integer(),
    refused: Type.Array(
      Type.Object({ row: Type.Integer(), code: Type.String(), name: Type.String(), reason: Text }, strict),
    ),
    findings: Type.Array(
      Type.Object(
        { rule: Type.String(), count: Type.Integer(), words: Text, rows: Type.Array(Type.Integer()) },
        strict,
      ),
    ),
    seconds: Type.Number(),
  },
  strict,
)
export type ImportReport = Static<typeof ImportReport>
