import { Law, Text, Theme, Window } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }

/** What the elements of an item are chosen from in this city. */
export const ItemChoices = Type.Object(
  {
    organs: Type.Array(OrganRef),
    themes: Type.Array(Theme),
    windows: Type.Array(Window),
    laws: Type.Array(Law),
    /** Licences that items issue, by their type. */
    licences: Type.Array(Type.Object({ type: Type.String(), name: Text }, strict)),
  },
  strict,
)
export type ItemChoices = Static<typeof ItemChoices>
