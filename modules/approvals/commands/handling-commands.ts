import { actorOf, type Handlers, isRefusal, type Refusal, type StaffRole } from '@mashang/kit'
import type { DocumentRef, handlingEndpoints, RecordSlip } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { whoHandles } from '../rules/reading.ts'
import {
  aSecondPersonRectifies,
  aSlipIsNamedWithWhatIsRight,
  rejectRectification,
} from '../rules/rectification.ts'
import { formFitsItsDefinition } from '../rules/submission.ts'
import {
  aCaseIsHandedOnWithinItsOrgan,
  aCaseIsTransferredOnce,
  aTransferIsSentBackOnce,
  onlyWhomItIsOfferedToTakesACase,
  theCentreRulesAfterATransferWasSentBack,
} from '../rules/transfer.ts'
import type { Case } from '../store/cases.ts'
import { type CaseRequest, commandOnCase } from './desk-command.ts'
import { mergeCommands } from './merge-commands.ts'
import { refuseUnless } from './review-commands.ts'

const OFFICERS: readonly StaffRole[] = ['handling-officer', 'approval-head']

/** A case changes hands, is joined with another, and has its record put right. */
export function handlingCommands(inside: Inside): Handlers<typeof handlingEndpoints> {
  const { organs } = inside.city
  const nameOf = (id: string) => {
    const name = organs.get(id)?.name
    return name && { zh: name.zh, en: name.en ?? name.zh }
  }
  const organOf = ({ who }: CaseRequest) => (who.kind === 'staff' ? who.organ : '')
  return {
    listColleagues: async ({ who }) => ({
      colleagues: (await inside.listStaff(who.kind === 'staff' ? who.organ : ''))
        .filter(({ roles }) => roles.some((role) => OFFICERS.includes(role)))
        .map(({ id, name, roles }) => ({ id, name, roles: [...roles] })),
      organs: [...organs.values()].map(({ id, name }) => ({ id, name })),
    }),
    reassignCase: (request) =>
      commandOnCase(inside, request, async ({ application, item }, roles) => {
        const shut = refuseUnless(roles, ...OFFICERS)
        if (shut) return shut
        const to = (await inside.listStaff(item.organ)).find(({ id }) => id === request.input.to)
        return aCaseIsHandedOnWithinItsOrgan(application, item.organ, to, request.input.reason.trim())
      }),
    offerTransfer: (request) =>
      commandOnCase(inside, request, ({ application, item }, roles) => {
        const { to, reason, basis } = request.input
        const offer = { to, reason: reason.trim(), basis: basis.trim() }
        return (
          refuseUnless(roles, ...whoHandles(application)) ??
          aCaseIsTransferredOnce(application, item.organ, offer, nameOf)
        )
      }),
    takeTransfer: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application }) => onlyWhomItIsOfferedToTakesACase(application, organOf(request)),
        ['asked'],
      ),
    sendTransferBack: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application }) =>
          aTransferIsSentBackOnce(application, organOf(request), request.input.reason.trim()),
        ['asked'],
      ),
    ruleOnTransfer: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application, item }, roles) =>
          refuseUnless(roles, 'supervisor') ??
          theCentreRulesAfterATransferWasSentBack(application, item.organ, {
            to: request.input.to,
            reason: request.input.reason.trim(),
          }),
      ),
    ...mergeCommands(inside),
    ...rectificationCommands(inside),
  }
}

type Rectifying = Pick<
  Handlers<typeof handlingEndpoints>,
  'proposeRectification' | 'confirmRectification' | 'rejectRectification'
>

function rectificationCommands(inside: Inside): Rectifying {
  return {
    proposeRectification: (request) =>
      commandOnCase(inside, request, async (found, roles) => {
        const shut = refuseUnless(roles, ...whoHandles(found.application))
        if (shut) return shut
        const { slips, reason, documents } = request.input
        const proposed = aSlipIsNamedWithWhatIsRight(
          found.application,
          found.item,
          { slips: slips as RecordSlip[], reason: reason.trim(), documents },
          await issuedOf(inside, found.id),
        )
        if (isRefusal(proposed)) return proposed
        return formAfter(inside, found, slips as RecordSlip[]) ?? proposed
      }),
    confirmRectification: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application }, roles) =>
          refuseUnless(roles, ...OFFICERS) ?? aSecondPersonRectifies(application, actorOf(request.who).id),
      ),
    rejectRectification: (request) =>
      commandOnCase(
        inside,
        request,
        ({ application }, roles) =>
          refuseUnless(roles, ...OFFICERS) ?? rejectRectification(application, request.input.reason.trim()),
      ),
  }
}

/** What is right fits the form as it was on the day of the application. */
function formAfter(
  inside: Inside,
  { application, item }: Case,
  slips: readonly RecordSlip[],
): Refusal | undefined {
  const values = slips.flatMap(({ target, is }) =>
    target.startsWith('form.') ? [[target.slice('form.'.length), is]] : [],
  )
  if (values.length === 0) return undefined
  const form = formFitsItsDefinition(
    item,
    { ...application.form, ...Object.fromEntries(values) },
    { now: new Date(application.submittedAt), regionNames: inside.city.regions.names },
  )
  return isRefusal(form) ? form : undefined
}

async function issuedOf({ db }: Inside, application: string): Promise<readonly DocumentRef[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'application_revision'])
    .where('application_id', '=', application)
    .where('kind', '<>', 'licence')
    .where('replaced_by', 'is', null)
    .execute()
  return rows.map(({ id, kind, number, application_revision }) => ({
    id,
    kind,
    number,
    revision: application_revision ?? 1,
  }))
}
