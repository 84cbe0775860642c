/** A running bundle as its reader may see it: the plan beside what became of it. */
import type { ApplicationView } from '@mashang/approvals/contract'
import {
  fieldText,
  type PlannedWork,
  planWorks,
  progressOf,
  type ServiceItem,
  visibleFields,
} from '@mashang/flow'
import {
  actorOf,
  isRefusal,
  type Language,
  legalDayOf,
  maskName,
  maskPhone,
  textOf,
  type Who,
} from '@mashang/kit'
import { partsWithItems } from '../commands/hand.ts'
import type { BundleStatus, BundleView, PartState, PartView } from '../contract/index.ts'
import { type ApplicationFacts, getOrgan, type Inside } from '../inside.ts'
import type { BundleCase } from '../rules/bundle-case.ts'
import { concludedAt, isAskedLater, isBlocked, isFailed, isGranted, statusOf } from '../rules/part-order.ts'
import { sentenceOf } from '../rules/sentence.ts'
import { type Standing, standingOf } from '../rules/standing.ts'
import type { Case } from '../store/cases.ts'

/** The view of a bundle for one reader who may see it; a look by staff at personal data is recorded first. */
export async function viewOf(inside: Inside, found: Case, who: Who, language: Language): Promise<BundleView> {
  const { state, id } = found
  const standing = standingOf(who, state)
  if (standing === 'office' || standing === 'taker')
    await inside.journal.recordLook({
      actor: actorOf(who),
      at: inside.clock.now().toISOString(),
      caseId: id,
      what: 'bundle',
      reason: 'bundle-page',
    })
  return viewFor(inside, found, who, standing, language)
}

/** The same without a look: for those who are shown no personal data. */
export async function viewFor(
  inside: Inside,
  { state, id }: Case,
  who: Who,
  standing: Standing | undefined,
  language: Language,
): Promise<BundleView> {
  const today = legalDayOf(inside.clock.now())
  const { parts, days, to } = await partViews(inside, state, who, standing, language)
  const status = shownStatus(state, parts)
  const masked = standing === undefined || standing === 'supervisor'
  const { owner, bundle, circumstances } = state
  const view = {
    id,
    revision: state.revision,
    bundle: bundle.id,
    name: bundle.name,
    drawing: bundle.drawing,
    lead: getOrgan(inside, bundle.lead),
    status,
    owner: {
      name: masked ? maskName(owner.name) : owner.name,
      phone: masked ? maskPhone(owner.phone) : owner.phone,
      masked,
    },
    ...(state.applicant ? { applicant: shownApplicant(state, masked) } : {}),
    circumstances: visibleFields(bundle.circumstances, circumstances).map((field) => ({
      label: field.label,
      text: fieldText(field, circumstances[field.id], language, inside.regionNames),
    })),
    begunAt: state.begunAt,
    submittedAt: state.submittedAt,
    concludedAt: concludedAt(state),
    ...{ days, to, today, parts },
    actions: standing === 'owner' ? actionsOf(state, parts) : [],
  }
  return { ...view, sentence: sentenceOf(view) }
}

/** The name of an enterprise is public; a person’s own is masked. */
function shownApplicant({ applicant = '', owner }: BundleCase, masked: boolean): string {
  return masked && applicant === owner.name ? maskName(applicant) : applicant
}

function shownStatus(state: BundleCase, parts: readonly PartView[]): BundleStatus {
  const status = statusOf(state)
  const waits = parts.some((part) => part.state === 'waiting' || part.state === 'open')
  return status === 'under-way' && waits ? 'waiting' : status
}

function actionsOf(state: BundleCase, parts: readonly PartView[]): string[] {
  if (state.dropped) return []
  const asks = parts.some((part) => part.state === 'open' || part.state === 'failed')
  return [
    ...(asks ? ['submitBundle'] : []),
    ...(parts.some((part) => part.state === 'waiting') ? ['correctBundle'] : []),
    ...(state.submittedAt ? [] : ['dropBundle']),
  ]
}

async function partViews(
  inside: Inside,
  state: BundleCase,
  who: Who,
  standing: Standing | undefined,
  language: Language,
) {
  const applications = [...state.applications.values()].map(({ application }) => application)
  const facts = await inside.findApplications(applications)
  const factsOf = (part: string) => facts.find(({ id }) => id === state.applications.get(part)?.application)
  const progress = new Map(
    [...state.applications.keys()].flatMap((part) => {
      const known = factsOf(part)
      return known ? [[part, progressOf(known)] as const] : []
    }),
  )
  const today = legalDayOf(inside.clock.now())
  const start = state.submittedAt ? legalDayOf(state.submittedAt) : today
  const plan = planWorks(state.works, start, progress, { calendar: inside.calendar, today })
  const found = await partsWithItems(inside, state)
  const parts = await Promise.all(
    found.flatMap(({ part, item }) => {
      const planned = plan.works.find(({ id }) => id === part.id)
      if (!planned) return []
      return [partView(inside, { state, planned, item, facts: factsOf(part.id), who, standing, language })]
    }),
  )
  return { parts, days: plan.days, to: plan.to }
}

interface Part {
  readonly state: BundleCase
  readonly planned: PlannedWork
  readonly item: ServiceItem
  readonly facts: ApplicationFacts | undefined
  readonly who: Who
  readonly standing: Standing | undefined
  readonly language: Language
}

async function partView(inside: Inside, one: Part): Promise<PartView> {
  const { state, planned, item, facts, who, standing, language } = one
  const { id, days, critical, from, to, late } = planned
  const returned = state.returned.get(id)
  const progress = facts && progressOf(facts)
  const isOwn =
    standing === 'owner' || standing === 'taker' || (who.kind === 'staff' && who.organ === facts?.organ)
  return {
    id,
    item: item.code,
    name: item.name,
    organ: getOrgan(inside, item.organ),
    ...{ days, critical, from, to, late },
    after: [...planned.after],
    state: partState(state, id, facts),
    begunAt: facts?.submittedAt,
    concludedAt: facts?.concludedAt,
    pauses: (progress?.pauses ?? []).map((pause) => ({ ...pause })),
    why: planned.why.map((cause) => ({ ...cause })),
    ...(facts && isOwn ? { application: { id: facts.id, number: facts.number, due: facts.due } } : {}),
    ...(standing === 'owner' && returned
      ? { returned: textOf(returned.code, returned.facts, language) }
      : {}),
    ...(standing === 'owner' && facts ? await forOwner(inside, who, facts.id, language) : {}),
  }
}

function partState(state: BundleCase, id: string, facts: ApplicationFacts | undefined): PartState {
  if (facts) {
    switch (facts.status) {
      case 'awaiting-correction':
        return 'waiting'
      case 'clock-stopped':
        return 'stopped'
      case 'granted':
      case 'not-needed':
        return 'done'
      case 'refused':
      case 'declined':
      case 'withdrawn':
        return 'failed'
      default:
        return 'running'
    }
  }
  const part = state.bundle.items.find((one) => one.id === id)
  if (isGranted(state, id)) return 'done'
  if (isFailed(state, id)) return 'failed'
  if (part && isBlocked(state, part)) return 'blocked'
  if (state.orders.has(id)) return 'ordered'
  return part && isAskedLater(state, part) ? 'later' : 'open'
}

/** What the applicant may read of his own application: its sentence, its licence, why it was refused. */
async function forOwner(
  inside: Inside,
  who: Who,
  id: string,
  language: Language,
): Promise<Pick<PartView, 'sentence' | 'licence' | 'refusal'>> {
  const view = await inside.approvals.getApplication({
    ...{ who, language, key: '', query: undefined, input: undefined },
    params: { id },
  })
  if (isRefusal(view)) return {}
  const { sentence, licence, decision, rights } = view
  return {
    sentence,
    ...(licence ? { licence: licenceView(view, licence) } : {}),
    ...(decision?.outcome === 'refuse'
      ? { refusal: { reasons: decision.reasons, ...(rights ? { rights } : {}) } }
      : {}),
  }
}

function licenceView(
  { documents }: ApplicationView,
  { title, number, holder, from, to, code, href, shows }: NonNullable<ApplicationView['licence']>,
): PartView['licence'] {
  const printed = href ?? documents.find((one) => one.code === code)?.href
  return { title, number, holder, from, to, code, ...(printed ? { href: printed } : {}), shows }
}
