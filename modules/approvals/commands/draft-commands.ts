import { actorOf, type Handlers, isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { applicationEndpoints, Draft, Submission } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { getDraftRow, toSubmit, viewOfDraft } from '../store/drafts.ts'
import { addFile, beginDraft, dropFile, saveInDraft } from './draft-work.ts'
import { findApplicable, prepare, submit } from './submit-application.ts'

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
    saveDraft: async ({ who, params, input }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      return isRefusal(row) ? row : saveInDraft(inside, row, input)
    },
    dropDraft: async ({ who, params }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      if (isRefusal(row)) return row
      await inside.db.deleteFrom('draft').where('id', '=', row.id).execute()
      return { dropped: true }
    },
    addDraftFile: ({ who, params, upload }) =>
      addFile(inside, () => getDraftRow(inside.db, params.id, idOf(who)), params.material, upload),
    dropDraftFile: ({ who, params }) =>
      dropFile(inside, () => getDraftRow(inside.db, params.id, idOf(who)), params.material, params.digest),
    submitDraft: async ({ who, params, key }) => {
      const row = await getDraftRow(inside.db, params.id, idOf(who))
      if (isRefusal(row)) return repeatedSubmission(inside, who, key, { draft: params.id }, row)
      const prepared = await prepare(inside, who, await toSubmit(inside, row))
      if (isRefusal(prepared)) return prepared
      const gone = inside.db.deleteFrom('draft').where('id', '=', row.id)
      const once = { key, bodyDigest: bodyDigestOf({ draft: row.id }) }
      return submit(inside, actorOf(who), prepared, once, [gone])
    },
  }
}

/** The draft may be gone because this very key submitted it: the same answer again. */
export async function repeatedSubmission(
  inside: Inside,
  who: Who,
  key: string,
  body: object,
  gone: Refusal,
): Promise<Submission | Refusal> {
  const found = await inside.journal.findAnswer(idOf(who), key, bodyDigestOf(body))
  if (!found) return gone
  return isRefusal(found) ? found : (found.answer as Submission)
}

async function startDraft(
  inside: Inside,
  who: Who,
  { item: code, applicant, licence }: { item: string; applicant: Draft['applicant']; licence?: string },
): Promise<Draft | Refusal> {
  const item = await findApplicable(inside, code, who, legalDayOf(inside.clock.now()))
  if (isRefusal(item)) return item
  const person = await inside.findPerson(idOf(who))
  return person ? beginDraft(inside, { item, person, applicant, licence }) : refuse('not-allowed')
}
