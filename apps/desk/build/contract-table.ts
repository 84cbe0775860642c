import type { Endpoints } from '@mashang/kit'
import type { RouteTable } from '../src/api/route.ts'

/**
 * What the browser needs of an endpoint table: where to call and who may. The schemas stay on the server,
 * which checks every call anyway; without them the desk is some 50 KB lighter.
 */
export function routesOf<const T extends Endpoints>(table: T): RouteTable<T> {
  const routes = Object.entries(table).map(([name, { method, path, takes, output, access }]) => [
    name,
    {
      method,
      path,
      ...(takes === 'multipart' ? { takes } : {}),
      ...(output === 'stream' ? { streams: true } : {}),
      ...(access.for === 'some' ? { staff: access.staff ?? [] } : {}),
    },
  ])
  return Object.fromEntries(routes) as RouteTable<T>
}
