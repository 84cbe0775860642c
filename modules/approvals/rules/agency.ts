/**
 * 代理 — who works on an intake in another's name, and what stays with the clerk of a window.
 */
import { type Refusal, refuse, type Who } from '@mashang/kit'
import type { IntakeOutcome } from '../contract/index.ts'

/** An assistant who is neither a clerk nor an officer acts for the applicant, not for the office. */
export function isAgent(who: Who): boolean {
  return (
    who.kind === 'staff' &&
    who.roles.includes('assistant') &&
    !who.roles.some((role) => role === 'window-clerk' || role === 'handling-officer')
  )
}

/** Whoever acts for the applicant hands in; the office looks at originals and tells the outcome. */
export function anAgentHandsInAndDoesNotDecide(
  who: Who,
  act: IntakeOutcome['kind'] | 'seen',
): Refusal | undefined {
  return isAgent(who) && act !== 'receive'
    ? refuse('agent-does-not-decide', { rule: 'anAgentHandsInAndDoesNotDecide' })
    : undefined
}
