/** 代理授权 — acts done for another: within the limits, by nobody alone, and never passed on. */
import { type Fold, type Folded, findStep, foldEntries, type ServiceItem } from '@mashang/flow'
import { addDays, type LegalDay, type Refusal, refuse, type StaffRole } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { MandateAct, MandateEntries, StaffRef } from '../contract/index.ts'
import type { Application } from './application.ts'
import type { Colleague } from './transfer.ts'

type Proposed = MandateEntries['proposed']

export interface Mandate extends Proposed {
  readonly revision: number
  readonly state: 'proposed' | 'approved' | 'rejected' | 'revoked'
  readonly approvedBy?: StaffRef
  readonly endedBecause?: string
}

const change =
  <K extends keyof MandateEntries>(make: (content: MandateEntries[K], entry: Folded) => Partial<Mandate>) =>
  (mandate: Mandate | undefined, content: MandateEntries[K], entry: Folded): Mandate => {
    if (!mandate) throw new Error('a mandate begins by being proposed')
    return { ...mandate, ...make(content, entry), revision: entry.revision }
  }

const FOLD: Fold<Mandate | undefined, MandateEntries> = {
  proposed: (_, content, { revision }) => ({ ...content, revision, state: 'proposed' }),
  approved: change<'approved'>((_, { actor }) => ({
    state: 'approved',
    approvedBy: { id: actor.id, name: actor.name },
  })),
  rejected: change<'rejected'>(({ reason }) => ({ state: 'rejected', endedBecause: reason })),
  revoked: change<'revoked'>(({ reason }) => ({ state: 'revoked', endedBecause: reason })),
}

export function mandateOf(entries: readonly Folded[]): Mandate | undefined {
  return foldEntries<Mandate | undefined, MandateEntries>(FOLD, undefined, entries)
}

/** On which days it counts: approved, not revoked, from its first to its last day. */
export function countsOn(mandate: Pick<Mandate, 'state' | 'starts' | 'ends'>, today: LegalDay): boolean {
  return mandate.state === 'approved' && mandate.starts <= today && today <= mandate.ends
}

/** What one must be by oneself to give an act away. */
const POWER: Readonly<Record<MandateAct, readonly StaffRole[]>> = {
  concludeStep: ['handling-officer', 'inspector', 'approval-head'],
  decideApplication: ['approval-head'],
  extendLimit: ['approval-head'],
}

export interface Proposal
  extends Pick<Proposed, 'kind' | 'acts' | 'items' | 'grantsOnly' | 'starts' | 'ends' | 'reason'> {}

interface Giving {
  readonly giver: Colleague
  readonly taker: Colleague | undefined
  /** Mandates that the giver holds today: what is his by them he cannot give. */
  readonly held: readonly Mandate[]
  readonly today: LegalDay
  /** So many days at most, by the city's data. */
  readonly longest: number
}

/** One gives what is one's own, to a colleague, for a time that ends; a substitute does not pass it on. */
export function aMandateIsGivenOfOnesOwnPower(
  proposal: Proposal,
  { giver, taker, held, today, longest }: Giving,
): readonly NewEntry[] | Refusal {
  const rule = 'aMandateIsGivenOfOnesOwnPower'
  const { starts, ends } = proposal
  const works = taker?.roles.some((role) => POWER.concludeStep.includes(role))
  if (!taker || taker.organ !== giver.organ || taker.id === giver.id || !works)
    return refuse('colleague-not-found', {
      rule,
      fields: [{ path: 'to', code: 'colleague-not-found', facts: {} }],
    })
  if (ends < starts || ends < today || ends > addDays(starts, longest))
    return refuse('mandate-days-wrong', { rule, facts: { starts, ends, longest } })
  const lacking = proposal.acts.filter((act) => !POWER[act].some((role) => giver.roles.includes(role)))
  if (lacking.some((act) => held.some((one) => one.acts.includes(act))))
    return refuse('mandate-is-not-passed-on', { rule: 'aSubstituteDoesNotPassItOn' })
  if (lacking.length > 0) return refuse('mandate-beyond-own-power', { rule })
  const { id, name, organ, roles } = giver
  const ref = { id: taker.id, name: taker.name }
  return [{ kind: 'proposed', content: { ...proposal, organ, from: { id, name }, roles, to: ref } }]
}

/** Another one approves: the head for his officers, an administrator for a head. */
export function nobodyApprovesTheirOwnMandate(
  mandate: Mandate,
  by: Pick<Colleague, 'id' | 'organ' | 'roles'>,
): Refusal | undefined {
  const rule = 'nobodyApprovesTheirOwnMandate'
  if (mandate.state !== 'proposed') return refuse('mandate-is-settled', { rule })
  if (by.id === mandate.from.id || by.id === mandate.to.id) return refuse('mandate-needs-another', { rule })
  const isHead = by.roles.includes('approval-head') && by.organ === mandate.organ
  return isHead || by.roles.includes('administrator') ? undefined : refuse('not-allowed', { rule })
}

/** Whoever gave it, whoever heads the office and an administrator may end it, at any time. */
export function aMandateMayBeRevoked(
  mandate: Mandate,
  by: Pick<Colleague, 'id' | 'organ' | 'roles'>,
): Refusal | undefined {
  const rule = 'aMandateMayBeRevoked'
  if (mandate.state !== 'approved' && mandate.state !== 'proposed')
    return refuse('mandate-is-settled', { rule })
  const isHead = by.roles.includes('approval-head') && by.organ === mandate.organ
  return by.id === mandate.from.id || isHead || by.roles.includes('administrator')
    ? undefined
    : refuse('not-allowed', { rule })
}

export interface ActFor {
  readonly act: MandateAct
  readonly item: string
  readonly outcome?: 'grant' | 'refuse'
}

/** Only what the mandate says: these acts, these items, grants alone where it says so. */
export function actsStayWithinTheMandate(
  mandate: Pick<Mandate, 'acts' | 'items' | 'grantsOnly' | 'from'>,
  { act, item, outcome }: ActFor,
): Refusal | undefined {
  const within =
    mandate.acts.includes(act) &&
    (mandate.items.length === 0 || mandate.items.includes(item)) &&
    (!mandate.grantsOnly || outcome !== 'refuse')
  return within
    ? undefined
    : refuse('outside-mandate', { rule: 'actsStayWithinTheMandate', facts: { name: mandate.from.name } })
}

/** 审查与决定分离: where another role decides than reviews, nobody decides for another what he handled himself. */
export function whoHandledItDoesNotDecideItForAnother(
  application: Pick<Application, 'stepsDone'>,
  item: Pick<ServiceItem, 'steps'>,
  person: string,
): Refusal | undefined {
  const decider = item.steps.find(({ ends }) => ends)?.by
  const handled = application.stepsDone.find(
    ({ step, staff }) =>
      staff.some(({ id }) => id === person) && item.steps.find(({ id }) => id === step)?.by !== decider,
  )
  if (!handled) return undefined
  const step = item.steps.find(({ id }) => id === handled.step)?.name ?? { zh: handled.step }
  return refuse('handled-it-oneself', { rule: 'whoHandledItDoesNotDecideItForAnother', facts: { step } })
}

/** Which of a mandate's acts can be done on a case as it stands. */
export function actsOpenOn(
  mandate: Mandate,
  application: Application,
  item: ServiceItem,
  person: string,
): readonly MandateAct[] {
  const step = application.step ? findStep(item as ServiceItem, application.step) : undefined
  if (application.status !== 'under-review' || !step) return []
  return mandate.acts.filter((act) => {
    if (actsStayWithinTheMandate(mandate, { act, item: item.code })) return false
    if (act === 'extendLimit') return !application.extension && mandate.roles.includes('approval-head')
    if (!mandate.roles.includes(step.by)) return false
    if (act === 'concludeStep') return !step.ends
    return step.ends !== undefined && !whoHandledItDoesNotDecideItForAnother(application, item, person)
  })
}
