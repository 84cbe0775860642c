import type { StaffRole } from '@mashang/kit'
import { useSyncExternalStore } from 'react'
import { identity, queries } from '../api/calls.ts'
import { mayUse, type Route } from '../api/route.ts'
import { startAnew } from './start-anew.ts'
import { type SessionState, type StaffMe, session } from './store.ts'

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.get)
}

/** The member of staff at this desk; pages behind the sign-in always have one. */
export function useMe(): StaffMe {
  const state = useSession()
  if (state.phase !== 'in' && state.phase !== 'expired') throw new Error('a desk page is shown to nobody')
  return state.me
}

export function useMayUse(): (route: Route) => boolean {
  const roles: readonly StaffRole[] = useMe().staff.roles
  return (route) => mayUse(route, roles)
}

/** Asks the server who is there. */
export async function loadSession(): Promise<void> {
  const me = await identity.me({})
  if ('refused' in me) session.unreachable()
  else session.is(me)
}

export async function signOut({ everywhere = false } = {}): Promise<void> {
  await (everywhere ? identity.signOutEverywhere({}) : identity.signOut({}))
  sessionStorage.clear()
  queries.clear()
  // Whoever signs in next starts at the front, not where this one stood.
  history.replaceState(null, '', '/desk/')
  session.left()
  await loadSession()
}

/** On coming back to this window: whoever is there by now, of another window of the same browser. */
export async function lookWhoIsThere(): Promise<void> {
  const { phase } = session.get()
  if (phase !== 'in') return
  const me = await identity.me({})
  if ('refused' in me) return
  if (!session.renewToken(me)) startAnew()
  else if (me.kind === 'anonymous') void session.expired()
}
