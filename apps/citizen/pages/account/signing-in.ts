import { ownPath } from '../../frame/preferences.ts'
import { one, type Visit } from '../../frame/route.ts'
import type { InputError } from '../../parts/error-summary.tsx'

/** What the pages of signing in carry along. */
export interface SigningIn {
  readonly next: string
  readonly csrfToken: string
  readonly errors: readonly InputError[]
}

/** Where to go once signed in: the page that was asked for, or one's cases. */
export function nextOf({ request }: Visit): string {
  return ownPath(one(request.form, 'next') || one(request.query, 'next'), '/my/applications')
}
