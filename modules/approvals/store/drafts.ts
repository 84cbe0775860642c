import type { ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { Selectable } from 'kysely'
import type { Draft } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import {
  draftIsHeldToTheVersionInForce,
  leftBehind,
  partedForm,
  type Versions,
} from '../rules/draft-version.ts'
import { findHeld } from './held.ts'
import type { ApprovalsDb, ApprovalsTables } from './tables.ts'

type DraftRow = Selectable<ApprovalsTables['draft']>

export async function viewOfDraft(inside: Inside, row: DraftRow): Promise<Draft> {
  const versions = await getVersionsOfDraft(inside, row)
  const { item } = versions
  return {
    id: row.id,
    item: { code: item.code, version: item.version, name: item.name },
    ...(item.version === row.item_version ? {} : { renewed: renewedSince(inside, versions, row) }),
    applicant: row.applicant,
    form: partedForm(versions, row.form).asked,
    materials: row.materials,
    held: await heldOf(inside, item, row),
    delivery: deliveryOf(item, row),
    revision: row.revision,
    savedAt: row.saved_at.toISOString(),
  }
}

/** The definition that a draft was begun with, and the one that it is held to. */
export async function getVersionsOfDraft(
  { catalogue }: Inside,
  row: Pick<DraftRow, 'item_code' | 'item_version'>,
): Promise<Versions> {
  const begun = await catalogue.getVersion(row.item_code, row.item_version)
  return { begun, item: draftIsHeldToTheVersionInForce(begun, await catalogue.findStanding(row.item_code)) }
}

function renewedSince(inside: Inside, versions: Versions, row: DraftRow): Draft['renewed'] {
  return {
    begunWith: row.item_version,
    since: versions.item.effective.from,
    leftBehind: leftBehind(versions, row, inside.city.regions.names),
  }
}

/** As it was chosen, as long as the item still offers it. */
function deliveryOf(item: ServiceItem, { delivery }: DraftRow): Draft['delivery'] {
  return item.delivery.includes(delivery) ? delivery : (item.delivery[0] ?? delivery)
}

/** What of a draft is submitted: files of a material that is no longer asked for stay behind. */
export async function toSubmit(inside: Inside, row: DraftRow) {
  const versions = await getVersionsOfDraft(inside, row)
  const { item } = versions
  const asked = new Set(item.materials.map(({ id }) => id))
  return {
    item: row.item_code,
    applicant: row.applicant,
    form: partedForm(versions, row.form).asked,
    materials: row.materials
      .filter(({ material }) => asked.has(material))
      .map(({ material, files }) => ({ material, files: [...files] })),
    delivery: deliveryOf(item, row),
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
