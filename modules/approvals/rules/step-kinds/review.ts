import type { StepKind } from './step-kind.ts'

/** 审查 — an ordinary review: nothing but its findings. */
export const review: StepKind = { takes: [], acts: () => [], mayConclude: () => ({}) }
