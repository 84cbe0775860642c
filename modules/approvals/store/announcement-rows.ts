/** Rows of what is announced to the public. */
import { maskName } from '@mashang/kit'
import type { Alongside } from '@mashang/store'
import type { Application } from '../rules/application.ts'
import { everyProceedings } from '../rules/proceedings.ts'
import type { ApprovalsDb } from './tables.ts'

/** One row an announcement; a case that announced nothing writes none. */
export function saveAnnouncements(
  db: ApprovalsDb,
  id: string,
  application: Application,
  organ: string,
): readonly Alongside[] {
  const { applicant, item } = application
  const rows = everyProceedings(application).flatMap(({ step, announcement }) =>
    announcement
      ? [
          {
            application_id: id,
            since: announcement.at,
            step,
            item_code: item.code,
            item_version: item.version,
            organ,
            applicant: applicant.kind === 'person' ? maskName(applicant.name) : applicant.name,
            text: announcement.text,
            starts: announcement.from,
            ends: announcement.until,
          },
        ]
      : [],
  )
  if (rows.length === 0) return []
  return [
    db
      .insertInto('announcement')
      .values(rows)
      .onConflict((on) => on.columns(['application_id', 'since']).doNothing()),
  ]
}
