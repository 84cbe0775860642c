import { uuidv7 } from '@mashang/kit'
import type { Kysely } from 'kysely'
import type { MessageSender } from '../inside.ts'
import { type IdentityDb, identityDb } from './tables.ts'

const SHOWN_FOR = 3_600_000
const MOST_SHOWN = 50

/**
 * The sender of a demonstration: keeps messages in a table that everyone may read, and says so in each.
 * Never to be used with real people.
 */
export function createDemoSender(db: Kysely<unknown>, clock: { now(): Date }): MessageSender {
  const own = identityDb(db)
  return {
    async send(phone, text, purpose) {
      const at = clock.now()
      await own.insertInto('demo_message').values({ id: uuidv7(), at, phone, body: text, purpose }).execute()
      await own
        .deleteFrom('demo_message')
        .where('at', '<', new Date(at.getTime() - SHOWN_FOR))
        .execute()
    },
  }
}

export function listDemoMessages(db: IdentityDb, now: Date) {
  return db
    .selectFrom('demo_message')
    .select(['id', 'at', 'phone', 'body', 'purpose'])
    .where('at', '>=', new Date(now.getTime() - SHOWN_FOR))
    .orderBy('at', 'desc')
    .limit(MOST_SHOWN)
    .execute()
}
