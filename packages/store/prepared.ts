import type { PostgresPool } from 'kysely'
import type pg from 'pg'

/** Before a text is prepared it must have come this often: a list of ids makes a new text each time. */
const USES_BEFORE_PREPARING = 3
/** Each prepared statement costs memory in every session of the server. */
const MOST_PREPARED = 300
const MOST_COUNTED = 2000

type PoolClient = Awaited<ReturnType<PostgresPool['connect']>>
type Wrapped = PoolClient & { query(text: string, values: readonly unknown[]): Promise<unknown> }

/**
 * A pool whose statements are parsed and planned once per connection when the same text comes again and again.
 * kysely sends texts without a name, which PostgreSQL parses and plans each time: for the append of an entry
 * that is half the cost.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Names()
  const wrapped = new WeakMap<pg.PoolClient, PoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      let found = wrapped.get(client)
      if (found === undefined) {
        found = wrap(client, names)
        wrapped.set(client, found)
      }
      return found
    },
    end: () => pool.end(),
  } as PostgresPool
}

function wrap(client: pg.PoolClient, names: Names): PoolClient {
  const own: Wrapped = {
    query: (text: string, values: readonly unknown[]) => {
      const name = values.length > 0 ? names.find(text) : undefined
      if (name === undefined) return client.query(text, values as unknown[])
      return client.query({ name, text, values: values as unknown[] }).catch((error: unknown) => {
        // Its tables were changed by a migration: the next use prepares it anew under another name.
        if ((error as { code?: unknown }).code === '0A000') names.forget(text)
        throw error
      })
    },
    release: () => client.release(),
  } as unknown as Wrapped
  return own
}

class Names {
  readonly #prepared = new Map<string, string>()
  readonly #uses = new Map<string, number>()
  #made = 0

  find(text: string): string | undefined {
    const name = this.#prepared.get(text)
    if (name !== undefined) return name
    if (this.#prepared.size >= MOST_PREPARED) return undefined
    const uses = (this.#uses.get(text) ?? 0) + 1
    if (uses < USES_BEFORE_PREPARING) {
      if (this.#uses.size >= MOST_COUNTED) this.#uses.clear()
      this.#uses.set(text, uses)
      return undefined
    }
    this.#uses.delete(text)
    const made = `s${++this.#made}`
    this.#prepared.set(text, made)
    return made
  }

  forget(text: string): void {
    this.#prepared.delete(text)
  }
}
