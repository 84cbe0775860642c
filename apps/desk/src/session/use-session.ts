import type { StaffRole } from '@mashang/kit'
import { useSyncExternalStore } from 'react'
import { identity, queries } from '../api/calls.ts'
import { mayUse, type Route } from '../api/route.ts'
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

export async function signOut(): Promise<void> {
  await identity.signOut({})
  sessionStorage.clear()
  queries.clear()
  session.left()
  await loadSession()
}
