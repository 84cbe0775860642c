/** What is known of a project, as its entries tell it. */
import type { Folded, FormValues, SheetFile } from '@mashang/flow'
import type {
  CommentGiven,
  GuidanceEntries,
  JointEntries,
  Owner,
  PointGiven,
  ProjectEntries,
  ProjectOutcome,
  RectificationGiven,
  TakingPart,
} from '../contract/index.ts'

/** An application that belongs to the project. */
interface JoinedApplication {
  readonly application: string
  readonly number: string
  readonly item: string
  readonly organ: string
  readonly stage?: string
  readonly submittedAt: string
  readonly outcome?: ProjectOutcome
  readonly concludedAt?: string
}

type Listed = GuidanceEntries['guidance-listed'] & {
  readonly at: string
  readonly by: string
  readonly revision: number
}

export interface Guidance {
  readonly question: string
  readonly requestedAt: string
  readonly assistant?: GuidanceEntries['assistant-assigned']
  readonly lists: readonly Listed[]
  readonly later: readonly (GuidanceEntries['material-named-later'] & { readonly at: string })[]
}

export interface Point extends PointGiven {
  readonly doneAt?: string
  readonly note?: string
}

export interface Meeting extends Omit<GuidanceEntries['meeting-called'], 'meeting'> {
  readonly id: string
  readonly calledBy: string
  readonly answers: ReadonlyMap<
    string,
    { readonly coming: boolean; readonly person: string; readonly note: string }
  >
  readonly cancelled?: string
  readonly minutes?: {
    readonly at: string
    readonly by: string
    readonly summary: string
    readonly internal: string
    readonly present: readonly { readonly party: string; readonly name: string; readonly signedAt?: string }[]
    readonly points: readonly Point[]
    /** Revision of the entry by which everyone had signed. */
    readonly final?: number
  }
}

export interface Comment extends CommentGiven {
  readonly organ: string
  readonly version: number
  readonly state: 'open' | 'kept' | 'resolved'
  readonly answer?: string
  readonly why?: string
}

export interface Round {
  readonly version: number
  readonly at: string
  readonly files: readonly SheetFile[]
  readonly note: string
  readonly within: string
  readonly offices: readonly TakingPart[]
  readonly reviews: readonly {
    readonly organ: string
    readonly by: string
    readonly at: string
    readonly opinion: string
  }[]
}

export interface Drawings {
  readonly rounds: readonly Round[]
  readonly comments: readonly Comment[]
  readonly passedAt?: string
}

export interface Rectification extends RectificationGiven {
  readonly organ: string
  readonly done?: { readonly at: string; readonly text: string }
  readonly cleared: boolean
}

export interface Visit {
  readonly round: number
  readonly on: string
  readonly time: string
  readonly place: string
  readonly offices: readonly string[]
  readonly staff: ReadonlyMap<string, readonly string[]>
  readonly results: ReadonlyMap<
    string,
    { readonly passed: boolean; readonly findings: string; readonly by: string; readonly at: string }
  >
}

export interface Acceptance extends Omit<JointEntries['acceptance-requested'], 'offices'> {
  readonly at: string
  readonly offices: readonly TakingPart[]
  readonly visits: readonly Visit[]
  readonly items: readonly Rectification[]
  readonly acceptedAt?: string
}

/** 投资项目 — the state of a project. */
export interface Project {
  readonly revision: number
  readonly owner: Owner
  readonly facts: FormValues
  readonly registeredAt: string
  readonly code?: { readonly code: string; readonly minted: boolean }
  /** Instant at which each stage was begun. */
  readonly stages: ReadonlyMap<string, string>
  readonly applications: readonly JoinedApplication[]
  readonly guidance?: Guidance
  readonly meetings: readonly Meeting[]
  readonly drawings?: Drawings
  readonly acceptance?: Acceptance
  readonly documents: readonly (JointEntries['document-issued'] & { readonly revision: number })[]
  /** What offices did together and ended well. */
  readonly concluded: ReadonlySet<'drawing-review' | 'acceptance'>
  readonly withdrawn?: { readonly reason: string; readonly at: string }
}

type Change<K extends keyof ProjectEntries> = (
  state: Project,
  content: ProjectEntries[K],
  entry: Folded,
) => Partial<Project>

/** One kind of entry as a change of what is known. */
export const update =
  <K extends keyof ProjectEntries>(change: Change<K>) =>
  (state: Project | undefined, content: ProjectEntries[K], entry: Folded): Project => {
    if (!state) throw new Error(`a project begins with “registered”, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

/** The stage that is begun, where it was not before. */
export const begun = (stages: Project['stages'], stage: string | undefined, at: string): Project['stages'] =>
  stage === undefined || stages.has(stage) ? stages : new Map([...stages, [stage, at]])
