import type { FormValues } from '@mashang/flow'
import { type Handlers, isRefusal, legalDayOf, type Refusal, refuse, uuidv7, type Who } from '@mashang/kit'
import type { applicationEndpoints, Draft, Submission } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { partedForm } from '../rules/draft-version.ts'
import { itemServesThisApplicant } from '../rules/submission.ts'
import { bodyDigestOf } from '../store/cases.ts'
import { changeDraft, getDraftRow, getVersionsOfDraft, toSubmit, viewOfDraft } from '../store/drafts.ts'
import { keepUpload } from '../store/uploads.ts'
import { findApplicable, submit } from './submit-application.ts'

type DraftCommands = Pick<
  Handlers<typeof applicationEndpoints>,
  | 'startDraft'
  | 'listDrafts'
  | 'getDraft'
  | 'saveDraft'
  | 'dropDraft'
  | 'addDraftFile'
  | 'dropDraftFile'
  | 'submitDraft'
>

/** Form values of one draft, in characters of JSON. */
const LARGEST_FORM = 256 * 1024

const idOf = (who: Who) => (who.kind === 'citizen' ? who.id : '')

/** Drafts: kept as typed, right or wrong, and resumed on any device. */
export function draftCommands(inside: Inside): DraftCommands {
  return {
    startDraft: ({ who, input }) => startDraft(inside, who, input),
    listDrafts: async ({ who }) => {
      const rows = await inside.db
        .selectFrom('draft')
        .selectAll()
        .where('person_id', '=', idOf(who))
        .orderBy('saved_at', 'desc')
        .limit(100)
        .execute()
      return { drafts: await Promise.all(rows.map((row) => viewOfDraft(inside, row))) }
    },
    getDraft: async ({ who, params }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      return isRefusal(row) ? row : viewOfDraft(inside, row)
    },
    saveDraft: ({ who, params, input }) => saveDraft(inside, who, params.id, input),
    dropDraft: async ({ who, params }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      if (isRefusal(row)) return row
      await inside.db.deleteFrom('draft').where('id', '=', row.id).execute()
      return { dropped: true }
    },
    addDraftFile: (request) => addDraftFile(inside, request),
    dropDraftFile: ({ who, params }) =>
      changeFiles(inside, who, params.id, params.material, (files) =>
        files.filter((file) => file.digest !== params.digest),
      ),
    submitDraft: async ({ who, params, key }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      if (isRefusal(row)) return repeatedSubmission(inside, who, key, params.id, row)
      const gone = inside.db.deleteFrom('draft').where('id', '=', row.id)
      const once = { key, bodyDigest: bodyDigestOf({ draft: row.id }) }
      return submit(inside, who, await toSubmit(inside, row), once, [gone])
    },
  }
}

/** The draft may be gone because this very key submitted it: the same answer again. */
async function repeatedSubmission(
  inside: Inside,
  who: Who,
  key: string,
  draft: string,
  gone: Refusal,
): Promise<Submission | Refusal> {
  const found = await inside.journal.findAnswer(idOf(who), key, bodyDigestOf({ draft }))
  if (!found) return gone
  return isRefusal(found) ? found : (found.answer as Submission)
}

async function startDraft(
  inside: Inside,
  who: Who,
  input: { item: string; applicant: Draft['applicant'] },
): Promise<Draft | Refusal> {
  const now = inside.clock.now()
  const item = await findApplicable(inside, input.item, who, legalDayOf(now))
  if (isRefusal(item)) return item
  const unserved = itemServesThisApplicant(item, input.applicant.kind)
  if (unserved) return unserved
  const person = await inside.findPerson(idOf(who))
  if (!person) return refuse('not-allowed')
  const { applicant } = input
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
  const form: Record<string, string> = {}
  for (const field of item.fields) {
    const value = field.prefill && known[field.prefill]
    if (value) form[field.id] = value
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
      saved_at: now.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return viewOfDraft(inside, row)
}

async function saveDraft(
  inside: Inside,
  who: Who,
  id: string,
  input: { form: Readonly<Record<string, unknown>>; delivery?: Draft['delivery']; revision?: number },
): Promise<Draft | Refusal> {
  const row = await getDraftRow(inside.db, id, idOf(who))
  if (isRefusal(row)) return row
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

async function addDraftFile(
  inside: Inside,
  { who, params, upload }: Parameters<DraftCommands['addDraftFile']>[0],
): Promise<Draft | Refusal> {
  const row = await getDraftRow(inside.db, params.id, idOf(who))
  if (isRefusal(row)) return row
  const { item } = await getVersionsOfDraft(inside, row)
  const material = item.materials.find((one) => one.id === params.material)
  if (!material) return refuse('material-not-in-item', { facts: { material: params.material } })
  const limit = material['max-files'] ?? 10
  const given = row.materials.find((one) => one.material === material.id)?.files ?? []
  if (given.length >= limit) return refuse('too-many-files', { facts: { limit, name: material.name } })
  const file = await keepUpload(inside, idOf(who), upload, material)
  if (isRefusal(file)) return file
  return changeFiles(inside, who, params.id, material.id, (files) => [
    ...files.filter((one) => one.digest !== file.digest),
    file,
  ])
}

type DraftFiles = Draft['materials'][number]['files']

/** Changes the files of one material; uploads that arrive at once are put one after another. */
async function changeFiles(
  inside: Inside,
  who: Who,
  id: string,
  material: string,
  change: (files: DraftFiles) => DraftFiles,
): Promise<Draft | Refusal> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const row = await getDraftRow(inside.db, id, idOf(who))
    if (isRefusal(row)) return row
    const files = change(row.materials.find((one) => one.material === material)?.files ?? [])
    const others = row.materials.filter((one) => one.material !== material)
    const materials = files.length > 0 ? [...others, { material, files }] : others
    const saved = await changeDraft(inside, row, { materials })
    if (saved) return viewOfDraft(inside, saved)
  }
  return refuse('draft-changed-elsewhere')
}
