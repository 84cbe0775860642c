/**
 * Who may see and do what on a case: the row-level rules behind the endpoints' access.
 */

import type { ServiceItem } from '@mashang/flow'
import type { StaffRole, Who } from '@mashang/kit'
import { type Application, isConcluded } from './application.ts'
import { maySign } from './signing.ts'
import { findStepAt, stepKindOf } from './step-kinds/register.ts'
import type { ActBy } from './step-kinds/step-kind.ts'

/** How a reader stands to a case; undefined = to him it does not exist. */
export type Standing = 'applicant' | 'office' | 'asked' | 'supervisor'

/**
 * own-application, own-organ: the applicant reads his own, an office its own organ's, a supervisor all (masked). An
 * organ that is asked for its opinion reads what it is asked about, for as long as the step lasts; one that a case is
 * offered to, until it has answered.
 */
export function standingOf(
  who: Who,
  application: Pick<Application, 'applicant' | 'status' | 'proceedings' | 'handling'>,
  item: Pick<ServiceItem, 'organ'>,
): Standing | undefined {
  if (who.kind === 'citizen') return application.applicant.personId === who.id ? 'applicant' : undefined
  if (who.kind !== 'staff') return undefined
  const roles = rolesOn(who, item)
  if (roles.some((role) => OFFICE_ROLES.includes(role))) return 'office'
  if (isAsked(who, application)) return 'asked'
  return roles.includes('supervisor') || roles.includes('administrator') ? 'supervisor' : undefined
}

function isOfferedTo(organ: string, { handling }: Pick<Application, 'handling'>): boolean {
  return handling?.transfer?.state === 'offered' && handling.transfer.to === organ
}

/** Handling officers and heads answer for an organ that is asked. */
function isAsked(
  who: Extract<Who, { kind: 'staff' }>,
  application: Pick<Application, 'status' | 'proceedings' | 'handling'>,
): boolean {
  const asked = application.proceedings?.asked
  return (
    !isConcluded(application) &&
    (asked?.organs.includes(who.organ) === true || isOfferedTo(who.organ, application)) &&
    who.roles.some((role) => OFFICERS.includes(role))
  )
}

/**
 * The roles a reader has on a case: on one of the own organ all of them, on another's only those that are not of an
 * organ. An officer who also serves at a window must not decide what another organ decides.
 */
export function rolesOn(who: Who, item: Pick<ServiceItem, 'organ'>): readonly StaffRole[] {
  if (who.kind !== 'staff') return []
  return who.organ === item.organ ? who.roles : who.roles.filter((role) => !ORGAN_ROLES.includes(role))
}

/** A window clerk belongs to the centre and takes in for every organ: one window accepts. These belong to theirs. */
const ORGAN_ROLES: readonly StaffRole[] = ['handling-officer', 'inspector', 'approval-head']

const OFFICERS: readonly string[] = ['handling-officer', 'approval-head']
const OFFICE_ROLES: readonly string[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']

/** Commands a reader may give now, by the endpoint's name; the rules themselves still judge each of them. */
export function actionsOf(
  who: Who,
  standing: Standing | undefined,
  application: Application,
  item: ServiceItem,
): readonly string[] {
  if (standing === 'applicant')
    return [...actsBy('applicant', application, item), ...applicantActions(application)]
  if (who.kind !== 'staff') return []
  if (standing === 'asked') {
    const offered = isOfferedTo(who.organ, application) ? ['takeTransfer', 'sendTransferBack'] : []
    const waits = application.proceedings?.asked?.organs.includes(who.organ)
    return [...offered, ...(waits ? actsBy('asked', application, item) : [])]
  }
  const held = rolesOn(who, item)
  const has = (...roles: string[]) => held.some((role) => roles.includes(role))
  const actions: string[] = []
  if (standing === 'office') {
    if (application.status === 'submitted' && has('window-clerk', 'handling-officer')) {
      actions.push('acceptApplication')
      if (!application.correction) actions.push('requestCorrection')
      actions.push('correctOnTheSpot', 'declineApplication', 'findNotNeeded')
    }
    if (application.status === 'under-review') actions.push(...reviewActions(who.id, held, application, item))
    if (application.status === 'clock-stopped' && has('handling-officer', 'approval-head')) {
      actions.push(...actsBy('lead', application, item))
      const at = findStepAt(application, item)
      if (!at || !stepKindOf(at.step).holdsTheClock?.(at)) actions.push('resumeClock')
    }
    if (application.decision && !application.deliveredAt && has('window-clerk', 'handling-officer'))
      actions.push('deliverResult')
    const unseen = application.materials.some(({ trust, files }) => trust === 'C' && files.length > 0)
    if (unseen && !isConcluded(application) && has('window-clerk', 'handling-officer'))
      actions.push('sawOriginal')
  }
  const open = ['submitted', 'under-review', 'clock-stopped', 'awaiting-correction'].includes(
    application.status,
  )
  if (open && has('supervisor', 'administrator')) actions.push('remindOffice')
  actions.push(...cardActions(who, held, application, item))
  if (standing === 'office' || standing === 'supervisor')
    actions.push(...handlingActions(who.id, standing, held, application))
  return actions
}

/** What may still be said about a card: by the head of its office once, then by supervision of another. */
function cardActions(
  who: Extract<Who, { kind: 'staff' }>,
  held: readonly StaffRole[],
  { cards }: Application,
  { organ }: ServiceItem,
): readonly string[] {
  const own = who.organ === organ
  const actions: string[] = []
  if (own && held.includes('approval-head') && cards.some(({ appeal }) => !appeal)) actions.push('appealCard')
  if (!own && held.includes('supervisor') && cards.some(({ appeal, ruling }) => appeal && !ruling))
    actions.push('ruleOnCard')
  return actions
}

/** Before acceptance a case lies at the windows too; after it, with its organ's officers alone. */
export function whoHandles({
  acceptedAt,
  status,
}: Pick<Application, 'acceptedAt' | 'status'>): readonly StaffRole[] {
  const officers: readonly StaffRole[] = ['handling-officer', 'approval-head']
  const atIntake = !acceptedAt && (status === 'submitted' || status === 'awaiting-correction')
  return atIntake ? ['window-clerk', ...officers] : officers
}

/** Who may merge a case may undo it: as it stood before it ended. */
export function mayMerge({ acceptedAt, status, handling }: Application): readonly StaffRole[] {
  return whoHandles({ acceptedAt, status: handling?.mergedInto?.before?.status ?? status })
}

/** Handing on, transfer, merge and rectification. */
function handlingActions(
  reader: string,
  standing: Standing,
  held: readonly StaffRole[],
  application: Application,
): readonly string[] {
  const { transfer, proposal } = application.handling ?? {}
  const open = !isConcluded(application)
  if (
    standing === 'office' &&
    held.some((role) => mayMerge(application).includes(role)) &&
    application.status === 'merged'
  )
    return ['undoMerge']
  if (standing === 'supervisor')
    return open && transfer?.state === 'sent-back' && held.includes('supervisor') ? ['ruleOnTransfer'] : []
  const officer = held.some((role) => OFFICERS.includes(role))
  if (!held.some((role) => whoHandles(application).includes(role))) return []
  const actions: string[] = []
  if (officer && proposal && proposal.by.id !== reader) actions.push('confirmRectification')
  if (officer && proposal) actions.push('rejectRectification')
  if (officer && open) actions.push('reassignCase')
  if (open && !transfer) actions.push('offerTransfer')
  if (open) actions.push('mergeCase')
  if (!proposal && application.status !== 'merged') actions.push('proposeRectification')
  return actions
}

function applicantActions(application: Application): readonly string[] {
  switch (application.status) {
    case 'awaiting-correction':
      return ['correctApplication', 'withdrawApplication']
    case 'submitted':
    case 'under-review':
    case 'clock-stopped':
      return ['withdrawApplication']
    default:
      return []
  }
}

/** Acts of the step under way that are this one's, as its kind says. */
function actsBy(who: ActBy, application: Application, item: ServiceItem): readonly string[] {
  const at = isConcluded(application) ? undefined : findStepAt(application, item)
  return at
    ? stepKindOf(at.step)
        .acts(at)
        .flatMap(({ name, by }) => (by === who ? [name] : []))
    : []
}

function reviewActions(
  reader: string,
  roles: readonly string[],
  application: Application,
  item: ServiceItem,
): readonly string[] {
  const step = item.steps.find((one) => one.id === application.step)
  const officer = roles.some((role) => OFFICERS.includes(role))
  const actions: string[] = officer ? [...actsBy('lead', application, item)] : []
  const own = step !== undefined && roles.includes(step.by)
  if (own && !step.ends) actions.push('concludeStep')
  if (own && step.ends && maySign(application, reader)) actions.push('decideApplication')
  if ((own || roles.includes('approval-head')) && application.stepsDone.length > 0)
    actions.push('returnToStep')
  if (item['clock-stops'].length > 0 && officer) actions.push('stopClock')
  if (!application.extension && roles.includes('approval-head')) actions.push('extendLimit')
  return actions
}
