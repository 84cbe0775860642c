/**
 * 窗口收件 — intake at a window: what is told there and then, in full, while the applicant waits.
 */
import { checkForm, type FormContext, type FormValues, keptValues, type ServiceItem } from '@mashang/flow'
import { type FieldRefusal, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { CorrectionPoint, GivenMaterial, IntakeOutcome } from '../contract/index.ts'
import { isAgent } from './agency.ts'
import type { Application } from './application.ts'
import {
  accept,
  correctionMustBeAskedOnceInFull,
  declineNamesTheRightOrgan,
  mistakesOnTheSpotAreCorrectedThere,
  notNeededIsToldAtOnce,
} from './intake.ts'
import { everyRequiredMaterialIsGiven, formFitsItsDefinition } from './submission.ts'

const ARTICLE_32 = '行政许可法 第三十二条'

/** A window clerk belongs to the centre and takes in for every organ, an officer for his own alone. */
export function anOfficerTakesInForHisOwnOrgan(
  who: Who,
  item: Pick<ServiceItem, 'organ' | 'name'>,
): Refusal | undefined {
  if (who.kind !== 'staff') return refuse('not-allowed')
  // Whoever acts under a mandate acts for the applicant, with whatever organ it is.
  if (isAgent(who)) return undefined
  if (who.roles.includes('window-clerk') || who.organ === item.organ) return undefined
  return refuse('item-of-another-organ', {
    rule: 'anOfficerTakesInForHisOwnOrgan',
    facts: { name: item.name },
  })
}

/** What stands in the way of acceptance: answers that are wrong or missing, and materials that are not there. */
export interface Lacking {
  readonly fields: readonly FieldRefusal[]
  readonly materials: readonly FieldRefusal[]
}

export function lackingIn(
  item: ServiceItem,
  form: FormValues,
  materials: readonly GivenMaterial[],
  context: FormContext,
): Lacking {
  return {
    fields: checkForm(item.fields, form, context),
    materials: everyRequiredMaterialIsGiven(item, form, materials)?.fields ?? [],
  }
}

/**
 * The form as it is journaled. What can be accepted has to be right; whatever else is received as far as it reads,
 * and what does not is among the points of the correction.
 */
export function formToReceive(
  item: ServiceItem,
  form: FormValues,
  context: FormContext,
  accepts: boolean,
): FormValues | Refusal {
  if (accepts) return formFitsItsDefinition(item, form, context)
  const wrong = new Set(checkForm(item.fields, form, context).map(({ path }) => path))
  const readable = Object.entries(form).filter(([id]) => !wrong.has(`form.${id}`))
  return keptValues(item.fields, Object.fromEntries(readable))
}

/** At a window everything that is lacking is known: the one notice names all of it (许可法 32). */
export function theOneNoticeLeavesNothingOut(
  points: readonly CorrectionPoint[],
  lacking: Lacking,
): Refusal | undefined {
  const named = new Set(points.map(({ target }) => target))
  const left = [...lacking.fields, ...lacking.materials].filter(({ path }) => !named.has(path))
  if (left.length === 0) return undefined
  return refuse('correction-leaves-out', {
    rule: 'theOneNoticeLeavesNothingOut',
    article: ARTICLE_32,
    facts: { count: left.length },
    fields: left,
  })
}

/** Whether an outcome takes the application up, for which it has to be complete. */
export function isAcceptance({ kind }: IntakeOutcome): boolean {
  return kind === 'accept' || kind === 'correct-on-the-spot'
}

/** The entries of an outcome, by the same rules as at the desk; none where it is received only. */
export function intakeHasOneOfFiveOutcomes(
  application: Application,
  item: ServiceItem,
  outcome: IntakeOutcome,
  lacking: Lacking,
  intakeDue: { readonly due: string; readonly overdue: boolean },
): readonly NewEntry[] | Refusal {
  if (isAcceptance(outcome)) {
    const missing = everyRequiredMaterialIsGiven(item, application.form, application.materials)
    if (missing) return missing
  }
  switch (outcome.kind) {
    case 'receive':
      return []
    case 'accept':
      return accept(application, outcome.note ?? '')
    case 'correct-on-the-spot':
      return mistakesOnTheSpotAreCorrectedThere(application, application.form, outcome.note)
    case 'request-correction': {
      const { points, note = '' } = outcome
      const asked = correctionMustBeAskedOnceInFull(application, item, points, note, intakeDue)
      return isRefusal(asked) ? asked : (theOneNoticeLeavesNothingOut(points, lacking) ?? asked)
    }
    case 'decline':
      return declineNamesTheRightOrgan(application, outcome.reason, outcome.rightOrgan)
    case 'not-needed':
      return notNeededIsToldAtOnce(application, outcome.reason)
  }
}
