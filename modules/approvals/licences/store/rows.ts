/** Rows of the register: the licence as it stands, its prints, and the cases that act on it. */
import type { LicenceLaw } from '@mashang/flow'
import type { Alongside } from '@mashang/store'
import { sql } from 'kysely'
import type { ApplicationEntries } from '../../contract/index.ts'
import type { ApprovalsDb } from '../../store/tables.ts'
import { currentPrint, type Licence } from '../rules/licence.ts'
import { nextDayToTell } from '../rules/renewal.ts'
import { endingOf } from '../rules/status.ts'

/** The statements that bring a licence's rows up to date, whether or not they are there. */
export function saveLicence(
  db: ApprovalsDb,
  id: string,
  licence: Licence,
  law: LicenceLaw['renewal'],
): readonly Alongside[] {
  const row = rowOf(licence, law)
  return [
    db
      .insertInto('licence')
      .values({ id, ...row })
      .onConflict((on) => on.column('id').doUpdateSet(row)),
    db
      .insertInto('certificate')
      .values(
        licence.certificates.map((print) => ({
          licence_id: id,
          version: print.version,
          code: print.code,
          identifier: print.identifier,
          valid_from: print.from,
          valid_to: print.to ?? null,
          issued_at: print.at,
          revision: print.revision,
        })),
      )
      // A print never changes.
      .onConflict((on) => on.columns(['licence_id', 'version']).doUpdateSet({ code: sql`excluded.code` })),
  ]
}

function rowOf(licence: Licence, law: LicenceLaw['renewal']) {
  const { identifier, code, version } = currentPrint(licence)
  const kind = endingOf(licence.endings)
  const ending = licence.endings.find((one) => one.kind === kind)
  return {
    revision: licence.revision,
    application_id: licence.certificates[0]?.application ?? null,
    person_id: licence.personId ?? null,
    number: licence.number,
    identifier,
    code,
    type: licence.type,
    title: licence.title,
    holder: licence.holder.name,
    holder_code: licence.holder.code,
    holder_kind: licence.holder.kind,
    organ: licence.organ,
    valid_from: licence.from,
    valid_to: licence.to ?? null,
    shows: JSON.stringify(licence.shows),
    version,
    ending: kind ?? null,
    ending_ground: ending?.ground ?? null,
    ended_at: ending?.at ?? null,
    proposed: licence.proposal !== undefined,
    tell_day: nextDayToTell(licence, law) ?? null,
  }
}

/** What an application that acts on a licence is found by from there; none for others. */
export function saveLicenceCase(
  db: ApprovalsDb,
  caseId: string,
  { licence }: Pick<ApplicationEntries['submitted'], 'licence'>,
): readonly Alongside[] {
  if (!licence) return []
  const { id, situation, inTime = false } = licence
  return [
    db
      .insertInto('licence_case')
      .values({ licence_id: id, application_id: caseId, situation, in_time: inTime })
      .onConflict((on) =>
        on.columns(['licence_id', 'application_id']).doUpdateSet({ situation, in_time: inTime }),
      ),
  ]
}
