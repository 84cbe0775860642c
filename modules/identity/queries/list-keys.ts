import type { Handler } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { MachineKey } from '../contract/staff.ts'
import type { Inside } from '../inside.ts'
import type { Key } from '../rules/machine-key.ts'
import { keyOf } from '../store/load.ts'

export function machineKeyOf(key: Key, lastUsedAt: Date | null): MachineKey {
  return {
    id: key.id,
    name: key.name,
    scopes: [...key.scopes],
    createdAt: key.createdAt,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt ?? null,
  }
}

export function listKeys({ db }: Inside): Handler<typeof identityEndpoints.listKeys> {
  return async () => {
    const rows = await db
      .selectFrom('machine_key')
      .leftJoin('last_use', 'last_use.subject', 'machine_key.id')
      .selectAll('machine_key')
      .select('last_use.at as last_used_at')
      .orderBy('machine_key.created_at', 'desc')
      .execute()
    return { keys: rows.map(({ last_used_at, ...row }) => machineKeyOf(keyOf(row), last_used_at)) }
  }
}
