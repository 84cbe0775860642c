import type { Alongside } from '@mashang/store'
import type { DocumentEntries, LicenceEntries } from '../contract/index.ts'
import type { ApprovalsDb } from './tables.ts'

export function saveDocument(db: ApprovalsDb, id: string, issued: DocumentEntries['issued']): Alongside {
  const row = {
    application_id: issued.application,
    application_revision: issued.revision,
    kind: issued.kind,
    number: issued.number,
    code: issued.code,
    title: JSON.stringify(issued.title),
    organ: issued.organ,
    file: issued.file,
    size: issued.size,
    shows: JSON.stringify(issued.shows),
    licence_id: issued.licence ?? null,
    issued_at: issued.dated,
  }
  return db
    .insertInto('document')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}

export function saveLicence(db: ApprovalsDb, id: string, issued: LicenceEntries['issued']): Alongside {
  const row = {
    revision: 1,
    application_id: issued.application,
    person_id: issued.personId,
    number: issued.number,
    identifier: issued.identifier,
    code: issued.code,
    type: issued.type,
    title: issued.title,
    holder: issued.holder.name,
    holder_code: issued.holder.code,
    organ: issued.organ,
    valid_from: issued.from,
    valid_to: issued.to ?? null,
    revoked_at: null,
    shows: JSON.stringify(issued.shows),
  }
  return db
    .insertInto('licence')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
}
