import {
  actorOf,
  type Handlers,
  isRefusal,
  legalDayOf,
  type Refusal,
  refuse,
  type StaffRole,
} from '@mashang/kit'
import type { deskEndpoints } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { refuseUnlessOpen } from '../rules/intake.ts'
import { nothingIsHandedOverWhileAFeeIsOwed } from '../rules/owed.ts'
import {
  concludeStep,
  decide,
  extensionIsGrantedOnceInTime,
  onlyNamedProceduresStopTheClock,
  resumeClock,
} from '../rules/review.ts'
import type { StepContext } from '../rules/step-kinds/step-kind.ts'
import { clocksOf, isOverdue } from '../rules/time-limit.ts'
import { whatWasHandedOnIsItsReceivers } from '../rules/transfer.ts'
import { reckoningOf } from '../store/cases.ts'
import { commandOnCase } from './desk-command.ts'
import { forOneselfOrAnother } from './for-another.ts'

type ReviewCommands = Pick<
  Handlers<typeof deskEndpoints>,
  'concludeStep' | 'stopClock' | 'resumeClock' | 'extendLimit' | 'decideApplication' | 'remindOffice'
>

/** What a kind of step looks at beside the case. */
function stepContextOf({ city, clock }: Inside): StepContext {
  return {
    today: legalDayOf(clock.now()),
    limits: city.limits,
    organName: (id) => getOrgan(city, id).name,
  }
}

/** The door lets these in by their roles; what counts here are the roles they have on this very case. */
export function refuseUnless(
  roles: readonly StaffRole[],
  ...needed: readonly StaffRole[]
): Refusal | undefined {
  return needed.some((role) => roles.includes(role)) ? undefined : refuse('not-allowed')
}

/** Review, clock stops, extension, decision and reminder. */
export function reviewCommands(inside: Inside): ReviewCommands {
  return {
    concludeStep: (request) =>
      commandOnCase(inside, request, (found, roles) => {
        const { passed, findings, with: others = [] } = request.input
        const { who } = request
        const self = who.kind === 'staff' ? [{ id: who.id, name: who.name }] : []
        const named = others.map((name) => name.trim()).filter((name) => name !== '')
        const staff = [...self, ...named.map((name) => ({ id: '', name }))]
        const { application, item } = found
        return forOneselfOrAnother(
          inside,
          { who, act: 'concludeStep', found, roles },
          (has, person) =>
            whatWasHandedOnIsItsReceivers(application, person, has) ??
            concludeStep(application, item, { passed, findings, staff }, has, stepContextOf(inside)),
        )
      }),
    stopClock: (request) =>
      commandOnCase(inside, request, ({ application, item }, roles) => {
        const { kind, reason, length } = request.input
        const shut = refuseUnless(roles, 'handling-officer', 'approval-head')
        if (shut) return shut
        return onlyNamedProceduresStopTheClock(application, item, { kind, reason, expected: length })
      }),
    resumeClock: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application, item }, roles) =>
          refuseUnless(roles, 'handling-officer', 'approval-head') ??
          resumeClock(application, item, request.input.note),
      ),
    extendLimit: extendLimit(inside),
    decideApplication: (request) =>
      commandOnCase(inside, request, async (found, roles) => {
        const { outcome, reasons } = request.input
        const { id, application, item } = found
        const decided = await forOneselfOrAnother(
          inside,
          { who: request.who, act: 'decideApplication', found, roles, outcome },
          (has) => decide(application, item, { outcome, reasons }, has, actorOf(request.who)),
        )
        // A refusal is never kept back for a fee.
        if (isRefusal(decided) || outcome !== 'grant') return decided
        return nothingIsHandedOverWhileAFeeIsOwed(await inside.fees.owes(id, 'before-decision')) ?? decided
      }),
    remindOffice: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application }) =>
          refuseUnlessOpen(application) ?? [
            { kind: 'reminded', content: { note: request.input.note, automatic: false } },
          ],
      ),
  }
}

/** 延期, by the head or who stands in for him. */
function extendLimit(inside: Inside): ReviewCommands['extendLimit'] {
  const { limits } = inside.city
  return (request) =>
    commandOnCase(inside, request, (found, roles) => {
      const { application, item } = found
      const reckoning = reckoningOf(inside)
      const due = clocksOf(application, item, reckoning)?.statutory.due ?? ''
      const statutory = { due, overdue: isOverdue({ due }, reckoning.now) }
      const { reason } = request.input
      return forOneselfOrAnother(
        inside,
        { who: request.who, act: 'extendLimit', found, roles },
        (has) =>
          refuseUnless(has, 'approval-head') ??
          extensionIsGrantedOnceInTime(application, reason, limits.extension.days, statutory),
      )
    })
}
