import { STEP_KINDS, type Step } from '@mashang/flow'
import { isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { atStep } from '../../testing/at-step.ts'
import { aKiteWith, anApplication } from '../../testing/state.ts'
import { findStepAt, stepKindOf, stepTaking } from './register.ts'

/** The least that a step of each kind needs beside its name. */
const STEPS: Readonly<Record<(typeof STEP_KINDS)[number], Partial<Step>>> = {
  review: {},
  'joint-review': { kind: 'joint-review', organs: ['public-security'] },
  'lower-review': { kind: 'lower-review', 'by-region-of': 'site' },
  hearing: { kind: 'hearing' },
  'expert-review': { kind: 'expert-review', experts: 3 },
  announcement: { kind: 'announcement', announcement: { days: '5wd' } },
}
const ALL = STEP_KINDS.map((kind) => atStep(STEPS[kind], []))
const TAKEN = [...new Set(ALL.flatMap(({ step }) => stepKindOf({ kind: step.kind } as Step).takes))]

describe('eachKindOfStepHasItsOwnActs', () => {
  it.each(STEP_KINDS)('a %s takes the entries of its kind, and refuses those of any other', (kind) => {
    const at = atStep(STEPS[kind], [])
    const { takes } = stepKindOf(at.step)
    for (const entry of TAKEN) {
      const answer = stepTaking(entry, at.application, at.item)
      if (takes.includes(entry)) expect(answer).toMatchObject({ step: { id: at.step.id } })
      else
        expect(answer).toMatchObject({
          code: 'step-of-another-kind',
          rule: 'eachKindOfStepHasItsOwnActs',
          facts: { step: at.step.name },
        })
    }
  })

  it('a case that is at no step takes none of them', () => {
    const item = aKiteWith({ review: {} })
    for (const entry of TAKEN) {
      const answer = stepTaking(entry, anApplication([]), item)
      expect(isRefusal(answer) && answer.code).toBe('step-of-another-kind')
    }
    expect(findStepAt(anApplication([]), item)).toBeUndefined()
  })

  it.each([
    ['review', []],
    ['joint-review', ['requestOpinions']],
    ['lower-review', ['requestOpinions']],
    ['hearing', ['offerHearing']],
    ['expert-review', ['formPanel']],
    ['announcement', ['announce']],
  ] as const)('and the officer at a %s is offered its first act, and no other kind’s', (kind, own) => {
    const at = atStep(STEPS[kind], [])
    const first = ['requestOpinions', 'offerHearing', 'formPanel', 'announce']
    const offered = stepKindOf(at.step)
      .acts(at)
      .map(({ name }): string => name)
    expect(offered.filter((name) => first.includes(name))).toEqual(own)
  })

  it('an entry is of one kind, but for the opinions that both reviews by other organs ask for', () => {
    const kinds = (entry: string) =>
      STEP_KINDS.filter((kind) =>
        (stepKindOf({ ...STEPS[kind] } as Step).takes as readonly string[]).includes(entry),
      )
    for (const entry of TAKEN)
      expect(kinds(entry)).toEqual(
        entry.startsWith('opinion') ? ['joint-review', 'lower-review'] : [expect.any(String)],
      )
  })
})
