import type { Field } from '@mashang/flow'
import { checkProjectCode } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProject } from '../testing/state.ts'
import {
  codeBegins,
  factsFitTheForm,
  newProjectCode,
  onlyAnIdleProjectIsWithdrawn,
  ownerIsRepresented,
  projectCodeMustPassItsCheck,
} from './registration.ts'

describe('factsFitTheForm', () => {
  const name: Field = { id: 'name', label: { zh: '名称' }, type: 'text', required: true }
  const day = (id: string): Field => ({ id, label: { zh: '日期' }, type: 'date' })
  const form = { fields: [name, day('plan-start'), day('plan-end')] }
  const context = { now: new Date('2026-11-23T02:00:00Z'), regionNames: () => undefined }
  const fits = (values: Readonly<Record<string, unknown>>) => factsFitTheForm(form, values, context)
  const planned = { name: '滨海路改造', 'plan-start': '2027-03-01', 'plan-end': '2027-10-01' }

  it('keeps what the form asks, and refuses what it does not', () => {
    expect(fits(planned)).toEqual(planned)
    expect(fits({ ...planned, secret: 'x' })).toMatchObject({
      rule: 'factsFitTheForm',
      fields: [{ path: 'facts.secret' }],
    })
  })

  it('names every fault at its place, the plan that ends before it begins among them', () => {
    expect(fits({ 'plan-start': '2027-03-01', 'plan-end': '2027-03-01' })).toMatchObject({
      code: 'form-has-errors',
      rule: 'factsFitTheForm',
      facts: { count: 2 },
      fields: [{ path: 'facts.name' }, { path: 'facts.plan-end', code: 'project-ends-before-it-begins' }],
    })
  })
})

describe('newProjectCode', () => {
  it('gives a code that passes its check, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.constantFrom('01', '02', '03'), (random, type) => {
        const code = newProjectCode({ today: '2026-11-23', region: '210200', department: '89', type, random })
        expect(checkProjectCode(code)).toMatchObject({
          valid: true,
          parts: { generation: 'month', since: '2026-11', type },
        })
      }),
    )
  })
})

describe('codeBegins', () => {
  it('tells of a code, before it is given, what does not depend on the draw', () => {
    const given = { today: '2026-11-23', region: '210200', department: '89' }
    expect(codeBegins(given)).toBe('2611-210200-89')
    expect(newProjectCode({ ...given, type: '03', random: 7 })).toMatch(/^2611-210200-89-03-00007\d$/)
  })
})

describe('projectCodeMustPassItsCheck', () => {
  it.each([
    ['2111-522323-04-01-342068', '2111-522323-04-01-342068'],
    ['２１１１５２２３２３０４０１３４２０６８', '2111-522323-04-01-342068'],
    ['2017-210200-70-03-000001', '2017-210200-70-03-000001'],
  ])('keeps %s in its written form', (text, code) => {
    expect(projectCodeMustPassItsCheck(text)).toBe(code)
  })

  it('says which digit is wrong, and what it should be', () => {
    expect(projectCodeMustPassItsCheck('2111-522323-04-01-342069')).toMatchObject({
      code: 'code-check-wrong',
      rule: 'projectCodeMustPassItsCheck',
      facts: { position: 24, expected: '8', found: '9' },
      fields: [{ path: 'code' }],
    })
  })
})

describe('ownerIsRepresented', () => {
  const mine = { uscc: '91350100M000100Y43', name: '大连湾区置业有限公司' }
  it('knows the enterprise one acts for, and no other', () => {
    expect(ownerIsRepresented([mine], mine.uscc)).toEqual(mine)
    expect(ownerIsRepresented([mine], '91210200MD9000012P')).toMatchObject({
      code: 'not-an-agent-of-enterprise',
    })
  })
})

describe('onlyAnIdleProjectIsWithdrawn', () => {
  const open = { application: 'a', number: '1', item: 'i', organ: 'o', submittedAt: '' }
  it.each([
    ['nothing applied for', aProject({}), undefined],
    ['all decided', aProject({ applications: [{ ...open, outcome: 'granted' as const }] }), undefined],
    ['one open', aProject({ applications: [open] }), 'project-has-open-applications'],
    ['taken back before', aProject({ withdrawn: { reason: '', at: '' } }), 'project-withdrawn'],
  ])('%s', (_, one, code) => {
    expect(onlyAnIdleProjectIsWithdrawn(one)?.code).toBe(code)
  })
})
