import type { Alongside } from '@mashang/store'
import type { DocumentEntries } from '../contract/index.ts'
import type { ApprovalsDb } from './tables.ts'

export function saveDocument(db: ApprovalsDb, id: string, issued: DocumentEntries['issued']): Alongside {
  const row = {
    application_id: issued.application ?? null,
    application_revision: issued.application ? issued.revision : null,
    kind: issued.kind,
    number: issued.number,
    code: issued.code,
    title: JSON.stringify(issued.title),
    organ: issued.organ,
    file: issued.file,
    size: issued.size,
    shows: JSON.stringify(issued.shows),
    licence_id: issued.licence ?? null,
    certificate: issued.certificate ?? null,
    issued_at: issued.dated,
  }
  return db
    .insertInto('document')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

export function saveReplaced(
  db: ApprovalsDb,
  id: string,
  { by }: DocumentEntries['replaced'],
  at: string,
): Alongside {
  return db.updateTable('document').set({ replaced_by: by, replaced_at: at }).where('id', '=', id)
}
