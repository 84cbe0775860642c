import { together } from '@mashang/store'
import { type Selectable, sql } from 'kysely'
import type { Account } from '../rules/account.ts'
import type { Key } from '../rules/machine-key.ts'
import type { Staff } from '../rules/staff.ts'
import type { IdentityDb, IdentityTables } from './tables.ts'

/** Reads the accounts as they now are, from their summary rows. */
function accountOf(row: Selectable<IdentityTables['account']>): Account {
  return {
    id: row.id,
    revision: row.revision,
    phone: row.phone,
    name: row.name,
    idCard: row.id_card,
    enterprises: row.enterprises,
    createdAt: row.created_at.toISOString(),
  }
}

export async function findAccount(db: IdentityDb, id: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

/** Accounts read several at a time where many are asked for at once: each asks for one. */
export function createAccounts(db: IdentityDb): (id: string) => Promise<Account | undefined> {
  const reads = together<string, Account | undefined>({
    work: async (ids) => {
      const rows = await db
        .selectFrom('account')
        .selectAll()
        .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
        .execute()
      const found = new Map(rows.map((row) => [row.id, accountOf(row)]))
      return ids.map((id) => found.get(id))
    },
    atOnce: 2,
    sizes: Array.from({ length: 50 }, (_, index) => index + 1),
  })
  return (id) => reads.do(id)
}

/** Accounts of one identity number: a person may have opened one for each of his phones. */
export async function listAccountsByIdCard(db: IdentityDb, idCard: string): Promise<readonly Account[]> {
  const rows = await db.selectFrom('account').selectAll().where('id_card', '=', idCard).limit(5).execute()
  return rows.map(accountOf)
}

/** Those who act for an enterprise. */
export async function listAccountsByEnterprise(db: IdentityDb, uscc: string): Promise<readonly Account[]> {
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where(sql<boolean>`enterprises @> ${JSON.stringify([{ uscc }])}::jsonb`)
    .limit(10)
    .execute()
  return rows.map(accountOf)
}

export async function findAccountByPhone(db: IdentityDb, phone: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account').selectAll().where('phone', '=', phone).executeTakeFirst()
  return row && accountOf(row)
}

export function staffOf(row: Selectable<IdentityTables['staff']>): Staff {
  const { created_at, ...same } = row
  return { ...same, createdAt: created_at.toISOString() }
}

export async function findStaff(db: IdentityDb, id: string): Promise<Staff | undefined> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row && staffOf(row)
}

export async function findStaffByAccount(db: IdentityDb, account: string): Promise<Staff | undefined> {
  const row = await db.selectFrom('staff').selectAll().where('account', '=', account).executeTakeFirst()
  return row && staffOf(row)
}

export function keyOf(row: Selectable<IdentityTables['machine_key']>): Key {
  const { created_at, revoked_at, ...same } = row
  return {
    ...same,
    createdAt: created_at.toISOString(),
    ...(revoked_at ? { revokedAt: revoked_at.toISOString() } : {}),
  }
}

export async function findKey(db: IdentityDb, id: string): Promise<Key | undefined> {
  const row = await db.selectFrom('machine_key').selectAll().where('id', '=', id).executeTakeFirst()
  return row && keyOf(row)
}

export async function findPasswordHash(db: IdentityDb, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('password_hash')
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.password_hash
}
