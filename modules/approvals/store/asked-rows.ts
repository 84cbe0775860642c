/** Rows of the organs that are asked, or offered a case, and have not answered: they find it in their inbox. */
import type { ServiceItem } from '@mashang/flow'
import type { Alongside } from '@mashang/store'
import { type Application, isConcluded } from '../rules/application.ts'
import { asksOrgans, waitingFor } from '../rules/step-kinds/asked.ts'
import type { ApplicationRowWritten } from './project.ts'
import type { ApprovalsDb } from './tables.ts'

/** Brings the rows of a case up to date; where nobody was ever asked, none is touched. */
export function saveAsked(
  db: ApprovalsDb,
  { id, item_code, sort_day }: ApplicationRowWritten,
  application: Application,
  item: ServiceItem,
): readonly Alongside[] {
  const transfer = application.handling?.transfer
  if (!asksOrgans(item) && !transfer) return []
  const offered = transfer?.state === 'offered' ? [transfer.to] : []
  const organs = isConcluded(application) ? [] : [...new Set([...waitingFor(application), ...offered])]
  const others = db.deleteFrom('asked_organ').where('application_id', '=', id)
  if (organs.length === 0) return [others]
  const rows = organs.map((organ) => ({ application_id: id, organ, item_code, sort_day }))
  return [
    others.where('organ', 'not in', organs),
    db
      .insertInto('asked_organ')
      .values(rows)
      .onConflict((on) => on.columns(['application_id', 'organ']).doUpdateSet({ sort_day })),
  ]
}
