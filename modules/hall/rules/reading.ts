/** Who reads which ratings. Pure. */
import type { Who } from '@mashang/kit'
import type { FollowUpState } from './follow-up.ts'

/** Supervision reads those of every organ, an office its own. */
export function isOfOwnOrgan(who: Who, organ: string): boolean {
  return who.kind === 'staff' && (who.roles.includes('supervisor') || who.organ === organ)
}

/** The organ's head holds a follow-up while it is open: only he is told whose rating it is, to call back. */
export function onlyWhoFollowsUpSeesThePerson(
  who: Who,
  organ: string,
  state: FollowUpState | undefined,
): boolean {
  return (
    who.kind === 'staff' &&
    who.organ === organ &&
    who.roles.includes('approval-head') &&
    (state === 'open' || state === 'overdue')
  )
}
