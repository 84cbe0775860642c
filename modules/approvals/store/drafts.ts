import type { ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { Selectable } from 'kysely'
import type { Draft } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { findHeld } from './held.ts'
import type { ApprovalsDb, ApprovalsTables } from './tables.ts'

type DraftRow = Selectable<ApprovalsTables['draft']>

export async function viewOfDraft(inside: Inside, row: DraftRow): Promise<Draft> {
  const item = await inside.catalogue.getVersion(row.item_code, row.item_version)
  return {
    id: row.id,
    item: { code: row.item_code, version: row.item_version, name: item.name },
    applicant: row.applicant,
    form: row.form,
    materials: row.materials,
    held: await heldOf(inside, item, row),
    delivery: row.delivery,
    revision: row.revision,
    savedAt: row.saved_at.toISOString(),
  }
}

/** A draft of this person; another's is told apart from none by nobody. */
export async function getDraftRow(
  db: ApprovalsDb,
  id: string,
  personId: string,
): Promise<DraftRow | Refusal> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? refuse('draft-not-found')
}

type Change = Partial<Pick<DraftRow, 'form' | 'materials' | 'delivery'>>

/** Writes a change on the revision that was read; undefined when somebody saved in between. */
export async function changeDraft(
  inside: Inside,
  row: DraftRow,
  change: Change,
): Promise<DraftRow | undefined> {
  return inside.db
    .updateTable('draft')
    .set({
      form: JSON.stringify(change.form ?? row.form),
      materials: JSON.stringify(change.materials ?? row.materials),
      delivery: change.delivery ?? row.delivery,
      revision: row.revision + 1,
      saved_at: inside.clock.now().toISOString(),
    })
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .returningAll()
    .executeTakeFirst()
}

async function heldOf(inside: Inside, item: ServiceItem, row: DraftRow): Promise<Draft['held']> {
  if (!item.materials.some((material) => material['satisfied-by'])) return []
  const person = await inside.findPerson(row.person_id)
  if (!person) return []
  const code = row.applicant.kind === 'enterprise' ? row.applicant.uscc : person.idCard
  const held = await findHeld(inside, item, { kind: row.applicant.kind, code })
  return held.map(({ material, evidence }) => ({ material, evidence }))
}
