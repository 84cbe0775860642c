import { describe, expect, it } from 'vitest'
import { OWNER } from '../contract/index.ts'
import { aProject } from '../testing/state.ts'
import {
  aMaterialNamedLaterIsNotOnTheList,
  aMeetingIsCalledAhead,
  aPointIsClosedByWhomItBinds,
  everyPointHasItsOfficeAndDay,
  guidanceIsAskedForOnce,
  onlyTheAssistantGuides,
  onlyTheInvitedAnswer,
  onlyThosePresentSign,
  theLeadOfficeNamesTheAssistant,
} from './guidance.ts'
import { changesAreNamed } from './guidance-list.ts'
import type { Guidance, Meeting } from './state.ts'

const AT = '2026-11-23T02:00:00.000Z'
const MATERIAL = {
  name: { zh: '建设工程规划许可证', en: 'Planning permit' },
  source: 'government' as const,
  copies: 1,
  always: true,
  items: ['construction-permit'],
  held: true,
}
const LIST = { stages: [], materials: [MATERIAL], total: 38 }
const GUIDANCE: Guidance = {
  question: '',
  requestedAt: AT,
  assistant: { organ: 'natural-resources', assistant: { id: 'shen', name: '沈自然' }, phone: '' },
  lists: [{ version: 1, list: LIST, note: '', at: AT, by: '沈自然', revision: 4 }],
  later: [],
}
const MEETING: Meeting = {
  id: 'm',
  organ: 'natural-resources',
  subject: '方案会商',
  on: '2026-11-26',
  time: '09:30',
  place: '会议室',
  online: false,
  offices: ['civil-air-defence'],
  calledBy: '沈自然',
  answers: new Map(),
}
const minutes = (rest: Partial<NonNullable<Meeting['minutes']>> = {}): Meeting => ({
  ...MEETING,
  minutes: {
    at: AT,
    by: '沈自然',
    summary: '',
    internal: '',
    present: [{ party: OWNER, name: '王小明' }],
    points: [{ id: 'p', text: '补充', party: OWNER, due: '2026-12-01' }],
    ...rest,
  },
})

describe('guidanceIsAskedForOnce', () => {
  it('and not for what was taken back', () => {
    expect(guidanceIsAskedForOnce(aProject())).toBeUndefined()
    expect(guidanceIsAskedForOnce(aProject({ guidance: GUIDANCE }))?.code).toBe('guidance-requested-already')
    expect(guidanceIsAskedForOnce(aProject({ withdrawn: { reason: '', at: AT } }))?.code).toBe(
      'project-withdrawn',
    )
  })
})

describe('theLeadOfficeNamesTheAssistant', () => {
  const { assistant: _, ...open } = GUIDANCE
  const colleagues = [{ id: 'shen', name: '沈自然' }]
  it.each([
    ['one of its own', open, 'natural-resources', 'shen', undefined],
    ['a stranger', open, 'natural-resources', 'other', 'assistant-not-of-office'],
    ['by another office', open, 'civil-air-defence', 'shen', 'not-the-lead-office'],
    ['before it is asked for', undefined, 'natural-resources', 'shen', 'guidance-not-requested'],
  ])('%s', (_name, guidance, organ, id, code) => {
    const project = aProject(guidance ? { guidance } : {})
    const named = theLeadOfficeNamesTheAssistant(project, 'natural-resources', organ, colleagues, id)
    expect('code' in named ? named.code : undefined).toBe(code)
  })
})

describe('onlyTheAssistantGuides', () => {
  it('and no colleague of his', () => {
    const project = aProject({ guidance: GUIDANCE })
    expect(onlyTheAssistantGuides(project, 'shen')).toBeUndefined()
    expect(onlyTheAssistantGuides(project, 'other')?.code).toBe('not-the-assistant')
    expect(onlyTheAssistantGuides(aProject(), 'shen')?.code).toBe('guidance-not-requested')
  })
})

describe('aMaterialNamedLaterIsNotOnTheList', () => {
  it('and is named once', () => {
    const project = aProject({ guidance: GUIDANCE })
    expect(aMaterialNamedLaterIsNotOnTheList(project, '日照分析报告')).toBeUndefined()
    expect(aMaterialNamedLaterIsNotOnTheList(project, ' 建设工程规划许可证 ')?.code).toBe(
      'material-named-already',
    )
    const later = [{ organ: 'o', material: '日照分析报告', reason: '', at: AT }]
    expect(
      aMaterialNamedLaterIsNotOnTheList(aProject({ guidance: { ...GUIDANCE, later } }), '日照分析报告')?.code,
    ).toBe('material-named-already')
    expect(
      aMaterialNamedLaterIsNotOnTheList(aProject({ guidance: { ...GUIDANCE, lists: [] } }), '日照')?.code,
    ).toBe('list-not-given')
  })
})

describe('changesAreNamed', () => {
  it('what came, what went, and which limit is another one', () => {
    const organ = { id: 'o', name: { zh: '部门' }, short: { zh: '部门' } }
    const item = { id: 'i', name: { zh: '事项' }, organ, days: 5, after: [], conditions: [], fees: [] }
    const stage = (days: number) => ({
      id: 's',
      name: { zh: '阶段' },
      lead: organ,
      days,
      items: [{ ...item, days }],
    })
    const before = { ...LIST, stages: [stage(5)] }
    const now = { ...before, stages: [stage(7)], materials: [{ ...MATERIAL, name: { zh: '新材料' } }] }
    expect(changesAreNamed(before, now)).toMatchObject({
      added: [{ zh: '新材料' }],
      gone: [{ zh: '建设工程规划许可证' }],
      changed: [{ zh: '事项：承诺时限由 5 个工作日改为 7 个工作日' }],
    })
    expect(changesAreNamed(before, before)).toEqual({ added: [], gone: [], changed: [] })
  })
})

describe('aMeetingIsCalledAhead', () => {
  const known = new Set(['civil-air-defence'])
  it('for a day that is not past, with offices that there are', () => {
    expect(aMeetingIsCalledAhead('2026-11-23', '2026-11-23', ['civil-air-defence'], known)).toBeUndefined()
    expect(aMeetingIsCalledAhead('2026-11-22', '2026-11-23', [], known)?.code).toBe('meeting-day-past')
    expect(aMeetingIsCalledAhead('2026-11-24', '2026-11-23', ['nobody'], known)?.code).toBe('organ-unknown')
  })
})

describe('onlyTheInvitedAnswer', () => {
  it('offices, the caller’s own and the owner; not after it is over', () => {
    for (const party of [OWNER, 'natural-resources', 'civil-air-defence'])
      expect(onlyTheInvitedAnswer(MEETING, party)).toBeUndefined()
    expect(onlyTheInvitedAnswer(MEETING, 'education')?.code).toBe('meeting-not-invited')
    expect(onlyTheInvitedAnswer({ ...MEETING, cancelled: '改期' }, OWNER)?.code).toBe('meeting-over')
    expect(onlyTheInvitedAnswer(minutes(), OWNER)?.code).toBe('meeting-over')
  })
})

describe('everyPointHasItsOfficeAndDay', () => {
  const present = [{ party: OWNER, name: '王小明' }]
  const point = { id: 'p', text: '补充', party: 'civil-air-defence', due: '2026-12-01' }
  it.each([
    ['as it should be', { present, points: [point] }, '2026-11-26', undefined],
    ['before the day', { present, points: [point] }, '2026-11-25', 'meeting-not-held-yet'],
    ['nobody was there', { present: [], points: [] }, '2026-11-26', 'minutes-name-nobody'],
    [
      'for one who was not invited',
      { present, points: [{ ...point, party: 'education' }] },
      '2026-11-26',
      'meeting-not-invited',
    ],
    [
      'due on the day itself',
      { present, points: [{ ...point, due: '2026-11-26' }] },
      '2026-11-26',
      'point-due-too-early',
    ],
  ])('%s', (_, written, today, code) => {
    expect(everyPointHasItsOfficeAndDay(MEETING, written, today)?.code).toBe(code)
  })
})

describe('onlyThosePresentSign', () => {
  it('each for himself and once', () => {
    expect(onlyThosePresentSign(minutes(), OWNER)).toBeUndefined()
    expect(onlyThosePresentSign(minutes(), 'civil-air-defence')?.code).toBe('minutes-not-present')
    expect(onlyThosePresentSign(MEETING, OWNER)?.code).toBe('minutes-not-written')
    const signed = minutes({ present: [{ party: OWNER, name: '王小明', signedAt: AT }] })
    expect(onlyThosePresentSign(signed, OWNER)?.code).toBe('minutes-signed-already')
  })
})

describe('aPointIsClosedByWhomItBinds', () => {
  it('after all have signed, and once', () => {
    expect(aPointIsClosedByWhomItBinds(minutes(), 'p', OWNER)?.code).toBe('minutes-not-signed')
    expect(aPointIsClosedByWhomItBinds(minutes({ final: 9 }), 'p', OWNER)).toBeUndefined()
    expect(aPointIsClosedByWhomItBinds(minutes({ final: 9 }), 'p', 'education')?.code).toBe('point-not-yours')
    const points = [{ id: 'p', text: '', party: OWNER, due: '2026-12-01', doneAt: AT }]
    expect(aPointIsClosedByWhomItBinds(minutes({ final: 9, points }), 'p', OWNER)?.code).toBe(
      'point-done-already',
    )
  })
})
