import { everyone } from '@mashang/kit'
import { ownPath, preferenceCookies } from '../frame/preferences.ts'
import type { Route } from '../frame/route.ts'

/** Changes a preference and goes back; a link, so that it works without a script. */
export const preferRoute: Route = {
  method: 'GET',
  path: '/prefer',
  access: everyone,
  async show({ request }) {
    return { redirect: ownPath(request.query.next), cookies: preferenceCookies(request.query) }
  },
}
