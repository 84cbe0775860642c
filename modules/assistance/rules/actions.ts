import { type Help, isOver } from './help.ts'
import type { Standing } from './helping.ts'
import { stateOfMandate } from './mandate.ts'

/** Commands a reader may give now, by the endpoint's name; the rules themselves still judge each of them. */
export function actionsOf(standing: Standing, help: Help, now: Date): string[] {
  if (isOver(help) || standing === 'supervisor') return []
  const state = help.mandate && stateOfMandate(help.mandate, now)
  const live = state !== undefined && state !== 'revoked' && state !== 'over'
  if (standing === 'any-assistant') return help.status === 'waiting' ? ['takeHelp'] : []
  if (standing === 'principal')
    return [
      ...(help.assistant ? ['writeToAssistant'] : []),
      ...(state === 'offered' ? ['signMandate'] : []),
      ...(live ? ['revokeMandate'] : []),
      'endHelp',
    ]
  return [
    'writeToPrincipal',
    'appointHelp',
    'setChecklist',
    ...(help.kind === 'agency' && !live ? ['offerMandate'] : []),
    ...(state === 'in-force' && !help.application ? ['openMandatedIntake'] : []),
    ...(live ? ['renounceMandate'] : []),
    'concludeHelp',
    'endHelpAtDesk',
  ]
}
