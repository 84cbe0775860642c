/**
 * Who may see and do what on a case: the row-level rules behind the endpoints' access.
 */

import type { ServiceItem } from '@mashang/flow'
import type { Who } from '@mashang/kit'
import type { Application } from './application.ts'

/** How a reader stands to a case; undefined = to him it does not exist. */
export type Standing = 'applicant' | 'office' | 'supervisor'

/** own-application, own-organ: the applicant reads his own, an office its own organ's, a supervisor all (masked). */
export function standingOf(
  who: Who,
  application: Pick<Application, 'applicant'>,
  item: Pick<ServiceItem, 'organ'>,
): Standing | undefined {
  if (who.kind === 'citizen') return application.applicant.personId === who.id ? 'applicant' : undefined
  if (who.kind !== 'staff') return undefined
  const works = who.roles.some((role) => OFFICE_ROLES.includes(role))
  // A window clerk belongs to the centre and takes in for every organ: one window accepts.
  if (works && (who.organ === item.organ || who.roles.includes('window-clerk'))) return 'office'
  return who.roles.includes('supervisor') || who.roles.includes('administrator') ? 'supervisor' : undefined
}

const OFFICE_ROLES: readonly string[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']

/** Commands a reader may give now, by the endpoint's name; the rules themselves still judge each of them. */
export function actionsOf(
  who: Who,
  standing: Standing | undefined,
  application: Application,
  item: ServiceItem,
): readonly string[] {
  if (standing === 'applicant') return applicantActions(application)
  if (who.kind !== 'staff') return []
  const has = (...roles: string[]) => who.roles.some((role) => roles.includes(role))
  const actions: string[] = []
  if (standing === 'office') {
    if (application.status === 'submitted' && has('window-clerk', 'handling-officer')) {
      actions.push('acceptApplication')
      if (!application.correction) actions.push('requestCorrection')
      actions.push('correctOnTheSpot', 'declineApplication', 'findNotNeeded')
    }
    if (application.status === 'under-review') actions.push(...reviewActions(who.roles, application, item))
    if (application.status === 'clock-stopped' && has('handling-officer', 'approval-head'))
      actions.push('resumeClock')
    if (application.decision && !application.deliveredAt && has('window-clerk', 'handling-officer'))
      actions.push('deliverResult')
  }
  const open = ['submitted', 'under-review', 'clock-stopped', 'awaiting-correction'].includes(
    application.status,
  )
  if (open && has('supervisor', 'administrator')) actions.push('remindOffice')
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

function reviewActions(
  roles: readonly string[],
  application: Application,
  item: ServiceItem,
): readonly string[] {
  const step = item.steps.find((one) => one.id === application.step)
  const actions: string[] = []
  if (step && roles.includes(step.by)) actions.push(step.ends ? 'decideApplication' : 'concludeStep')
  if (
    item['clock-stops'].length > 0 &&
    (roles.includes('handling-officer') || roles.includes('approval-head'))
  )
    actions.push('stopClock')
  if (!application.extension && roles.includes('approval-head')) actions.push('extendLimit')
  return actions
}
