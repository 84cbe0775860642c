import Type, { type Static } from 'typebox'
import { CitizenView } from './account.ts'
import { Role } from './staff.ts'

/** Who the caller is; every sign-in answers with it, too. */
export const Me = Type.Object({
  kind: Type.Enum(['anonymous', 'citizen', 'staff', 'machine', 'system']),
  /** Empty for an anonymous visitor. */
  id: Type.String(),
  name: Type.String(),
  /**
   * Sent back as the header `x-csrf-token` (or the form field `_csrf`) on each write; empty for a machine.
   * It changes at sign-in and sign-out: ask `me` again after these.
   */
  csrfToken: Type.String(),
  /** Whether this is a demonstration: one-time codes stand on /demo/messages. */
  demo: Type.Boolean(),
  citizen: Type.Optional(CitizenView),
  staff: Type.Optional(
    Type.Object({ account: Type.String(), organ: Type.String(), roles: Type.Array(Role) }),
  ),
})
export type Me = Static<typeof Me>
