import type { ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { Selectable } from 'kysely'
import type { Draft } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { offerLicences } from '../licences/queries/acted-on.ts'
import { situationOf } from '../licences/rules/acted-on.ts'
import {
  draftIsHeldToTheVersionInForce,
  leftBehind,
  partedForm,
  type Versions,
} from '../rules/draft-version.ts'
import { findHeld, type Held, holderOf } from './held.ts'
import type { ApprovalsDb, ApprovalsTables } from './tables.ts'

export type DraftRow = Selectable<ApprovalsTables['draft']>

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
    held: heldViewsOf(await heldOf(inside, item, row), row),
    declared: [...row.declared],
    ...(row.taken_by_name ? { takenBy: row.taken_by_name } : {}),
    ...(await offeredTo(inside, item, row)),
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
    consents: row.consents,
    declared: row.declared.filter((material) => asked.has(material)),
    seen: row.seen,
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

type Change = Partial<Pick<DraftRow, 'form' | 'materials' | 'delivery' | 'consents' | 'declared' | 'seen'>>

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
      consents: JSON.stringify(change.consents ?? row.consents),
      declared: JSON.stringify(change.declared ?? row.declared),
      seen: JSON.stringify(change.seen ?? row.seen),
      revision: row.revision + 1,
      saved_at: inside.clock.now().toISOString(),
    })
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .returningAll()
    .executeTakeFirst()
}

/** What the city holds in place of a draft's materials. */
export async function heldOf(inside: Inside, item: ServiceItem, row: DraftRow): Promise<readonly Held[]> {
  if (!item.materials.some((material) => material['satisfied-by'])) return []
  const person = await inside.findPerson(row.person_id)
  return person ? findHeld(inside, item, holderOf(person, row.applicant), row.form) : []
}

function heldViewsOf(held: readonly Held[], { consents }: DraftRow): Draft['held'] {
  return held.map(({ material, evidence, source, trust, since, validTo, named }) => ({
    material,
    evidence,
    trust,
    ...(since ? { since } : {}),
    ...(validTo ? { validTo } : {}),
    ...(source
      ? {
          source,
          consented:
            named === true || consents.some((one) => one.material === material && one.source === source),
        }
      : {}),
  }))
}

/** Licences to choose from, where the form asks for one. */
async function offeredTo(inside: Inside, item: ServiceItem, row: DraftRow): Promise<Pick<Draft, 'licences'>> {
  if (!situationOf(item)) return {}
  const person = await inside.findPerson(row.person_id)
  return { licences: person ? await offerLicences(inside, item, holderOf(person, row.applicant)) : [] }
}
