/**
 * 环节类型 — what a kind of step adds to an ordinary review: the acts it is made of, and when it may be concluded.
 * A new kind is one file beside this one, a line in the register and a test.
 */
import type { CityLimits, ServiceItem, Step } from '@mashang/flow'
import type { LegalDay, Refusal } from '@mashang/kit'
import type { ApplicationEntryKind } from '../../contract/index.ts'
import type { Application } from '../application.ts'

/** A case at the step under way. */
export interface StepAt {
  readonly application: Application
  readonly item: ServiceItem
  readonly step: Step
}

/** What the city adds to it, and today. */
export interface StepContext {
  readonly today: LegalDay
  readonly limits: CityLimits
  /** Name of an organ, for the reader of a refusal. */
  readonly organName: (id: string) => { readonly zh: string; readonly en?: string }
}

/** Who gives an act: those who lead the review, an organ that was asked, the applicant. */
export type ActBy = 'lead' | 'asked' | 'applicant'

export interface StepKind {
  /** Entries that its work consists of; those of another kind are refused. */
  readonly takes: readonly ApplicationEntryKind[]
  /** Acts that are open now, by the endpoint's name. */
  acts(at: StepAt): readonly { readonly name: string; readonly by: ActBy }[]
  /** What keeps it from being concluded; organs that agreed by silence where nothing does. */
  mayConclude(
    at: StepAt,
    passed: boolean,
    context: StepContext,
  ): Refusal | { readonly silent?: readonly string[] }
  /** A procedure of its own has stopped the clock and is not over: nothing else resumes it. */
  holdsTheClock?(at: StepAt): boolean
}
