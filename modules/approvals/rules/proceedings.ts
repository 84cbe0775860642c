/**
 * 环节办理内容 — what happened within one step: who was asked and answered, who signed. Part of the fold of a case.
 */
import type { Folded } from '@mashang/flow'
import type { Expert, StepEntries, Verdict } from '../contract/index.ts'

export interface OpinionRecord {
  readonly organ: string
  readonly verdict: Verdict
  readonly text: string
  readonly by: string
  readonly at: string
}

export interface SignatureRecord {
  readonly id: string
  readonly name: string
  readonly outcome: 'grant' | 'refuse'
  readonly reasons: string
  readonly at: string
}

export interface ObjectionRecord {
  readonly number: number
  readonly personId: string
  readonly name: string
  readonly phone: string
  readonly text: string
  readonly at: string
  readonly answer?: { readonly text: string; readonly upheld: boolean; readonly at: string }
}

export interface HearingRecord {
  readonly offered: StepEntries['hearing-offered'] & { readonly at: string }
  readonly waived?: boolean
  readonly requested?: { readonly by: string; readonly heldBy: string; readonly at: string }
  readonly set?: StepEntries['hearing-set']
  readonly recorded?: StepEntries['hearing-recorded'] & { readonly by: string; readonly at: string }
}

export interface PanelRecord {
  readonly experts: readonly Expert[]
  readonly opinions: readonly { readonly expert: string; readonly verdict: Verdict; readonly text: string }[]
  readonly conclusion?: { readonly passed: boolean; readonly text: string; readonly at: string }
}

/** What one pass through a step consists of; a return to the step begins another. */
export interface Proceedings {
  readonly step: string
  /** Instant of its first entry. */
  readonly since: string
  readonly asked?: {
    readonly organs: readonly string[]
    readonly note: string
    readonly due: string
    readonly at: string
  }
  readonly opinions: readonly OpinionRecord[]
  readonly signatures: readonly SignatureRecord[]
  readonly announcement?: StepEntries['announced'] & { readonly at: string }
  readonly objections: readonly ObjectionRecord[]
  readonly hearing?: HearingRecord
  readonly panel?: PanelRecord
}

/** What every step consisted of, the one under way last. */
export function everyProceedings(application: {
  readonly proceedings?: Proceedings | undefined
  readonly pastProceedings: readonly Proceedings[]
}): readonly Proceedings[] {
  const { proceedings, pastProceedings } = application
  return proceedings ? [...pastProceedings, proceedings] : pastProceedings
}

export const noProceedings = (step: string, since: string): Proceedings => ({
  step,
  since,
  opinions: [],
  signatures: [],
  objections: [],
})

type Changes = {
  readonly [K in Exclude<keyof StepEntries, 'returned'>]: (
    now: Proceedings,
    content: StepEntries[K],
    entry: Folded,
  ) => Proceedings
}

/** How each entry changes what the step under way consists of. */
export const PROCEED: Changes = {
  'opinions-requested': (now, content, entry) => ({ ...now, asked: { ...content, at: entry.at } }),
  'opinion-given': (now, content, entry) => ({
    ...now,
    opinions: [
      ...now.opinions.filter(({ organ }) => organ !== content.organ),
      { ...content, by: entry.actor.name, at: entry.at },
    ],
  }),
  signed: (now, content, entry) => ({
    ...now,
    signatures: [...now.signatures, { ...content, id: entry.actor.id, name: entry.actor.name, at: entry.at }],
  }),
  announced: (now, content, { at }) => ({ ...now, announcement: { ...content, at } }),
  objected: (now, content, { at, actor }) => ({
    ...now,
    objections: [...now.objections, { ...content, personId: actor.id, at }],
  }),
  'objection-answered': (now, { number, answer, upheld }, { at }) => ({
    ...now,
    objections: now.objections.map((one) =>
      one.number === number ? { ...one, answer: { text: answer, upheld, at } } : one,
    ),
  }),
  'hearing-offered': (now, content, { at }) => ({ ...now, hearing: { offered: { ...content, at } } }),
  'hearing-requested': (now, { by, heldBy }, { at }) => inHearing(now, { requested: { by, heldBy, at } }),
  'hearing-waived': (now) => inHearing(now, { waived: true }),
  'hearing-set': (now, set) => inHearing(now, { set }),
  'hearing-recorded': (now, content, { at, actor }) =>
    inHearing(now, { recorded: { ...content, by: actor.name, at } }),
  'panel-formed': (now, { experts }) => ({ ...now, panel: { experts, opinions: [] } }),
  'expert-opinion-given': (now, content) => ({
    ...now,
    panel: now.panel && {
      ...now.panel,
      opinions: [...now.panel.opinions.filter(({ expert }) => expert !== content.expert), content],
    },
  }),
  'panel-concluded': (now, content, { at }) => ({
    ...now,
    panel: now.panel && { ...now.panel, conclusion: { ...content, at } },
  }),
}

/** Part of a hearing that was offered before. */
function inHearing(now: Proceedings, part: Partial<HearingRecord>): Proceedings {
  return now.hearing ? { ...now, hearing: { ...now.hearing, ...part } } : now
}
