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
  const { limits } = inside.city
  return {
    concludeStep: (request) =>
      commandOnCase(inside, request, ({ application, item }, roles) => {
        const { passed, findings, with: others = [] } = request.input
        const self = request.who.kind === 'staff' ? [{ id: request.who.id, name: request.who.name }] : []
        const named = others.map((name) => name.trim()).filter((name) => name !== '')
        const staff = [...self, ...named.map((name) => ({ id: '', name }))]
        const elsewhere = whatWasHandedOnIsItsReceivers(application, actorOf(request.who).id, roles)
        if (elsewhere) return elsewhere
        return concludeStep(application, item, { passed, findings, staff }, roles, stepContextOf(inside))
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
    extendLimit: (request) =>
      commandOnCase(inside, request, ({ application, item }, roles) => {
        const shut = refuseUnless(roles, 'approval-head')
        if (shut) return shut
        const reckoning = reckoningOf(inside)
        const due = clocksOf(application, item, reckoning)?.statutory.due ?? ''
        const statutory = { due, overdue: isOverdue({ due }, reckoning.now) }
        return extensionIsGrantedOnceInTime(
          application,
          request.input.reason,
          limits.extension.days,
          statutory,
        )
      }),
    decideApplication: (request) =>
      commandOnCase(inside, request, async ({ id, application, item }, roles) => {
        const { outcome, reasons } = request.input
        const decided = decide(application, item, { outcome, reasons }, roles, actorOf(request.who))
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
