/** Who is signed in, outside of React: the client reads the token here, the pages subscribe. */
import type { Me } from '@mashang/identity/contract'

export type SessionState =
  | { readonly phase: 'loading' }
  /** Nobody of the staff; `me` is missing where the server could not be asked. */
  | { readonly phase: 'out'; readonly me?: Me }
  | { readonly phase: 'in'; readonly me: StaffMe }
  /** Was signed in and is no longer: the page stays, a sign-in stands over it. */
  | { readonly phase: 'expired'; readonly me: StaffMe }

export type StaffMe = Me & { readonly staff: NonNullable<Me['staff']> }

let state: SessionState = { phase: 'loading' }
let token = ''
const listeners = new Set<() => void>()
let waiting: ((outcome: 'same' | 'another' | 'left') => void)[] = []

export const session = {
  get: (): SessionState => state,
  csrfToken: (): string => token,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** The server has said who is there. */
  is(me: Me): void {
    token = me.csrfToken
    const before = state
    change(isStaff(me) ? { phase: 'in', me } : { phase: 'out', me })
    if (before.phase === 'expired') settle(isStaff(me) && me.id === before.me.id ? 'same' : 'another')
  },
  /** Takes the token of whoever is there now; false where that is somebody else than whom the page was opened for. */
  renewToken(me: Me): boolean {
    token = me.csrfToken
    const before = state.phase === 'in' || state.phase === 'expired' ? state.me.id : me.id
    return me.kind === 'anonymous' || me.id === before
  },
  unreachable(): void {
    change({ phase: 'out' })
  },
  /** A call was told that the session is over; resolves when somebody has signed in, or has left. */
  expired(): Promise<'same' | 'another' | 'left'> {
    if (state.phase === 'in') change({ phase: 'expired', me: state.me })
    if (state.phase !== 'expired') return Promise.resolve('left')
    return new Promise((resolve) => waiting.push(resolve))
  },
  /** Signed out, or gave up signing in again. */
  left(): void {
    change({ phase: 'out' })
    settle('left')
  },
}

function change(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

function settle(outcome: 'same' | 'another' | 'left'): void {
  const resolved = waiting
  waiting = []
  for (const resolve of resolved) resolve(outcome)
}

function isStaff(me: Me): me is StaffMe {
  return me.kind === 'staff' && me.staff !== undefined
}
