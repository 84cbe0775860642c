import { sql } from 'kysely'
import type { Inside } from '../inside.ts'

/** Whom a message is for: an account, or where none is known whoever answers for this identity number or credit code. */
export interface Holder {
  readonly personId?: string
  readonly code: string
}

/** An enterprise may have many agents; more of them than this are not written to at once. */
const MOST_TOLD = 5

/**
 * Sends a text to a holder. Acting for an enterprise is only said until it is proved; who only says so is not told.
 * The number of messages that were taken; one that cannot be sent is lost, since what it says stands on a page too.
 */
export async function tellHolder(
  { db, sender }: Inside,
  { personId, code }: Holder,
  words: string,
): Promise<number> {
  const accounts = db.selectFrom('account').select('phone').limit(MOST_TOLD)
  const enterprises = sql<string>`enterprises`
  const agent = (trust: 'A' | 'B') => sql<string>`${JSON.stringify([{ uscc: code, trust }])}::jsonb`
  const found = await (personId === undefined
    ? accounts.where((on) =>
        on.or([
          on('id_card', '=', code),
          on(enterprises, '@>', agent('A')),
          on(enterprises, '@>', agent('B')),
        ]),
      )
    : accounts.where('id', '=', personId)
  ).execute()
  const sent = await Promise.allSettled(
    found.map(({ phone }) => sender.send(phone, `【马上办】${words}`, 'notice')),
  )
  return sent.filter(({ status }) => status === 'fulfilled').length
}
