/**
 * An application as its reader may see it: personal data masked where not needed, every look of staff journaled.
 */
import {
  type Due,
  explain,
  fieldText,
  isRequired,
  pathOf,
  remainingWorkingDays,
  type ServiceItem,
  visibleFields,
} from '@mashang/flow'
import { actorOf, type LookReason, maskIdCard, maskName, maskPhone, type Who, type Words } from '@mashang/kit'
import type { ApplicationView, ClockView, JournalLine, StepView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { isConcluded } from '../rules/application.ts'
import { actsOpenOn } from '../rules/mandate.ts'
import { type Owed, sentenceWithOwed } from '../rules/owed.ts'
import { actionsOf, type Standing, standingOf } from '../rules/reading.ts'
import { rightsAreTold, rightsInWords } from '../rules/rights.ts'
import { plainStateOf, type WatchState, watchStateOf } from '../rules/supervision.ts'
import { clocksOf, deliveryClockOf, intakeClockOf, type Reckoning } from '../rules/time-limit.ts'
import { type Case, findCase, reckoningOf } from '../store/cases.ts'
import { mandatesHeldBy } from '../store/mandates.ts'
import { deliveryViewOf } from './delivery-view.ts'
import { clockWords, handlingOf } from './handling-view.ts'
import { documentsOf, licenceOfApplication } from './issued.ts'
import { journalLinesOf } from './journal-lines.ts'
import { placeViewOf } from './place-view.ts'
import { proceedingsOf } from './proceedings-view.ts'
import { correctionPointsOf, sentenceOf } from './sentences.ts'
import { signatureViewOf } from './signature-view.ts'

type Language = 'zh' | 'en'

/** The view of a case for one reader who may see it; a look by staff at personal data is recorded first. */
export async function viewOf(
  inside: Inside,
  found: Case,
  who: Who,
  language: Language,
): Promise<ApplicationView> {
  const { application, item, id } = found
  const standing = standingOf(who, application, item)
  const masked = standing === undefined || standing === 'supervisor'
  if (standing === 'office' || standing === 'asked') {
    const at = inside.clock.now().toISOString()
    await inside.journal.recordLook({
      actor: actorOf(who),
      at,
      caseId: id,
      what: 'application',
      reason: lookReason(who, standing, application),
    })
  }
  const reckoning = reckoningOf(inside)
  const own = await withoutWhatIsTooLate(inside, found, actionsOf(who, standing, application, item))
  const behalf = standing === 'office' ? await actionsForOthers(inside, who, found, own) : []
  const actions = [...own, ...new Set(behalf.flatMap(({ actions: acts }) => acts))]
  const [documents, licence, owed, handling, place] = await Promise.all([
    standing === 'asked' ? [] : documentsOf(inside, found),
    licenceOfApplication(inside, found),
    inside.fees.findOwed([id]),
    handlingOf(inside, found, { id: actorOf(who).id, standing, language }),
    placeViewOf(inside, found),
  ])
  const delivery = deliveryClockOf(application, reckoning)
  return {
    ...headOf(inside, found, reckoning, owed.get(id)),
    applicant: applicantOf(found, masked),
    signature: signatureViewOf(application),
    delivery: application.delivery,
    ...deliveryViewOf(inside, application, masked),
    form: masked ? {} : { ...application.form },
    answers: answersOf(inside, found, masked, language),
    materials: materialsOf(found, masked),
    correction: correctionPointsOf(found),
    ...clockViewsOf(inside, found, reckoning, language),
    deliveryDue: delivery && clockView(delivery, plainStateOf(delivery, undefined), reckoning, language),
    steps: stepsOf(found, standing === 'applicant' || standing === 'asked'),
    proceedings: proceedingsOf(inside, found, standing),
    handling,
    place,
    decision: application.decision && {
      outcome: application.decision.outcome,
      reasons: application.decision.reasons,
      at: application.decision.at,
      by: application.decision.onBehalfOf
        ? `${application.decision.by}（代 ${application.decision.onBehalfOf}）`
        : application.decision.by,
    },
    ...(rightsAreTold(application.status, actions) ? { rights: rightsInWords(inside.city) } : {}),
    licence,
    documents,
    journal: journalOf(found, standing),
    cards: standing === 'applicant' ? [] : application.cards.map((card) => ({ ...card })),
    clockStops: standing === 'office' ? [...item['clock-stops']] : undefined,
    actions,
    ...(behalf.length > 0 ? { onBehalf: behalf } : {}),
  }
}

/** A merge is undone only while the case that was kept is open. */
async function withoutWhatIsTooLate(inside: Inside, { application }: Case, actions: readonly string[]) {
  const into = application.handling?.mergedInto?.into
  if (!into || !actions.includes('undoMerge')) return actions
  const kept = await findCase(inside, into.id)
  return kept && !isConcluded(kept.application) ? actions : actions.filter((action) => action !== 'undoMerge')
}

/** What this reader may do here only for another who gave a mandate. */
async function actionsForOthers(inside: Inside, who: Who, found: Case, own: readonly string[]) {
  const { application, item } = found
  const held = await mandatesHeldBy(inside, who)
  return held.flatMap(({ mandate }) => {
    if (mandate.organ !== item.organ || who.kind !== 'staff') return []
    const acts = actsOpenOn(mandate, application, item, who.id).filter((act) => !own.includes(act))
    return acts.length > 0 ? [{ name: mandate.from.name, actions: [...acts] as string[] }] : []
  })
}

/** Why this member of staff looks. */
function lookReason(
  who: Who,
  standing: Standing,
  { handling }: Pick<Case['application'], 'handling'>,
): LookReason {
  if (standing !== 'asked') return 'case-page'
  const offered =
    handling?.transfer?.state === 'offered' && who.kind === 'staff' && handling.transfer.to === who.organ
  return offered ? 'transfer-offered' : 'opinion-asked'
}

/** What every view of a case begins with. */
export function headOf(
  inside: Inside,
  { id, application, item }: Case,
  reckoning: Reckoning,
  owed: Owed | undefined,
) {
  const organ = getOrgan(inside.city, item.organ)
  return {
    id,
    number: application.number,
    revision: application.revision,
    item: { code: item.code, version: item.version, name: item.name, handling: item.handling },
    organ: { id: organ.id, name: organ.name, short: organ.short },
    status: application.status,
    sentence: sentenceWithOwed(sentenceOf(application, item, organ, reckoning), owed),
    channel: application.channel,
    submittedAt: application.submittedAt,
    acceptedAt: application.acceptedAt,
    concludedAt: application.concludedAt,
  }
}

function applicantOf({ application: { applicant } }: Case, masked: boolean): ApplicationView['applicant'] {
  const person = applicant.kind === 'person'
  const hide = (name: string) => (masked ? maskName(name) : name)
  return {
    kind: applicant.kind,
    name: person ? hide(applicant.name) : applicant.name,
    code: person ? maskIdCard(applicant.idCard) : applicant.uscc,
    agent: person ? undefined : hide(applicant.agent),
    phone: masked ? maskPhone(applicant.phone) : applicant.phone,
    masked,
  }
}

function answersOf(inside: Inside, { application, item }: Case, masked: boolean, language: Language) {
  return visibleFields(item.fields, application.form).map((field) => {
    const text = fieldText(field, application.form[field.id], language, inside.city.regions.names)
    return {
      id: field.id,
      section: field.section,
      label: field.label,
      text: masked && field.personal && text !== '' ? '***' : text,
      changed: application.changed.includes(field.id) || undefined,
    }
  })
}

function materialsOf({ id, application, item }: Case, masked: boolean): ApplicationView['materials'] {
  return item.materials.map((material) => {
    const given = application.materials.find((one) => one.material === material.id)
    return {
      id: material.id,
      name: material.name,
      required: isRequired(material, application.form),
      trust: given?.trust,
      seen: given?.seen && { by: given.seen.by.name, at: given.seen.at },
      held: given?.held,
      hidden: masked ? given?.files.length : undefined,
      files: masked
        ? []
        : (given?.files ?? []).map((file) => ({
            ...file,
            href: `/api/approvals/applications/${id}/files/${file.digest}`,
          })),
    }
  })
}

/** Both clocks after acceptance, the intake clock before it. */
export function clockViewsOf(
  inside: Inside,
  { application, item }: Pick<Case, 'application' | 'item'>,
  reckoning: Reckoning,
  language: Language,
): { clocks?: NonNullable<ApplicationView['clocks']>; intakeDue?: ClockView } {
  const clocks = clocksOf(application, item, reckoning)
  const { concludedAt } = application
  const beside = clockWords(inside, { application }, language)
  const told = (clock: Due, state: WatchState) => {
    const shown = clockView(clock, state, reckoning, language)
    return { ...shown, explanation: [...shown.explanation, ...beside] }
  }
  if (clocks) {
    const { promised, statutory } = clocks
    return {
      clocks: {
        promised: told(promised, watchStateOf(clocks, reckoning, concludedAt)),
        statutory: told(statutory, plainStateOf(statutory, concludedAt)),
      },
    }
  }
  if (application.status !== 'submitted') return {}
  const intake = intakeClockOf(application, reckoning)
  return { intakeDue: told(intake, plainStateOf(intake, undefined)) }
}

function clockView(
  clock: Due,
  state: WatchState,
  { calendar, now }: Reckoning,
  language: Language,
): ClockView {
  return {
    due: clock.due,
    provisional: clock.provisional,
    stopped: clock.state === 'stopped',
    remaining: remainingWorkingDays(now, clock.due, calendar),
    state,
    explanation: explain(clock.explanation, language),
  }
}

/** Steps as they were done, the one under way, and those ahead on this case's path. */
export function stepsOf({ application, item }: Case, forApplicant: boolean): StepView[] {
  const nameOf = (id: string): Words => {
    const name = item.steps.find((step) => step.id === id)?.name ?? { zh: id }
    return { zh: name.zh, en: name.en ?? name.zh }
  }
  const done: StepView[] = application.stepsDone.map((record) => ({
    id: record.step,
    name: nameOf(record.step),
    state: 'done',
    by: record.staff.map((one) => one.name),
    at: record.at,
    // Findings are the office's working notes until the decision repeats what matters of them.
    findings: forApplicant ? undefined : record.findings,
    passed: record.passed,
  }))
  if (application.concludedAt) return done
  const ahead = pathOf(item, application.form).filter((step) => !done.some((one) => one.id === step.id))
  return [...done, ...ahead.map((step) => stepAhead(step, application.step))]
}

function stepAhead(step: ServiceItem['steps'][number], current: string | undefined): StepView {
  return {
    id: step.id,
    name: step.name,
    state: step.id === current ? 'current' : 'ahead',
    role: step.by,
    people: step.people,
    kind: step.kind,
    signers: step.signers,
  }
}

/** The journal as this reader may read it: working notes are the office's. */
export function journalOf(found: Case, standing: Standing | undefined): JournalLine[] {
  return journalLinesOf(found, standing === 'office' || standing === 'supervisor')
}
