import { type Handlers, isRefusal, legalDayOf, type Refusal, type StaffRole } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { ApplicationEntryKind, proceedingsEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { refuseUnlessInReview, refuseUnlessUnderReview } from '../rules/review.ts'
import { announcedOnce, objectionIsAnsweredOnce } from '../rules/step-kinds/announcement.ts'
import {
  everyExpertGivesAnOpinion,
  onlyMembersGiveAnOpinion,
  panelsAreOdd,
} from '../rules/step-kinds/expert-review.ts'
import {
  aHearingIsAskedForInTime,
  aHearingIsCalledAheadAndInTime,
  aHearingMayBeWaived,
  theRecordFollowsTheHearing,
  theRightIsToldOnce,
} from '../rules/step-kinds/hearing.ts'
import { stepTaking } from '../rules/step-kinds/register.ts'
import type { StepAt } from '../rules/step-kinds/step-kind.ts'
import type { Case } from '../store/cases.ts'
import { type CaseRequest, commandOnCase } from './desk-command.ts'
import { lastDay } from './proceedings-commands.ts'
import { refuseUnless } from './review-commands.ts'

type ProcedureCommands = Pick<
  Handlers<typeof proceedingsEndpoints>,
  | 'announce'
  | 'answerObjection'
  | 'offerHearing'
  | 'requestHearing'
  | 'waiveHearing'
  | 'setHearing'
  | 'recordHearing'
  | 'formPanel'
  | 'recordExpertOpinion'
  | 'concludePanel'
>

type Entries = readonly NewEntry[] | Refusal

/** Announcement, hearing and expert review: what each consists of. */
export function procedureCommands(inside: Inside): ProcedureCommands {
  const { limits } = inside.city
  const today = () => legalDayOf(inside.clock.now())
  const lead = leading(inside)
  return {
    announce: (request) =>
      lead(request, 'announced', (at) => {
        const until = lastDay(inside, at.step.announcement?.days ?? at.step.within)
        return announcedOnce(at, request.input.text, today(), until)
      }),
    answerObjection: (request) => {
      const { number, answer, upheld } = request.input
      return lead(request, 'objection-answered', (at) => objectionIsAnsweredOnce(at, number, answer, upheld))
    },
    offerHearing: (request) => {
      const { parties, note } = request.input
      return lead(request, 'hearing-offered', (at) =>
        theRightIsToldOnce(at, parties, note, lastDay(inside, limits.hearing.request)),
      )
    },
    requestHearing: (request) =>
      commandOnCase(inside, request, (found, roles) => {
        const context = { today: today(), heldBy: lastDay(inside, limits.hearing.held), limits }
        const { reason, by = '' } = request.input
        if (request.who.kind !== 'citizen')
          return leadActs(found, roles, 'hearing-requested', (at) =>
            aHearingIsAskedForInTime(at, by || found.application.applicant.name, reason, context),
          )
        return applicantActs(found, 'hearing-requested', (at) =>
          aHearingIsAskedForInTime(at, found.application.applicant.name, reason, context),
        )
      }),
    waiveHearing: (request) =>
      commandOnCase(inside, request, (found) =>
        applicantActs(found, 'hearing-waived', (at) =>
          aHearingMayBeWaived(at, found.application.applicant.name),
        ),
      ),
    setHearing: (request) => {
      const { expected: _, ...call } = request.input
      const reviewers = request.who.kind === 'staff' ? [request.who.name] : []
      return lead(request, 'hearing-set', (at) =>
        aHearingIsCalledAheadAndInTime(at, call, { today: today(), limits, reviewers }),
      )
    },
    recordHearing: (request) => {
      const { attendees, record } = request.input
      return lead(request, 'hearing-recorded', (at) =>
        theRecordFollowsTheHearing(at, { attendees, record }, today(), limits),
      )
    },
    ...panelCommands(inside),
  }
}

/** Expert review. */
function panelCommands(
  inside: Inside,
): Pick<ProcedureCommands, 'formPanel' | 'recordExpertOpinion' | 'concludePanel'> {
  const lead = leading(inside)
  return {
    formPanel: (request) => {
      const { experts, note, length } = request.input
      return commandOnCase(
        inside,
        request,
        (found, roles) =>
          refuseUnlessUnderReview(found.application) ??
          leadActs(found, roles, 'panel-formed', (at) => panelsAreOdd(at, experts, note, length)),
      )
    },
    recordExpertOpinion: (request) => {
      const { expert, verdict, text } = request.input
      return lead(request, 'expert-opinion-given', (at) =>
        onlyMembersGiveAnOpinion(at, expert, verdict, text),
      )
    },
    concludePanel: (request) =>
      lead(request, 'panel-concluded', (at) =>
        everyExpertGivesAnOpinion(at, request.input.passed, request.input.text),
      ),
  }
}

/** A command of those who lead the review. */
function leading(inside: Inside) {
  return (request: CaseRequest, kind: ApplicationEntryKind, rule: (at: StepAt) => Entries) =>
    commandOnCase(inside, request, (found, roles) => leadActs(found, roles, kind, rule))
}

/** An act of those who lead the review. */
function leadActs(
  { application, item }: Case,
  roles: readonly StaffRole[],
  kind: ApplicationEntryKind,
  rule: (at: StepAt) => Entries,
): Entries {
  const shut = refuseUnless(roles, 'handling-officer', 'approval-head') ?? refuseUnlessInReview(application)
  if (shut) return shut
  const at = stepTaking(kind, application, item)
  return isRefusal(at) ? at : rule(at)
}

function applicantActs(
  { application, item }: Case,
  kind: ApplicationEntryKind,
  rule: (at: StepAt) => Entries,
): Entries {
  const shut = refuseUnlessInReview(application)
  if (shut) return shut
  const at = stepTaking(kind, application, item)
  return isRefusal(at) ? at : rule(at)
}
