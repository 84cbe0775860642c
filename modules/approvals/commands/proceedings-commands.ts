import { due, findStep } from '@mashang/flow'
import { type Handlers, isRefusal } from '@mashang/kit'
import type { proceedingsEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { refuseUnlessUnderReview, stepBelongsToItsRole } from '../rules/review.ts'
import { aCaseReturnsOnlyToAStepBehindIt } from '../rules/signing.ts'
import { onlyWhoWasAskedAnswers, opinionsAreAskedTogether } from '../rules/step-kinds/asked.ts'
import { stepTaking } from '../rules/step-kinds/register.ts'
import { periodOf } from '../rules/time-limit.ts'
import { commandOnCase } from './desk-command.ts'
import { refuseUnless } from './review-commands.ts'

type ProceedingsCommands = Pick<
  Handlers<typeof proceedingsEndpoints>,
  'requestOpinions' | 'giveOpinion' | 'returnToStep'
>

/** What the kinds of steps consist of: opinions asked and given, and the way back. */
export function proceedingsCommands(inside: Inside): ProceedingsCommands {
  return {
    requestOpinions: (request) =>
      commandOnCase(inside, request, ({ application, item }, roles) => {
        const shut =
          refuseUnless(roles, 'handling-officer', 'approval-head') ?? refuseUnlessUnderReview(application)
        if (shut) return shut
        const at = stepTaking('opinions-requested', application, item)
        if (isRefusal(at)) return at
        const last = lastDay(inside, at.step.within)
        return opinionsAreAskedTogether(at, inside.city.organs, request.input.note, last)
      }),
    giveOpinion: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application, item }) => {
          const shut = refuseUnlessUnderReview(application)
          if (shut) return shut
          const at = stepTaking('opinion-given', application, item)
          if (isRefusal(at)) return at
          const organ = request.who.kind === 'staff' ? request.who.organ : ''
          return onlyWhoWasAskedAnswers(at, organ, request.input.verdict, request.input.text.trim())
        },
        ['asked'],
      ),
    returnToStep: (request) =>
      commandOnCase(inside, request, ({ application, item }, roles) => {
        const closed = refuseUnlessUnderReview(application)
        if (closed) return closed
        const step = application.step && findStep(item, application.step)
        const wrong = step && !roles.includes('approval-head') ? stepBelongsToItsRole(step, roles) : undefined
        return (
          wrong ?? aCaseReturnsOnlyToAStepBehindIt(application, item, request.input.to, request.input.reason)
        )
      }),
  }
}

/** The last day of a period that begins today. */
export function lastDay({ city, clock }: Inside, within: string): string {
  const end = due({ start: clock.now().toISOString(), period: periodOf(within), calendar: city.calendar })
  if (isRefusal(end)) throw new Error(`the clock refuses a day of ours: ${end.code}`)
  return end.due
}
