import type { Endpoints, StaffRole } from '@mashang/kit'

/** One row of an endpoint table as the browser needs it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly takes?: 'multipart'
  /** Answers a file: it is opened by its address, not called. */
  readonly streams?: true
  /** Roles that may call it; absent where everyone may. */
  readonly staff?: readonly StaffRole[]
}

export type RouteTable<T extends Endpoints> = { readonly [K in keyof T]: Route }

/** Whether a member of staff with these roles may call the route. */
export function mayUse(route: Route, roles: readonly StaffRole[]): boolean {
  return route.staff === undefined || route.staff.some((role) => roles.includes(role))
}

/** Path of a route with its `:name`s filled in and its query at the end; empty values are left out. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  const asked = search.toString()
  return asked ? `${filled}?${asked}` : filled
}
