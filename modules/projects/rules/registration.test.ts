import { checkProjectCode } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProject } from '../testing/state.ts'
import {
  newProjectCode,
  onlyAnIdleProjectIsWithdrawn,
  ownerIsRepresented,
  projectCodeMustPassItsCheck,
} from './registration.ts'

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
