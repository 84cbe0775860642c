import { Basis, Text, Theme } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { Facet, OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }

const VISIT_CLASS = Type.Enum(['wholly-online', 'one-visit', 'fewer-visits'] as const)
const ENTRY_TYPE = Type.Enum(['licence', 'public-service'] as const)

/** 目录事项 — one line of the catalogue: an entry, or a further situation of one (`partOf`). */
export const EntryCard = Type.Object(
  {
    code: Type.String(),
    name: Text,
    organ: OrganRef,
    type: ENTRY_TYPE,
    /** Code of the entry whose further situation this is. */
    partOf: Type.Optional(Type.String()),
    statutory: Type.String(),
    promised: Type.String(),
    visits: Type.Integer(),
    depth: Type.Integer(),
    class: VISIT_CLASS,
    fee: Type.Boolean(),
    applicants: Type.Array(Type.Enum(['person', 'enterprise'])),
    /** Whether its complete guide is published, at `/items/{code}`. */
    guide: Type.Boolean(),
  },
  strict,
)
export type EntryCard = Static<typeof EntryCard>

/** What a list of entries is narrowed to. */
export const EntryFilter = {
  text: Type.Optional(Type.String({ maxLength: 100 })),
  organ: Type.Optional(Type.String({ maxLength: 60 })),
  type: Type.Optional(ENTRY_TYPE),
  class: Type.Optional(VISIT_CLASS),
  fee: Type.Optional(Type.Boolean()),
  /** Only those with a complete guide, or only those without. */
  guide: Type.Optional(Type.Boolean()),
  /** Without further situations of entries. */
  entriesOnly: Type.Optional(Type.Boolean()),
}

export const EntryList = Type.Object(
  {
    entries: Type.Array(EntryCard),
    total: Type.Integer(),
    page: Type.Integer(),
    pages: Type.Integer(),
    /** How many of each organ fit the rest of the filter. */
    organs: Type.Array(Facet),
  },
  strict,
)
export type EntryList = Static<typeof EntryList>

/** The figures of the catalogue: its entries by list, and all handling guides (办理项) by visits and by online depth. */
export const EntryCounts = Type.Object(
  {
    entries: Type.Integer(),
    licences: Type.Integer(),
    publicServices: Type.Integer(),
    /** Entries and their further situations. */
    handled: Type.Integer(),
    whollyOnline: Type.Integer(),
    oneVisit: Type.Integer(),
    fewerVisits: Type.Integer(),
    /** Handled at depth I, II, III and IV. */
    depths: Type.Array(Type.Integer()),
    /** Handled with a complete guide. */
    guides: Type.Integer(),
  },
  strict,
)
export type EntryCounts = Static<typeof EntryCounts>

const Other = Type.Object({ code: Type.String(), name: Text, guide: Type.Boolean() }, strict)

/** One line with what it rests on and where to ask. */
export const EntryView = Type.Object(
  {
    ...EntryCard.properties,
    basis: Type.Array(Basis),
    themes: Type.Array(Theme),
    organ: Type.Object({ ...OrganRef.properties, office: Text, phone: Type.String(), address: Text }, strict),
    /** The entry that a situation belongs to. */
    whole: Type.Optional(Other),
    /** Further situations of the entry, or of the one that it is itself a situation of. */
    situations: Type.Array(Other),
  },
  strict,
)
export type EntryView = Static<typeof EntryView>
