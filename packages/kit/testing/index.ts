/** For tests of a module's handlers. */
import type { Client, Endpoints, Handlers, Request } from '../endpoint.ts'
import { uuidv7 } from '../uuid.ts'
import type { Who } from '../who.ts'

/** The handlers as one caller reaches them, past the door: each call has a fresh idempotency key unless it is given one. */
export function clientAs<Table extends Endpoints>(handlers: Handlers<Table>, who: Who): Client<Table> {
  const calls = Object.entries(handlers).map(([name, handler]) => {
    const call = (given: object) =>
      (handler as (request: Request<never>) => Promise<unknown>)({
        query: {},
        params: undefined,
        input: undefined,
        key: uuidv7(),
        language: 'zh',
        ...given,
        who,
      } as unknown as Request<never>)
    return [name, call]
  })
  return Object.fromEntries(calls) as Client<Table>
}
