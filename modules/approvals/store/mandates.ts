/** 代理授权 — kept as rows of their own, so that an inbox finds those of its reader by one key. */
import { legalDayOf, type Who } from '@mashang/kit'
import type { Alongside } from '@mashang/store'
import type { Inside } from '../inside.ts'
import { countsOn, type Mandate } from '../rules/mandate.ts'
import type { ApprovalsDb } from './tables.ts'

export interface HeldMandate {
  readonly id: string
  readonly mandate: Mandate
}

/** What this member of staff may do for others today, in his organ. */
export async function mandatesHeldBy(
  { db, clock }: Pick<Inside, 'db' | 'clock'>,
  who: Who,
): Promise<readonly HeldMandate[]> {
  if (who.kind !== 'staff') return []
  const today = legalDayOf(clock.now())
  const rows = await db
    .selectFrom('mandate')
    .select(['id', 'mandate'])
    .where('to_id', '=', who.id)
    .where('ends', '>=', today)
    .where('state', '=', 'approved')
    .limit(50)
    .execute()
  return rows.filter(({ mandate }) => countsOn(mandate, today) && mandate.organ === who.organ)
}

export function saveMandate(db: ApprovalsDb, id: string, mandate: Mandate): Alongside {
  const { organ, from, to, state, starts, ends } = mandate
  const row = { organ, from_id: from.id, to_id: to.id, state, starts, ends, mandate: JSON.stringify(mandate) }
  return db
    .insertInto('mandate')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}
