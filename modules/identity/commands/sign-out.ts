import { type Handler, withSession } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import { endSessionOf, SIGNED_OUT } from './open-session.ts'

export function signOut(inside: Inside): Handler<typeof identityEndpoints.signOut> {
  return async ({ who }) => {
    await endSessionOf(inside, who)
    return withSession({ done: true }, SIGNED_OUT)
  }
}

export function signOutEverywhere(inside: Inside): Handler<typeof identityEndpoints.signOutEverywhere> {
  return async ({ who }) => {
    if (who.kind === 'citizen' || who.kind === 'staff') await inside.sessions.endAll(who.id)
    return withSession({ done: true }, SIGNED_OUT)
  }
}
