import type { Alongside, Summary } from '@mashang/store'
import type { Selectable } from 'kysely'
import { type Asked, type DataRequestEntry, foldDataRequest } from '../rules/data-request.ts'
import type { IdentityDb, IdentityTables } from '../store/tables.ts'

export function saveDataRequest(db: IdentityDb, asked: Asked): Alongside {
  const row = {
    revision: asked.revision,
    person_id: asked.personId,
    subject: asked.subject,
    body: asked.text,
    asked_at: asked.askedAt,
    status: asked.status,
    answer: asked.answer ?? null,
    answered_at: asked.answeredAt ?? null,
    answered_by: asked.answeredBy ?? null,
  }
  return db
    .insertInto('data_request')
    .values({ id: asked.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

export function dataRequestSummary(db: IdentityDb): Summary {
  return {
    name: 'identity.data-request',
    streams: ['data-request'],
    clear: () => [db.deleteFrom('data_request')],
    project: (_, entries) => {
      let asked: Asked | undefined
      for (const entry of entries) asked = foldDataRequest(asked, entry as DataRequestEntry & typeof entry)
      return asked ? [saveDataRequest(db, asked)] : []
    },
  }
}

function askedOf(row: Selectable<IdentityTables['data_request']>): Asked {
  const { id, revision, subject, status } = row
  return {
    ...{ id, revision, subject, status },
    personId: row.person_id,
    text: row.body,
    askedAt: row.asked_at.toISOString(),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answered_at ? { answeredAt: row.answered_at.toISOString() } : {}),
    ...(row.answered_by === null ? {} : { answeredBy: row.answered_by }),
  }
}

export async function findRequest(db: IdentityDb, id: string): Promise<Asked | undefined> {
  const row = await db.selectFrom('data_request').selectAll().where('id', '=', id).executeTakeFirst()
  return row && askedOf(row)
}

const MOST = 200

/** Of one person, newest first. */
export async function listRequestsOf(db: IdentityDb, personId: string): Promise<readonly Asked[]> {
  const rows = await db
    .selectFrom('data_request')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(askedOf)
}

/** Of everyone: open ones oldest first, or all, newest first. */
export async function listRequests(db: IdentityDb, open: boolean): Promise<readonly Asked[]> {
  const all = db.selectFrom('data_request').selectAll().limit(MOST)
  const rows = await (open
    ? all.where('status', '=', 'open').orderBy('id')
    : all.orderBy('id', 'desc')
  ).execute()
  return rows.map(askedOf)
}
