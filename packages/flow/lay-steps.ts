/**
 * Steps laid out: whoever writes an item says in plain words how it is handled, and the steps stand in the order of the
 * law, to be edited. Pure; a draft may lack anything, so nothing of it is taken for granted.
 */
import type { CLOCK_STOPS, Quota } from './definition.ts'
import type { Step } from './step.ts'

/** What a case may pass between acceptance and decision, in the order in which it does. */
export const PROCEDURES = [
  'lower-review',
  'site-check',
  'joint-review',
  'expert-review',
  'announcement',
  'hearing',
  'several-signers',
] as const
export type Procedure = (typeof PROCEDURES)[number]

/** 办理方式 — how an item is handled, as its author says it. */
export interface WayOfHandling {
  readonly onTheSpot: boolean
  readonly procedures: readonly Procedure[]
  readonly quota: 'none' | Quota['method']
}

type Draft = Readonly<Record<string, unknown>>
type DraftStep = Partial<Step> & Pick<Step, 'id'>

const law = (article: string) => ({ law: '行政许可法', article })

/** Each as it is usual; one day more or less is for the author to say. */
const USUAL: Readonly<Record<Exclude<Procedure, 'several-signers'>, Step>> = {
  'lower-review': {
    id: 'lower-review',
    name: { zh: '下级初审', en: 'Review by the district' },
    kind: 'lower-review',
    by: 'handling-officer',
    within: '5wd',
    basis: law('第四十三条'),
  },
  'site-check': {
    id: 'site-check',
    name: { zh: '现场核查', en: 'Site check' },
    by: 'inspector',
    people: 2,
    within: '3wd',
    basis: law('第三十四条'),
  },
  'joint-review': {
    id: 'joint-review',
    name: { zh: '联合审查', en: 'Joint review' },
    kind: 'joint-review',
    by: 'handling-officer',
    within: '5wd',
    basis: law('第二十六条'),
  },
  'expert-review': {
    id: 'expert-review',
    name: { zh: '专家评审', en: 'Expert review' },
    kind: 'expert-review',
    experts: 3,
    by: 'handling-officer',
    within: '2wd',
    'clock-stop': 'expert-review',
    basis: law('第四十五条'),
  },
  announcement: {
    id: 'announcement',
    name: { zh: '公示', en: 'Announcement' },
    kind: 'announcement',
    announcement: { days: '5wd' },
    by: 'handling-officer',
    within: '5wd',
  },
  hearing: {
    id: 'hearing',
    name: { zh: '听证', en: 'Hearing' },
    kind: 'hearing',
    by: 'handling-officer',
    within: '2wd',
    basis: law('第四十七条'),
  },
}
const REVIEW: Step = {
  id: 'review',
  name: { zh: '审查', en: 'Review' },
  by: 'handling-officer',
  within: '3wd',
}
const DECISION: Step = {
  id: 'decision',
  name: { zh: '决定', en: 'Decision' },
  by: 'approval-head',
  within: '1wd',
  ends: ['grant', 'refuse'],
}
const AT_ONCE: Step = {
  id: 'decide',
  name: { zh: '当场核对并办结', en: 'Check and decide at once' },
  by: 'window-clerk',
  within: '0wd',
  ends: ['grant', 'refuse'],
}
const A_QUOTA: Omit<Quota, 'method'> = { places: 1, per: 'year', beyond: 'wait', basis: law('第五十七条') }
const A_PLACE = { id: 'place', label: { zh: '地址', en: 'Address' }, type: 'address', required: true }

const isRec = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const recs = (value: unknown): readonly Draft[] => (Array.isArray(value) ? value.filter(isRec) : [])
const stepsOf = (draft: Draft) =>
  recs(draft.steps).filter((one): one is Draft & DraftStep => typeof one.id === 'string')

const isOf = (step: DraftStep, procedure: Procedure): boolean => {
  if (procedure === 'several-signers') return (step.signers ?? 1) > 1
  if (procedure === 'site-check') return step.by === 'inspector'
  return step.kind === procedure
}

/** How a draft is handled as it stands. */
export function wayOf(draft: Draft): WayOfHandling {
  const steps = stepsOf(draft)
  const method = isRec(draft.quota) ? draft.quota.method : undefined
  return {
    onTheSpot: draft.handling === 'on-the-spot',
    procedures: PROCEDURES.filter((one) => steps.some((step) => isOf(step, one))),
    quota: method === 'draw' || method === 'in-order' ? method : 'none',
  }
}

/** The draft with the steps of this way: those it has already stay as they are written, and lead on anew. */
export function withStepsLaid(draft: Draft, way: WayOfHandling): Draft {
  const { quota: _, ...rest } = draft
  const steps = way.onTheSpot ? [known(draft, AT_ONCE, isAtOnce)] : laid(draft, way.procedures)
  const needsPlace = steps.some(({ kind }) => kind === 'lower-review') && !addressFieldOf(draft)
  const led = steps.map((step, at): DraftStep => {
    const { to: _to, ends: _ends, ...one } = step
    const next = steps[at + 1]
    return next ? { ...one, to: [next.id] } : { ...one, ends: step.ends ?? ['grant', 'refuse'] }
  })
  return {
    ...rest,
    handling: way.onTheSpot ? 'on-the-spot' : 'promised',
    limits: limitsOf(draft, led, way.onTheSpot),
    steps: led.map((step) =>
      step.kind === 'lower-review' && !step['by-region-of']
        ? { ...step, 'by-region-of': addressFieldOf(draft) ?? A_PLACE.id }
        : step,
    ),
    'clock-stops': stopsOf(draft, led),
    ...(needsPlace ? { fields: [...recs(draft.fields), A_PLACE] } : {}),
    ...(way.quota === 'none' ? {} : { quota: quotaOf(draft, way.quota) }),
  }
}

const isAtOnce = (step: DraftStep) => step.ends !== undefined && step.by === 'window-clerk'
const isOrdinary = (step: DraftStep) =>
  step.ends === undefined && step.by !== 'inspector' && (step.kind ?? 'review') === 'review'

function laid(draft: Draft, procedures: readonly Procedure[]): readonly DraftStep[] {
  const has = (one: Procedure) => procedures.includes(one)
  const usual = (one: Exclude<Procedure, 'several-signers'>) =>
    has(one) ? [known(draft, USUAL[one], (step) => isOf(step, one))] : []
  const decision = known(draft, DECISION, (step) => step.ends !== undefined && !isAtOnce(step))
  const { signers = 2, ...alone } = decision
  return [
    ...usual('lower-review'),
    known(draft, REVIEW, isOrdinary),
    ...usual('site-check'),
    ...usual('joint-review'),
    ...usual('expert-review'),
    ...usual('announcement'),
    ...usual('hearing'),
    has('several-signers') ? { ...alone, signers } : alone,
  ]
}

/** The step of this kind that is written already, with every condition gone: the new way asks for it always. */
function known(draft: Draft, usual: Step, is: (step: DraftStep) => boolean): DraftStep {
  const { when: _, ...step } = stepsOf(draft).find(is) ?? usual
  return step
}

function addressFieldOf(draft: Draft): string | undefined {
  const field = recs(draft.fields).find(({ type }) => type === 'address')
  return typeof field?.id === 'string' ? field.id : undefined
}

/** What the steps stop the clock for is named by the item, beside what it named before. */
function stopsOf(draft: Draft, steps: readonly DraftStep[]): readonly unknown[] {
  const named = Array.isArray(draft['clock-stops']) ? draft['clock-stops'] : []
  const own = steps.flatMap(({ kind }): (typeof CLOCK_STOPS)[number][] =>
    kind === 'hearing' || kind === 'expert-review' ? [kind] : [],
  )
  return [...new Set([...named, ...own])]
}

/** The promise is the same day, or no shorter than the steps take. */
function limitsOf(draft: Draft, steps: readonly DraftStep[], onTheSpot: boolean): Draft {
  const limits = isRec(draft.limits) ? draft.limits : {}
  const promised = isRec(limits.promised) ? limits.promised : {}
  const given = String(promised.days ?? '')
  const sum = steps.reduce((days, { within }) => days + (Number.parseInt(within ?? '', 10) || 0), 0)
  const count = Number.parseInt(given, 10) || 0
  const kept = count > 0 && (!given.endsWith('wd') || count >= sum)
  const days = onTheSpot ? '0wd' : kept ? given : `${sum}wd`
  return { ...limits, promised: { ...promised, days } }
}

function quotaOf(draft: Draft, method: Quota['method']): Draft {
  const { closes, ...before } = isRec(draft.quota) ? draft.quota : A_QUOTA
  return { ...before, method, ...(method === 'draw' && closes !== undefined ? { closes } : {}) }
}
