import {
  actorOf,
  type Handlers,
  isRefusal,
  legalDayOf,
  maskIdCard,
  type Refusal,
  refuse,
  type Who,
} from '@mashang/kit'
import type { Draft, Intake, windowEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { anAgentHandsInAndDoesNotDecide } from '../rules/agency.ts'
import { anOfficerTakesInForHisOwnOrgan } from '../rules/window.ts'
import { changeDraft, type DraftRow, getVersionsOfDraft, viewOfDraft } from '../store/drafts.ts'
import { agencyOf } from './agency.ts'
import { addFile, beginDraft, dropFile, saveInDraft } from './draft-work.ts'
import { consentInDraft, declareInDraft } from './evidence-commands.ts'
import { findApplicable } from './submit-application.ts'
import { submitIntake } from './submit-intake.ts'

/** 窗口收件 — the same draft as at home, with a clerk at the keyboard and the applicant before him. */
export function windowCommands(inside: Inside): Handlers<typeof windowEndpoints> {
  const intakeOf = async (draft: Draft | Refusal): Promise<Intake | Refusal> => {
    if (isRefusal(draft)) return draft
    const row = await inside.db.selectFrom('draft').selectAll().where('id', '=', draft.id).executeTakeFirst()
    return row ? viewOfIntake(inside, row, draft) : refuse('draft-not-found')
  }
  /** Works on a draft that this clerk took in; another's is told apart from none by nobody. */
  const onOwn = async (
    { who, params }: { readonly who: Who; readonly params: { readonly id: string } },
    work: (row: DraftRow) => Promise<Draft | Refusal>,
  ) => {
    const row = await findIntake(inside, who, params.id)
    return isRefusal(row) ? row : intakeOf(await work(row))
  }
  return {
    openIntake: async ({ who, input }) => intakeOf(await openIntake(inside, who, input)),
    listIntakes: async ({ who }) => {
      const rows = await inside.db
        .selectFrom('draft')
        .selectAll()
        .where('taken_by', '=', actorOf(who).id)
        .orderBy('saved_at', 'desc')
        .limit(50)
        .execute()
      const own = await Promise.all(rows.map((row) => withinTheMandate(inside, who, row)))
      return {
        intakes: await Promise.all(
          own
            .flatMap((row) => (isRefusal(row) ? [] : [row]))
            .map(async (row) => viewOfIntake(inside, row, await viewOfDraft(inside, row))),
        ),
      }
    },
    getIntake: (request) => onOwn(request, (row) => viewOfDraft(inside, row)),
    saveIntake: (request) => onOwn(request, (row) => saveInDraft(inside, row, request.input)),
    dropIntake: async ({ who, params }) => {
      const row = await findIntake(inside, who, params.id)
      if (isRefusal(row)) return row
      await inside.db.deleteFrom('draft').where('id', '=', row.id).execute()
      return { dropped: true }
    },
    addIntakeFile: async ({ who, params, upload }) =>
      intakeOf(await addFile(inside, () => findIntake(inside, who, params.id), params.material, upload)),
    dropIntakeFile: async ({ who, params }) =>
      intakeOf(
        await dropFile(inside, () => findIntake(inside, who, params.id), params.material, params.digest),
      ),
    markIntakeMaterial: (request) =>
      onOwn(request, (row) => {
        const { input, params, who } = request
        const { material } = params
        if (input.mark === 'declared') return declareInDraft(inside, row, material, input.is)
        if (input.mark === 'seen') {
          const shut = anAgentHandsInAndDoesNotDecide(who, 'seen')
          return shut ? Promise.resolve(shut) : markSeen(inside, row, who, { ...input, material })
        }
        const { source, is } = input
        return consentInDraft(inside, row, { material, source, agreed: is, by: 'window' })
      }),
    submitIntake: (request) =>
      submitIntake(inside, request, () => findIntake(inside, request.who, request.params.id)),
  }
}

interface Opening {
  readonly item: string
  readonly person: string
  readonly applicant: Draft['applicant']
}

async function openIntake(
  inside: Inside,
  who: Who,
  { item: code, person: personId, applicant }: Opening,
): Promise<Draft | Refusal> {
  const item = await findApplicable(inside, code, who, legalDayOf(inside.clock.now()))
  if (isRefusal(item)) return item
  const shut = anOfficerTakesInForHisOwnOrgan(who, item)
  if (shut) return shut
  const person = await inside.findPerson(personId)
  if (!person) return refuse('person-not-found')
  const agency = await agencyOf(inside, who, { person: personId, item: code })
  if (isRefusal(agency)) return agency
  await inside.journal.recordLook({
    actor: actorOf(who),
    at: inside.clock.now().toISOString(),
    caseId: personId,
    what: 'person',
    reason: 'window-intake',
  })
  const { id, name } = actorOf(who)
  return beginDraft(inside, { item, person, applicant, takenBy: { id, name } })
}

async function findIntake(inside: Inside, who: Who, id: string): Promise<DraftRow | Refusal> {
  const row = await inside.db
    .selectFrom('draft')
    .selectAll()
    .where('id', '=', id)
    .where('taken_by', '=', actorOf(who).id)
    .executeTakeFirst()
  return row ? withinTheMandate(inside, who, row) : refuse('draft-not-found')
}

/** What was begun under a mandate is out of reach without it. */
async function withinTheMandate(inside: Inside, who: Who, row: DraftRow): Promise<DraftRow | Refusal> {
  const agency = await agencyOf(inside, who, { person: row.person_id, item: row.item_code })
  return isRefusal(agency) ? agency : row
}

async function viewOfIntake(inside: Inside, row: DraftRow, draft: Draft): Promise<Intake> {
  const person = await inside.findPerson(row.person_id)
  const { applicant } = row
  const enterprise =
    applicant.kind === 'enterprise'
      ? person?.enterprises.find((one) => one.uscc === applicant.uscc)
      : undefined
  const name = person?.name ?? ''
  return {
    draft,
    applicant: {
      kind: applicant.kind,
      person: row.person_id,
      name: applicant.kind === 'enterprise' ? (enterprise?.name ?? applicant.uscc) : name,
      code: applicant.kind === 'enterprise' ? applicant.uscc : maskIdCard(person?.idCard ?? ''),
      ...(applicant.kind === 'enterprise' ? { agent: name } : {}),
      phone: person?.phone ?? '',
    },
    seen: row.seen
      .filter((look) => coversAll(row, look))
      .map(({ material, at, validTo }) => ({ material, at, ...(validTo ? { validTo } : {}) })),
  }
}

/** A look counts as long as no file has come to it since. */
function coversAll(row: DraftRow, look: DraftRow['seen'][number]): boolean {
  const files = row.materials.find(({ material }) => material === look.material)?.files ?? []
  return files.length > 0 && files.every(({ digest }) => look.digests.includes(digest))
}

interface Mark {
  readonly material: string
  readonly is: boolean
  readonly validTo?: string
}

/** The clerk compared the files with their originals, or takes that back. */
async function markSeen(
  inside: Inside,
  row: DraftRow,
  who: Who,
  { material, is, validTo }: Mark,
): Promise<Draft | Refusal> {
  const { item } = await getVersionsOfDraft(inside, row)
  const defined = item.materials.find(({ id }) => id === material)
  if (!defined) return refuse('material-not-in-item', { facts: { material } })
  const digests = (row.materials.find((one) => one.material === material)?.files ?? []).map(
    (file) => file.digest,
  )
  if (is && digests.length === 0) return refuse('material-not-uploaded', { facts: { name: defined.name } })
  const { id, name } = actorOf(who)
  const look = {
    material,
    digests,
    by: { id, name },
    at: inside.clock.now().toISOString(),
    ...(validTo ? { validTo } : {}),
  }
  const others = row.seen.filter((one) => one.material !== material)
  const saved = await changeDraft(inside, row, { seen: is ? [...others, look] : others })
  return saved ? viewOfDraft(inside, saved) : refuse('draft-changed-elsewhere')
}
