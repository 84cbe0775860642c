/**
 * Work on a draft, whoever does it: its applicant at home, or a clerk for him at a window.
 */
import type { FormValues, ServiceItem } from '@mashang/flow'
import { isRefusal, type Refusal, refuse, type Upload, uuidv7 } from '@mashang/kit'
import type { Draft } from '../contract/index.ts'
import type { Inside, Person } from '../inside.ts'
import { formFromLicence } from '../licences/queries/acted-on.ts'
import { partedForm } from '../rules/draft-version.ts'
import { itemServesThisApplicant } from '../rules/submission.ts'
import { changeDraft, type DraftRow, getVersionsOfDraft, viewOfDraft } from '../store/drafts.ts'
import { keepUpload } from '../store/uploads.ts'

/** Form values of one draft, in characters of JSON. */
const LARGEST_FORM = 256 * 1024

interface Begun {
  readonly item: ServiceItem
  readonly person: Person
  readonly applicant: Draft['applicant']
  /** Number of the licence it is to act on, filled in. */
  readonly licence?: string | undefined
  /** The clerk who begins it at a window. */
  readonly takenBy?: { readonly id: string; readonly name: string }
}

/** A new draft, filled in with what is known of its applicant. */
export async function beginDraft(
  inside: Inside,
  { item, person, applicant, licence, takenBy }: Begun,
): Promise<Draft | Refusal> {
  const unserved = itemServesThisApplicant(item, applicant.kind)
  if (unserved) return unserved
  const enterprise =
    applicant.kind === 'enterprise'
      ? person.enterprises.find((one) => one.uscc === applicant.uscc)
      : undefined
  if (applicant.kind === 'enterprise' && !enterprise) {
    return refuse('not-an-agent-of-enterprise', { facts: { uscc: applicant.uscc } })
  }
  const known = {
    name: person.name,
    phone: person.phone,
    'id-card': person.idCard,
    'enterprise-name': enterprise?.name,
    uscc: enterprise?.uscc,
  }
  const holder = enterprise?.uscc ?? person.idCard
  const now = inside.clock.now()
  const form = licence ? await formFromLicence(inside, item, { number: licence, holder, now }) : {}
  for (const field of item.fields) {
    const value = field.prefill && known[field.prefill]
    if (value) form[field.id] ??= value
  }
  const row = await inside.db
    .insertInto('draft')
    .values({
      id: uuidv7(),
      person_id: person.id,
      item_code: item.code,
      item_version: item.version,
      applicant: JSON.stringify(applicant),
      form: JSON.stringify(form),
      materials: '[]',
      delivery: item.delivery[0] ?? 'electronic',
      revision: 1,
      saved_at: inside.clock.now().toISOString(),
      taken_by: takenBy?.id ?? null,
      taken_by_name: takenBy?.name ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return viewOfDraft(inside, row)
}

interface Saved {
  readonly form: Readonly<Record<string, unknown>>
  readonly delivery?: Draft['delivery']
  readonly revision?: number
}

export async function saveInDraft(inside: Inside, row: DraftRow, input: Saved): Promise<Draft | Refusal> {
  if (input.revision !== undefined && input.revision !== row.revision)
    return refuse('draft-changed-elsewhere')
  if (JSON.stringify(input.form).length > LARGEST_FORM)
    return refuse('form-too-large', { facts: { limit: LARGEST_FORM / 1024 } })
  // Who saves does not see what an earlier version of the item asked; it stays all the same.
  const { setAside } = partedForm(await getVersionsOfDraft(inside, row), row.form)
  const form = { ...setAside, ...(input.form as FormValues) }
  const saved = await changeDraft(inside, row, { form, delivery: input.delivery })
  return saved ? viewOfDraft(inside, saved) : refuse('draft-changed-elsewhere')
}

/** Finds the draft again each time: uploads that arrive at once are put one after another. */
type FindRow = () => Promise<DraftRow | Refusal>

export async function addFile(
  inside: Inside,
  findRow: FindRow,
  materialId: string,
  upload: Upload | undefined,
): Promise<Draft | Refusal> {
  const row = await findRow()
  if (isRefusal(row)) return row
  const { item } = await getVersionsOfDraft(inside, row)
  const material = item.materials.find((one) => one.id === materialId)
  if (!material) return refuse('material-not-in-item', { facts: { material: materialId } })
  const limit = material['max-files'] ?? 10
  const given = row.materials.find((one) => one.material === material.id)?.files ?? []
  if (given.length >= limit) return refuse('too-many-files', { facts: { limit, name: material.name } })
  // Whoever puts it on the table, it is the applicant's.
  const file = await keepUpload(inside, row.person_id, upload, material)
  if (isRefusal(file)) return file
  return changeFiles(inside, findRow, material.id, (files) => [
    ...files.filter((one) => one.digest !== file.digest),
    file,
  ])
}

export function dropFile(inside: Inside, findRow: FindRow, material: string, digest: string) {
  return changeFiles(inside, findRow, material, (files) => files.filter((file) => file.digest !== digest))
}

type DraftFiles = Draft['materials'][number]['files']

async function changeFiles(
  inside: Inside,
  findRow: FindRow,
  material: string,
  change: (files: DraftFiles) => DraftFiles,
): Promise<Draft | Refusal> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const row = await findRow()
    if (isRefusal(row)) return row
    const files = change(row.materials.find((one) => one.material === material)?.files ?? [])
    const others = row.materials.filter((one) => one.material !== material)
    const materials = files.length > 0 ? [...others, { material, files }] : others
    const saved = await changeDraft(inside, row, { materials })
    if (saved) return viewOfDraft(inside, saved)
  }
  return refuse('draft-changed-elsewhere')
}
