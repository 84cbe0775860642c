/**
 * A request as its reader may see it: personal data for whoever helps, as long as he helps; each look is journaled.
 */
import { explain } from '@mashang/flow'
import { actorOf, maskIdCard, maskName, maskPhone, type Who } from '@mashang/kit'
import type { HelpRow, HelpView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { actionsOf } from '../rules/actions.ts'
import { isOver } from '../rules/help.ts'
import { checklistOf, helpIsTakenWithinThePromise, type Standing, standingOf } from '../rules/helping.ts'
import { personalDataIsShownForTheMandatesTime, stateOfMandate } from '../rules/mandate.ts'
import type { Case } from '../store/cases.ts'
import { linesOf } from './journal-lines.ts'

export async function rowOf(inside: Inside, { id, help }: Case, who: Who): Promise<HelpRow> {
  const now = inside.clock.now()
  const item = await inside.findItem(help.item.code)
  const { reckoned, remaining, overdue } = helpIsTakenWithinThePromise(help, { ...inside, now })
  const standing = standingOf(who, help)
  const isKnown = standing === 'principal' || (standing === 'assistant' && !isOver(help))
  return {
    id,
    number: help.number,
    kind: help.kind,
    item: { code: help.item.code, name: item?.name ?? { zh: help.item.code } },
    principal: isKnown ? help.principal.name : maskName(help.principal.name),
    circumstance: help.circumstance,
    status: help.status,
    ...(help.assistant ? { assistant: help.assistant.name } : {}),
    requestedAt: help.requestedAt,
    due: reckoned.due,
    remaining,
    overdue: help.status === 'waiting' && overdue,
    mandated: help.mandate !== undefined && stateOfMandate(help.mandate, now) === 'in-force',
    ...(help.application ? { application: help.application.number } : {}),
  }
}

export async function viewOf(
  inside: Inside,
  found: Case,
  who: Who,
  language: 'zh' | 'en',
): Promise<HelpView> {
  const { help } = found
  const now = inside.clock.now()
  const standing: Standing = standingOf(who, help) ?? 'supervisor'
  const item = await inside.findItem(help.item.code)
  const { mandate, appointment, result, application } = help
  const { reckoned } = helpIsTakenWithinThePromise(help, { ...inside, now })
  return {
    ...(await rowOf(inside, found, who)),
    revision: help.revision,
    by: help.by,
    text: help.text,
    explanation: explain(reckoned.explanation, language),
    contact: await contactOf(inside, found, who, standing),
    ...(application ? { case: application } : {}),
    ...(appointment ? { appointment } : {}),
    checklist: checklistOf(item?.materials ?? [], help.checklist),
    ...(mandate
      ? {
          mandate: {
            from: mandate.from,
            to: mandate.to,
            state: stateOfMandate(mandate, now),
            ...(mandate.signedAt ? { signedAt: mandate.signedAt } : {}),
            ...(mandate.revokedAt ? { revokedAt: mandate.revokedAt } : {}),
            ...(mandate.reason ? { reason: mandate.reason } : {}),
          },
        }
      : {}),
    intakes: standing === 'assistant' ? [...help.intakes] : [],
    lines: linesOf(found, standing),
    ...(result ? { result } : {}),
    actions: actionsOf(standing, help, now),
  }
}

/** Supervision sees names masked; whoever else reads what a person wrote of himself is journaled before it is shown. */
async function contactOf(
  inside: Inside,
  { id, help }: Case,
  who: Who,
  standing: Standing,
): Promise<HelpView['contact']> {
  const now = inside.clock.now()
  const { personId, phone, enterprise } = help.principal
  const company = enterprise ? { enterprise } : {}
  if (standing === 'principal') return { personId, phone, ...company, masked: false }
  if (standing !== 'supervisor')
    await inside.journal.recordLook({
      ...{ actor: actorOf(who), at: now.toISOString() },
      ...{ caseId: id, what: 'help', reason: 'help-page' },
    })
  const shown = personalDataIsShownForTheMandatesTime(help, actorOf(who).id, now)
  if (!shown.contact) return { phone: maskPhone(phone), ...company, masked: true }
  const person = await inside.findPerson(personId)
  const idCard = person?.idCard ?? ''
  return {
    ...{ personId, phone, masked: false, ...company },
    idCard: shown.idCard ? idCard : maskIdCard(idCard),
  }
}
