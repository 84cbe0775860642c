import type { Who } from '@mashang/kit'
import { noteUse } from './last-use.ts'
import { createRecent } from './recent.ts'
import { hashOfToken } from './secrets.ts'
import type { IdentityDb } from './tables.ts'

type Machine = Extract<Who, { kind: 'machine' }>

/** API keys as `Authorization: Bearer …` proves them. */
export interface Keys {
  find(key: string): Promise<Machine | undefined>
  forget(id: string): void
}

/** Begins every key, so that one that leaks into a file can be searched for. */
export const KEY_PREFIX = 'mashang_'

const KEY = /^mashang_[A-Za-z0-9_-]{43}$/
/** As with sessions: another process takes a revoked key for so long at most. Milliseconds. */
const REMEMBERED = 3_000
const USE_ACCURACY = 60_000

export function createKeys(db: IdentityDb, clock: { now(): Date }): Keys {
  const recent = createRecent<Machine>({ most: 1_000, maxAge: REMEMBERED, clock })
  const noted = new Map<string, number>()
  return {
    async find(key) {
      if (!KEY.test(key)) return undefined
      const hash = hashOfToken(key)
      const name = hash.toString('base64')
      const remembered = recent.find(name)
      if (remembered) return remembered
      const row = await db
        .selectFrom('key_secret')
        .innerJoin('machine_key', 'machine_key.id', 'key_secret.id')
        .select(['machine_key.id', 'machine_key.name', 'machine_key.scopes'])
        .where('key_secret.secret_hash', '=', hash)
        .where('machine_key.revoked_at', 'is', null)
        .executeTakeFirst()
      if (!row) return undefined
      const machine: Machine = { kind: 'machine', ...row }
      const now = clock.now()
      if (now.getTime() - (noted.get(row.id) ?? 0) >= USE_ACCURACY) {
        noted.set(row.id, now.getTime())
        await noteUse(db, row.id, now)
      }
      recent.keep(name, machine)
      return machine
    },
    forget: (id) => recent.dropWhere((machine) => machine.id === id),
  }
}
