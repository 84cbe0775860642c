/** 转办、移送 — a case is handed to a colleague, or to the organ that is competent; the clock goes on. */
import { type Refusal, refuse, type StaffRole, type Words } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { StaffRef } from '../contract/index.ts'
import type { Application } from './application.ts'
import { refuseUnlessOpen } from './intake.ts'

const ARTICLE_32 = '行政许可法 第三十二条'

/** A member of staff, as identity answers for him. */
export interface Colleague extends StaffRef {
  readonly organ: string
  readonly roles: readonly StaffRole[]
}

/** Who may be handed a case: whoever handles cases of the organ and is not the one who has it. */
export function aCaseIsHandedOnWithinItsOrgan(
  application: Application,
  organ: string,
  to: Colleague | undefined,
  reason: string,
): readonly NewEntry[] | Refusal {
  const rule = 'aCaseIsHandedOnWithinItsOrgan'
  const closed = refuseUnlessOpen(application)
  if (closed) return closed
  const handles = to?.roles.some((role) => role === 'handling-officer' || role === 'approval-head')
  if (!to || to.organ !== organ || !handles)
    return refuse('colleague-not-found', {
      rule,
      fields: [{ path: 'to', code: 'colleague-not-found', facts: {} }],
    })
  if (application.handling?.assignee?.id === to.id)
    return refuse('already-in-these-hands', { rule, facts: { name: to.name } })
  return [{ kind: 'reassigned', content: { to: { id: to.id, name: to.name }, reason } }]
}

/** What was handed to one officer is concluded by that officer, or by the head. */
export function whatWasHandedOnIsItsReceivers(
  application: Pick<Application, 'handling'>,
  person: string,
  roles: readonly StaffRole[],
): Refusal | undefined {
  const assignee = application.handling?.assignee
  if (!assignee || assignee.id === person || !roles.includes('handling-officer')) return undefined
  if (roles.includes('approval-head')) return undefined
  return refuse('case-in-other-hands', {
    rule: 'whatWasHandedOnIsItsReceivers',
    facts: { name: assignee.name },
  })
}

interface Offer {
  readonly to: string
  readonly reason: string
  readonly basis: string
}

type OrganName = (id: string) => Words | undefined

/** 移送 once: to an organ there is, for a reason; what was settled is not moved again. */
export function aCaseIsTransferredOnce(
  application: Application,
  organ: string,
  offer: Offer,
  nameOf: OrganName,
): readonly NewEntry[] | Refusal {
  const law = { rule: 'aCaseIsTransferredOnce', article: ARTICLE_32 }
  const closed = refuseUnlessOpen(application)
  if (closed) return closed
  const transfer = application.handling?.transfer
  if (transfer)
    return refuse(transfer.state === 'settled' ? 'transfer-settled' : 'transfer-under-way', {
      ...law,
      facts: { organ: nameOf(transfer.settled?.organ ?? transfer.to) ?? transfer.to },
    })
  if (offer.to === organ || !nameOf(offer.to))
    return refuse('organ-not-found', { ...law, fields: [{ path: 'to', code: 'organ-not-found', facts: {} }] })
  return [{ kind: 'transfer-offered', content: { from: organ, ...offer } }]
}

function refuseUnlessOffered(application: Application, organ: string): Refusal | undefined {
  const transfer = application.handling?.transfer
  const closed = refuseUnlessOpen(application)
  if (closed) return closed
  return transfer?.state === 'offered' && transfer.to === organ
    ? undefined
    : refuse('no-transfer-offered', { rule: 'onlyWhomItIsOfferedToTakesACase' })
}

/** The organ that a case is offered to takes it; from then on the case is its own. */
export function onlyWhomItIsOfferedToTakesACase(
  application: Application,
  organ: string,
): readonly NewEntry[] | Refusal {
  const from = application.handling?.transfer?.from ?? ''
  return refuseUnlessOffered(application, organ) ?? [{ kind: 'transfer-taken', content: { from, to: organ } }]
}

/** It sends it back once, with the reason; then the centre rules. */
export function aTransferIsSentBackOnce(
  application: Application,
  organ: string,
  reason: string,
): readonly NewEntry[] | Refusal {
  const from = application.handling?.transfer?.from ?? ''
  return (
    refuseUnlessOffered(application, organ) ?? [
      { kind: 'transfer-sent-back', content: { from: organ, to: from, reason } },
    ]
  )
}

/** After it was sent back the centre says whose case it is; nobody moves it again. */
export function theCentreRulesAfterATransferWasSentBack(
  application: Application,
  organ: string,
  ruling: { readonly to: string; readonly reason: string },
): readonly NewEntry[] | Refusal {
  const rule = 'theCentreRulesAfterATransferWasSentBack'
  const closed = refuseUnlessOpen(application)
  if (closed) return closed
  const transfer = application.handling?.transfer
  if (transfer?.state !== 'sent-back') return refuse('nothing-to-rule-on', { rule })
  if (![transfer.from, transfer.to].includes(ruling.to))
    return refuse('organ-not-found', { rule, fields: [{ path: 'to', code: 'organ-not-found', facts: {} }] })
  return [{ kind: 'transfer-ruled', content: { from: organ, ...ruling } }]
}
