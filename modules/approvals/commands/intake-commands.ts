import { type Handlers, isRefusal } from '@mashang/kit'
import type { deskEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { aCorrectionKeepsItsLicence } from '../licences/rules/acted-on.ts'
import {
  accept,
  correctionMustBeAskedOnceInFull,
  declineNamesTheRightOrgan,
  mistakesOnTheSpotAreCorrectedThere,
  notNeededIsToldAtOnce,
} from '../rules/intake.ts'
import { formFitsItsDefinition } from '../rules/submission.ts'
import { intakeClockOf, isOverdue } from '../rules/time-limit.ts'
import { type Case, reckoningOf } from '../store/cases.ts'
import { askedForHeld } from './asked-again.ts'
import { commandOnCase } from './desk-command.ts'

type IntakeCommands = Pick<
  Handlers<typeof deskEndpoints>,
  'acceptApplication' | 'requestCorrection' | 'declineApplication' | 'findNotNeeded' | 'correctOnTheSpot'
>

/** The five outcomes of intake (行政许可法 第三十二条). */
export function intakeCommands(inside: Inside): IntakeCommands {
  const intakeDue = ({ application }: Case) => {
    const reckoning = reckoningOf(inside)
    const { due } = intakeClockOf(application, reckoning)
    return { due, overdue: isOverdue({ due }, reckoning.now) }
  }
  return {
    acceptApplication: (request) =>
      commandOnCase(inside, request, ({ application }) => accept(application, request.input.note ?? '')),
    requestCorrection: (request) =>
      commandOnCase(inside, request, async (found) => {
        const { points, note = '' } = request.input
        const asked = correctionMustBeAskedOnceInFull(
          found.application,
          found.item,
          points,
          note,
          intakeDue(found),
        )
        return isRefusal(asked) ? asked : ((await askedForHeld(inside, found, points, request)) ?? asked)
      }),
    declineApplication: (request) =>
      commandOnCase(inside, request, ({ application }) =>
        declineNamesTheRightOrgan(application, request.input.reason, request.input.rightOrgan),
      ),
    findNotNeeded: (request) =>
      commandOnCase(inside, request, ({ application }) =>
        notNeededIsToldAtOnce(application, request.input.reason),
      ),
    correctOnTheSpot: (request) =>
      commandOnCase(inside, request, ({ application, item }) => {
        const context = { now: inside.clock.now(), regionNames: inside.city.regions.names }
        const form = formFitsItsDefinition(item, { ...application.form, ...request.input.form }, context)
        if (isRefusal(form)) return form
        return (
          aCorrectionKeepsItsLicence(application.licence, item, form) ??
          mistakesOnTheSpotAreCorrectedThere(application, form, request.input.note)
        )
      }),
  }
}
