import { isRefusal, type StaffRole, type Who } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import type { IntakeOutcome } from '../contract/index.ts'
import { anApplication, KITE, SUBMITTED } from '../testing/state.ts'
import {
  anOfficerTakesInForHisOwnOrgan,
  formToReceive,
  intakeHasOneOfFiveOutcomes,
  isAcceptance,
  theOneNoticeLeavesNothingOut,
} from './window.ts'

/** With everything that the kite permit needs on public land. */
const whole = {
  ...anApplication([], undefined, { ...SUBMITTED.form, land: 'public' }),
  materials: [
    ...SUBMITTED.materials,
    { material: 'identity', files: [], trust: 'C' as const, held: '实名账户' },
  ],
}
const NOTHING = { fields: [], materials: [] }
const DUE = { due: '2026-11-30', overdue: false }
const plan = { path: 'materials.plan', code: 'material-missing', facts: {} }
const day = { path: 'form.day', code: 'required', facts: {} }
const point = (target: string) => ({ target, what: '请补上' })

describe('intake at a window', () => {
  it.each<[StaffRole, string, boolean]>([
    ['window-clerk', 'data-bureau', true],
    ['handling-officer', KITE.organ, true],
    ['handling-officer', 'health-commission', false],
  ])('anOfficerTakesInForHisOwnOrgan: %s of %s', (role, organ, may) => {
    const who: Who = { kind: 'staff', id: 's1', name: '林窗口', organ, roles: [role], session: 'test' }
    expect(anOfficerTakesInForHisOwnOrgan(who, KITE)?.code).toBe(may ? undefined : 'item-of-another-organ')
  })

  it.each<[IntakeOutcome, string[]]>([
    [{ kind: 'receive' }, []],
    [{ kind: 'accept' }, ['accepted']],
    [{ kind: 'correct-on-the-spot', note: '当场改正' }, ['corrected', 'accepted']],
    [{ kind: 'request-correction', points: [point('materials.plan')] }, ['correction-requested']],
    [{ kind: 'decline', reason: '不属于本机关职权', rightOrgan: '市公安局' }, ['declined']],
    [{ kind: 'not-needed', reason: '不需要许可' }, ['found-not-needed']],
  ])('intakeHasOneOfFiveOutcomes: $kind', (outcome, kinds) => {
    const entries = intakeHasOneOfFiveOutcomes(whole, KITE, outcome, NOTHING, DUE)
    expect(isRefusal(entries) ? entries : entries.map(({ kind }) => kind)).toEqual(kinds)
    expect(isAcceptance(outcome)).toBe(kinds.includes('accepted'))
  })

  it('nothing is accepted without its materials', () => {
    const bare = { ...whole, materials: [] }
    for (const outcome of [{ kind: 'accept' }, { kind: 'correct-on-the-spot', note: '改' }] as const)
      expect(intakeHasOneOfFiveOutcomes(bare, KITE, outcome, NOTHING, DUE)).toMatchObject({
        code: 'materials-missing',
      })
  })

  it('theOneNoticeLeavesNothingOut', () => {
    const lacking = { fields: [day], materials: [plan] }
    expect(theOneNoticeLeavesNothingOut([point('form.day'), point('materials.plan')], lacking)).toBe(
      undefined,
    )
    expect(theOneNoticeLeavesNothingOut([point('form.day')], lacking)).toMatchObject({
      code: 'correction-leaves-out',
      fields: [plan],
    })
    expect(theOneNoticeLeavesNothingOut([point('form.name')], NOTHING)).toBe(undefined)
  })

  it('what does not read is left out of what is received, and refuses acceptance', () => {
    const context = { now: new Date('2026-11-23T02:00:00.000Z'), regionNames: () => undefined }
    const form = { name: '王小明', 'line-length': 'very long' }
    expect(formToReceive(KITE, form, context, false)).toEqual({ name: '王小明' })
    expect(formToReceive(KITE, form, context, true)).toMatchObject({ code: 'form-has-errors' })
  })
})
