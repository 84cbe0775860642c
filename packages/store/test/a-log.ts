/** Builders for tests of the public log. */
import { isRefusal, uuidv7 } from '@mashang/kit'
import { newSecretKey, readSecretKey, type Signer } from '@mashang/proof'
import { type Kysely, sql } from 'kysely'
import type { Entry, Journal } from '../contract.ts'

export const ORIGIN = 'mashang.example/dalian/log'

export function aKey(): Signer {
  const signer = readSecretKey(newSecretKey(ORIGIN))
  if (isRefusal(signer)) throw new Error(signer.code)
  return signer
}

/** Appends one case of `count` entries. */
export async function appendCase(journal: Journal, count = 1): Promise<readonly Entry[]> {
  const appended = await journal.append({
    stream: 'application',
    caseId: uuidv7(),
    expected: 0,
    at: '2026-03-02T01:02:03.004Z',
    actor: { kind: 'citizen', id: 'c1', name: '王小风' },
    entries: Array.from({ length: count }, (_, at) => ({ kind: 'noted', content: { site: '星海广场', at } })),
  })
  if (isRefusal(appended) || appended.outcome !== 'appended') throw new Error(JSON.stringify(appended))
  return appended.entries
}

/** Puts so many digests on the waiting list, without entries: a large log in no time. */
export async function addPending(db: Kysely<unknown>, count: number): Promise<void> {
  await sql`
    insert into journal.pending (case_id, revision, digest)
    select gen_random_uuid(), 1, sha256(n::text::bytea) from generate_series(1, ${count}::integer) n`.execute(
    db,
  )
}

export interface LeafRow {
  readonly leaf: number
  readonly case_id: string
  readonly revision: number
  readonly digest: string
}

export async function listLeaves(db: Kysely<unknown>): Promise<readonly LeafRow[]> {
  const { rows } = await sql<LeafRow>`
    select leaf, case_id, revision, encode(digest, 'hex') as digest from journal.leaf order by leaf`.execute(
    db,
  )
  return rows
}
