/**
 * What an application is: the fold of its entries.
 */
import { type ClockStopKind, type Fold, type Folded, type FormValues, foldEntries } from '@mashang/flow'
import type {
  ActedOn,
  Applicant,
  ApplicationEntries,
  ApplicationStatus,
  CardRef,
  CorrectionPoint,
  GivenMaterial,
  HandlingEntries,
  RecordSlip,
  StaffRef,
  StepEntries,
  SubmissionSignature,
} from '../contract/index.ts'
import { HANDLE, type Handling, IN_ITS_OWN_HANDS } from './handling.ts'
import { acceptanceThatCounts, asItStood, goesOnAsItStood } from './merged.ts'
import { noProceedings, PROCEED, type Proceedings } from './proceedings.ts'

/** A clock stop in the ledger; open while `to` is absent. Instants. */
export interface StopRecord {
  readonly kind: ClockStopKind
  readonly reason: string
  readonly expected: string
  readonly from: string
  readonly to?: string
}

export interface StepRecord {
  readonly step: string
  readonly passed: boolean
  readonly findings: string
  readonly staff: readonly StaffRef[]
  readonly silent?: readonly string[]
  readonly at: string
}

export interface CardRecord {
  readonly colour: 'yellow' | 'red'
  readonly at: string
  readonly due: string
  readonly clock: 'promised' | 'statutory'
  readonly appeal?: { readonly grounds: string; readonly at: string; readonly by: string }
  readonly ruling?: {
    readonly outcome: 'upheld' | 'lifted'
    readonly reasons: string
    readonly at: string
    readonly by: string
  }
}

/** 办件 — the state of an application. */
export interface Application {
  readonly number: string
  readonly item: { readonly code: string; readonly version: number }
  readonly channel: 'online' | 'window' | 'machine'
  readonly applicant: Applicant
  readonly form: FormValues
  /** Fields that a correction changed. */
  readonly changed: readonly string[]
  readonly materials: readonly GivenMaterial[]
  readonly delivery: 'electronic' | 'post' | 'window'
  /** The licence it renews, changes, has reissued or cancelled. */
  readonly licence?: ActedOn
  readonly signature?: SubmissionSignature
  readonly status: ApplicationStatus
  readonly revision: number
  readonly submittedAt: string
  readonly correction?: {
    readonly at: string
    readonly note: string
    readonly points: readonly CorrectionPoint[]
  }
  readonly correctedAt?: string
  readonly acceptedAt?: string
  /** Step under way; absent before acceptance and after the end. */
  readonly step?: string
  readonly stepSince?: string
  readonly stepsDone: readonly StepRecord[]
  /** What the step under way consists of so far, and before it each pass through a step that had more than a conclusion. */
  readonly proceedings?: Proceedings
  readonly pastProceedings: readonly Proceedings[]
  /** Whose hands it is in, what was joined with it, and what was rectified; absent where nothing of that happened. */
  readonly handling?: Handling
  readonly stops: readonly StopRecord[]
  readonly extension?: { readonly days: string; readonly reason: string; readonly at: string }
  readonly decision?: {
    readonly outcome: 'grant' | 'refuse'
    readonly reasons: string
    readonly at: string
    readonly by: string
    readonly licence?: string
    readonly silently?: boolean
    /** For whom he decided who decided, by mandate. */
    readonly onBehalfOf?: string
  }
  /** Reason of a decline, of "not needed", of a withdrawal. */
  readonly ending?: { readonly reason: string; readonly rightOrgan?: string }
  readonly concludedAt?: string
  readonly posted?: { readonly carrier: string; readonly number: string; readonly at: string }
  readonly deliveredAt?: string
  readonly delivered?: ApplicationEntries['delivered'] & { readonly by: string }
  readonly cards: readonly CardRecord[]
  readonly remindedAt?: string
}

/** Statuses in which a case is over. */
const CONCLUDED: readonly ApplicationStatus[] = [
  'granted',
  'refused',
  'declined',
  'not-needed',
  'withdrawn',
  'merged',
]

export function isConcluded(application: Pick<Application, 'status'>): boolean {
  return CONCLUDED.includes(application.status)
}

const conclude = (
  status: ApplicationStatus,
  entry: Folded,
  rest: Partial<Application>,
): Partial<Application> => ({
  ...rest,
  status,
  step: undefined,
  stepSince: undefined,
  concludedAt: entry.at,
})

const changedBy = (before: FormValues, after: FormValues): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]),
  )

type Change<K extends keyof ApplicationEntries> = (
  state: Application,
  content: ApplicationEntries[K],
  entry: Folded,
) => Partial<Application>

/** A step of the fold that changes a case which is there. */
const update =
  <K extends keyof ApplicationEntries>(change: Change<K>) =>
  (state: Application | undefined, content: ApplicationEntries[K], entry: Folded): Application => {
    if (!state) throw new Error(`an application begins with “submitted”, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

/** Stops that are open end at this instant. */
const endStops = ({ stops }: Application, at: string): readonly StopRecord[] =>
  stops.map((stop) => (stop.to ? stop : { ...stop, to: at }))

/** Another step begins: what the one before consisted of is kept. */
const enter = (
  { proceedings, pastProceedings }: Application,
  step: string,
  { at }: Folded,
): Partial<Application> => ({
  step,
  stepSince: at,
  proceedings: undefined,
  pastProceedings: proceedings ? [...pastProceedings, proceedings] : pastProceedings,
})

/** A step of the fold that changes what the step under way consists of. */
const proceed = <K extends keyof typeof PROCEED>(kind: K) =>
  update<K>((state, content, entry) => ({
    proceedings: PROCEED[kind](
      state.proceedings ?? noProceedings(state.step ?? '', entry.at),
      content as StepEntries[K],
      entry,
    ),
  }))

/** What was concluded from the step on that a case returns to is to be done again; the journal keeps how it was. */
const returned: Change<'returned'> = (state, { to }, entry) => {
  const first = state.stepsDone.findIndex((done) => done.step === to)
  return { ...enter(state, to, entry), stepsDone: state.stepsDone.slice(0, Math.max(first, 0)) }
}

const forWhom = (content: object) => {
  const { under } = content as { under?: { for: { name: string } } }
  return under ? { onBehalfOf: under.for.name } : {}
}

const decided: Change<'decided'> = (state, content, entry) =>
  conclude(content.outcome === 'grant' ? 'granted' : 'refused', entry, {
    decision: { ...content, at: entry.at, by: entry.actor.name, ...forWhom(content) },
    stepsDone: [
      ...state.stepsDone,
      {
        step: state.step ?? '',
        passed: content.outcome === 'grant',
        findings: content.reasons,
        staff: [{ id: entry.actor.id, name: entry.actor.name }],
        at: entry.at,
      },
    ],
  })

/** What kinds of steps consist of. */
const PROCEEDING_FOLD = {
  'opinions-requested': proceed('opinions-requested'),
  'opinion-given': proceed('opinion-given'),
  signed: proceed('signed'),
  announced: proceed('announced'),
  objected: proceed('objected'),
  'objection-answered': proceed('objection-answered'),
  'hearing-offered': proceed('hearing-offered'),
  'hearing-requested': proceed('hearing-requested'),
  'hearing-waived': proceed('hearing-waived'),
  'hearing-set': proceed('hearing-set'),
  'hearing-recorded': proceed('hearing-recorded'),
  'panel-formed': proceed('panel-formed'),
  'expert-opinion-given': proceed('expert-opinion-given'),
  'panel-concluded': proceed('panel-concluded'),
}

/** A step of the fold that changes in whose hands the case is, and this beside. */
const handle = <K extends keyof HandlingEntries>(kind: K, beside: Change<K> = () => ({})) =>
  update<K>((state, content, entry) => ({
    ...beside(state, content, entry),
    handling: HANDLE[kind](state.handling ?? IN_ITS_OWN_HANDS, content as HandlingEntries[K], entry),
  }))

/** What a slip of the record was put right to. */
function putRight({ applicant, form }: Application, slips: readonly RecordSlip[]): Partial<Application> {
  const name = slips.find(({ target }) => target === 'applicant.name')
  const values = slips.flatMap(({ target, is }) =>
    target.startsWith('form.') ? [[target.slice('form.'.length), is]] : [],
  )
  return {
    applicant: name ? { ...applicant, name: String(name.is) } : applicant,
    form: { ...form, ...(Object.fromEntries(values) as FormValues) },
  }
}

/** Transfer, merge and rectification. */
const HANDLING_FOLD = {
  reassigned: handle('reassigned'),
  'transfer-offered': handle('transfer-offered'),
  'transfer-taken': handle('transfer-taken'),
  'transfer-sent-back': handle('transfer-sent-back'),
  'transfer-ruled': handle('transfer-ruled'),
  merged: update<'merged'>((state, content, entry) => {
    const handling = HANDLE.merged(state.handling ?? IN_ITS_OWN_HANDS, content, entry)
    const { mergedInto } = handling
    return conclude('merged', entry, {
      stops: endStops(state, entry.at),
      handling: {
        ...handling,
        ...(mergedInto ? { mergedInto: { ...mergedInto, before: asItStood(state) } } : {}),
      },
    })
  }),
  // The earlier acceptance counts: the limits run from it.
  'merged-in': update<'merged-in'>((state, content, entry) =>
    acceptanceThatCounts(state, HANDLE['merged-in'](state.handling ?? IN_ITS_OWN_HANDS, content, entry)),
  ),
  'merge-undone': handle('merge-undone', goesOnAsItStood),
  'merge-in-undone': update<'merge-in-undone'>((state, content, entry) =>
    acceptanceThatCounts(
      state,
      HANDLE['merge-in-undone'](state.handling ?? IN_ITS_OWN_HANDS, content, entry),
    ),
  ),
  'rectification-proposed': handle('rectification-proposed'),
  rectified: handle('rectified', (state, { slips }) => putRight(state, slips)),
  'rectification-rejected': handle('rectification-rejected'),
}

/** The clock: stopped, resumed, extended. */
const CLOCK_FOLD = {
  'clock-stopped': update<'clock-stopped'>((state, stop, entry) => ({
    status: 'clock-stopped',
    stops: [...state.stops, { ...stop, from: entry.at }],
  })),
  'clock-resumed': update<'clock-resumed'>((state, _, entry) => ({
    status: 'under-review',
    stops: endStops(state, entry.at),
  })),
  extended: update<'extended'>((_, { days, reason }, entry) => ({
    extension: { days, reason, at: entry.at },
  })),
}

/** What steps consist of, and how they end. */
const STEP_FOLD = {
  'step-concluded': update<'step-concluded'>((state, { next, ...record }, entry) => ({
    ...enter(state, next, entry),
    stepsDone: [...state.stepsDone, { ...record, at: entry.at }],
  })),
  ...PROCEEDING_FOLD,
  returned: update(returned),
}

const isCard = (one: CardRef, other: CardRef) => one.colour === other.colour && one.clock === other.clock

/** Cards: given once, appealed once, ruled on once; never taken away. */
const CARD_FOLD = {
  carded: update<'carded'>((state, card, entry) => ({ cards: [...state.cards, { ...card, at: entry.at }] })),
  'card-appealed': update<'card-appealed'>((state, { grounds, ...which }, { at, actor }) => ({
    cards: state.cards.map((card) =>
      isCard(card, which) ? { ...card, appeal: { grounds, at, by: actor.name } } : card,
    ),
  })),
  'card-ruled': update<'card-ruled'>((state, { outcome, reasons, ...which }, { at, actor }) => ({
    cards: state.cards.map((card) =>
      isCard(card, which) ? { ...card, ruling: { outcome, reasons, at, by: actor.name } } : card,
    ),
  })),
}

/** The step a case enters on acceptance is known only with its definition, so the fold is given it. */
const foldWith = (
  firstStep: (form: FormValues) => string,
): Fold<Application | undefined, ApplicationEntries> => ({
  submitted: (_, content, entry) => ({
    ...content,
    changed: [],
    status: 'submitted',
    revision: entry.revision,
    submittedAt: entry.at,
    stepsDone: [],
    pastProceedings: [],
    stops: [],
    cards: [],
  }),
  'correction-requested': update<'correction-requested'>((_, { points, note }, entry) => ({
    status: 'awaiting-correction',
    correction: { at: entry.at, note, points },
  })),
  corrected: update<'corrected'>((state, { form, materials }, entry) => ({
    status: 'submitted',
    form,
    materials,
    changed: changedBy(state.form, form),
    correctedAt: entry.at,
  })),
  // 许可法 32: without a notice in time the application counts as accepted from the day it was received.
  accepted: update<'accepted'>((state, { silently }, entry) => ({
    status: 'under-review',
    acceptedAt: silently ? (state.correctedAt ?? state.submittedAt) : entry.at,
    step: firstStep(state.form),
    stepSince: entry.at,
  })),
  declined: update<'declined'>((_, content, entry) => conclude('declined', entry, { ending: content })),
  'found-not-needed': update<'found-not-needed'>((_, content, entry) =>
    conclude('not-needed', entry, { ending: content }),
  ),
  ...STEP_FOLD,
  ...CLOCK_FOLD,
  decided: update(decided),
  posted: update<'posted'>((_, content, entry) => ({ posted: { ...content, at: entry.at } })),
  delivered: update<'delivered'>((_, content, entry) => ({
    deliveredAt: entry.at,
    delivered: { ...content, by: entry.actor.name },
  })),
  'original-seen': update<'original-seen'>((state, { material, validTo }, { at, actor }) => ({
    materials: state.materials.map((given) =>
      given.material === material
        ? { ...given, trust: 'B', seen: { by: { id: actor.id, name: actor.name }, at, validTo } }
        : given,
    ),
  })),
  withdrawn: update<'withdrawn'>((state, { reason }, entry) =>
    conclude('withdrawn', entry, { ending: { reason }, stops: endStops(state, entry.at) }),
  ),
  reminded: update<'reminded'>((_, __, entry) => ({ remindedAt: entry.at })),
  ...CARD_FOLD,
  ...HANDLING_FOLD,
})

/** Folds a journal into the application; undefined when there is none. */
export function applicationOf(
  entries: readonly Folded[],
  firstStep: (form: FormValues) => string,
): Application | undefined {
  return foldEntries<Application | undefined, ApplicationEntries>(foldWith(firstStep), undefined, entries)
}
