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
    status: Type.Enum(['published', 'suspended', 'cancelled', 'not-yet-in-effect', 'superseded']),
    /** Why it is suspended, in the office's words, and since which day. */
    suspended: Type.Optional(Type.Object({ since: Type.String(), reason: Type.String() }, strict)),
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

/** A version of an item as the catalogue office sees it. */
export const CatalogueRow = Type.Object(
  {
    code: Type.String(),
    version: Type.Integer(),
    name: Text,
    organ: OrganRef,
    status: Type.Enum(['draft', 'published', 'suspended', 'cancelled', 'superseded']),
    source: Type.String(),
    /** Absent where a draft does not say. */
    effectiveFrom: Type.Optional(Type.String()),
    effectiveTo: Type.Optional(Type.String()),
    publishedAt: Type.Optional(Type.String()),
    findings: Type.Integer(),
    running: Type.Integer(),
  },
  strict,
)
export type CatalogueRow = Static<typeof CatalogueRow>

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
