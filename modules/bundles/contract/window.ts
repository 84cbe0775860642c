import { Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { BundleSheet } from './sheet.ts'

const strict = { additionalProperties: false }

/** 窗口收件 — the sheet of a bundle as the clerk fills it in, with whose it is and what was seen. */
export const WindowSheet = Type.Object(
  {
    sheet: BundleSheet,
    person: Type.Object({ name: Type.String(), code: Type.String(), phone: Type.String() }, strict),
    /** Materials whose files were compared with their originals. */
    seen: Type.Array(
      Type.Object({ key: Type.String(), at: Type.String(), validTo: Type.Optional(Type.String()) }, strict),
    ),
    /** Items that an enterprise signs with its certificate online: here its agent signs on paper. */
    signedOnPaper: Type.Array(Text),
  },
  strict,
)
export type WindowSheet = Static<typeof WindowSheet>
