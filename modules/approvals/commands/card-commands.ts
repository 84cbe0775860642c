import type { Handlers } from '@mashang/kit'
import type { cardEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { aCardIsAppealedOnceInTime, aCardIsRuledByAnotherOffice } from '../rules/card-appeal.ts'
import { reckoningOf } from '../store/cases.ts'
import { commandOnCase } from './desk-command.ts'
import { refuseUnless } from './review-commands.ts'

/** What is said about a card after it was given; while the case runs or after its end. */
export function cardCommands(inside: Inside): Handlers<typeof cardEndpoints> {
  return {
    appealCard: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application }, roles) =>
          refuseUnless(roles, 'approval-head') ??
          aCardIsAppealedOnceInTime(
            application,
            request.input,
            request.input.grounds.trim(),
            reckoningOf(inside),
          ),
      ),
    ruleOnCard: (request) =>
      commandOnCase(inside, request, ({ application, item }) => {
        const { outcome, reasons } = request.input
        const ruling = { outcome, reasons: reasons.trim() }
        return aCardIsRuledByAnotherOffice(application, request.input, ruling, request.who, item)
      }),
  }
}
