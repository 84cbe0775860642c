import { type FormValues, firstStep } from '@mashang/flow'
import { actorOf, isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { ApplicationEntries, IntakeOutcome, Submission } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { licenceActedOn } from '../licences/queries/acted-on.ts'
import { anAgentHandsInAndDoesNotDecide } from '../rules/agency.ts'
import { applicationOf } from '../rules/application.ts'
import { intakeClockOf } from '../rules/time-limit.ts'
import {
  formToReceive,
  intakeHasOneOfFiveOutcomes,
  isAcceptance,
  type Lacking,
  lackingIn,
} from '../rules/window.ts'
import { reckoningOf } from '../store/cases.ts'
import { type DraftRow, toSubmit } from '../store/drafts.ts'
import { agencyOf } from './agency.ts'
import { askedForHeld } from './asked-again.ts'
import {
  applicantOf,
  beginCase,
  findApplicable,
  materialsFor,
  refuseBeyondQuota,
} from './submit-application.ts'

interface Submitting {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: { readonly outcome: IntakeOutcome }
  readonly key: string
}

/** Receipt and outcome in one transaction: the draft becomes a case that may be accepted, corrected or closed already. */
export async function submitIntake(
  inside: Inside,
  request: Submitting,
  findRow: () => Promise<DraftRow | Refusal>,
): Promise<Submission | Refusal> {
  const { who, params, input, key } = request
  const actor = actorOf(who)
  const once = { key, bodyDigest: bodyDigestOf({ draft: params.id, input }) }
  const shut = anAgentHandsInAndDoesNotDecide(who, input.outcome.kind)
  if (shut) return shut
  const row = await findRow()
  if (isRefusal(row)) {
    // The draft may be gone because this very key submitted it.
    const before = await inside.journal.findAnswer(actor.id, key, once.bodyDigest)
    if (!before) return row
    return isRefusal(before) ? before : (before.answer as Submission)
  }
  const received = await receive(inside, who, row, input.outcome)
  if (isRefusal(received)) return received
  const { item, content, lacking } = received
  const at = inside.clock.now().toISOString()
  const submitted = { kind: 'submitted' as const, content, revision: 1, at, actor }
  const application = applicationOf([submitted], (form) => firstStep(item, form).id)
  if (!application) throw new Error('an application that was submitted exists')
  const { due } = intakeClockOf(application, reckoningOf(inside))
  const { outcome } = input
  const further = intakeHasOneOfFiveOutcomes(application, item, outcome, lacking, { due, overdue: false })
  if (isRefusal(further)) return further
  if (outcome.kind === 'request-correction') {
    const again = await askedForHeld(inside, { id: row.id, application, item }, outcome.points, request)
    if (again) return again
  }
  const gone = inside.db.deleteFrom('draft').where('id', '=', row.id)
  return beginCase(inside, { item, content, further, actor, at, once, alongside: [gone] })
}

/** What the draft holds, as it is journaled, and what is lacking in it. */
async function receive(inside: Inside, who: Who, row: DraftRow, outcome: IntakeOutcome) {
  const now = inside.clock.now()
  const agency = await agencyOf(inside, who, { person: row.person_id, item: row.item_code })
  if (isRefusal(agency)) return agency
  const person = await inside.findPerson(row.person_id)
  if (!person) return refuse('person-not-found')
  const draft = await toSubmit(inside, row)
  const item = await findApplicable(inside, draft.item, who, legalDayOf(now))
  if (isRefusal(item)) return item
  const applicant = applicantOf(person, draft.applicant)
  if (isRefusal(applicant)) return applicant
  const context = { now, regionNames: inside.city.regions.names }
  const form = formToReceive(item, draft.form, context, isAcceptance(outcome))
  if (isRefusal(form)) return form
  const beyond = await refuseBeyondQuota(inside, item, form)
  if (beyond) return beyond
  const licence = isAcceptance(outcome) ? await licenceActedOn(inside, item, applicant, form) : undefined
  if (isRefusal(licence)) return licence
  const materials = await materialsFor(inside, item, applicant, row.person_id, { ...draft, form })
  if (isRefusal(materials)) return materials
  const lacking: Lacking = lackingIn(item, draft.form as FormValues, materials, context)
  const content: ApplicationEntries['submitted'] = {
    number: await inside.nextNumber(),
    item: { code: item.code, version: item.version },
    channel: 'window',
    applicant,
    form,
    materials,
    delivery: draft.delivery,
    ...(licence ? { licence } : {}),
    ...(agency ? { agency } : {}),
  }
  return { item, content, lacking }
}
