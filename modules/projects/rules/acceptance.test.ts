import { isRefusal } from '@mashang/kit'
import { beforeAll, describe, expect, it } from 'vitest'
import { dalian } from '../test/dalian.ts'
import { FACTS } from '../testing/index.ts'
import { aProject } from '../testing/state.ts'
import {
  acceptanceComesAfterTheWorks,
  acceptedNow,
  aFailureNamesWhatToRectify,
  onlyOpenItemsAreRectified,
  onlyWhatFailedIsVisitedAgain,
  ownVisit,
  visitNeedsTwoOfEachOffice,
} from './acceptance.ts'
import type { Acceptance, Rectification, Visit } from './state.ts'

const AT = '2026-11-23T02:00:00.000Z'
const TODAY = '2026-11-26'
const office = (organ: string) => ({ organ, looks: { zh: organ }, due: '2026-12-02' })
const visit = (results: Record<string, boolean>, offices = ['fire', 'air']): Visit => ({
  round: 1,
  on: '2026-11-25',
  time: '09:00',
  place: '工地',
  offices,
  staff: new Map(),
  results: new Map(
    Object.entries(results).map(([organ, passed]) => [organ, { passed, findings: '', by: '', at: AT }]),
  ),
})
const item = (rest: Partial<Rectification> = {}): Rectification => ({
  ...{ id: 'i', organ: 'fire', text: '', article: '', due: '2026-12-10', cleared: false },
  ...rest,
})
const acceptance = (visits: Visit[], ...items: Rectification[]): Acceptance => ({
  ...{ completedOn: '2026-11-20', contact: '', note: '', within: '7wd', at: AT, visits, items },
  offices: [office('fire'), office('air')],
})

describe('acceptanceComesAfterTheWorks', () => {
  let stages: Awaited<ReturnType<typeof dalian>>['stages']
  beforeAll(async () => {
    stages = (await dalian()).stages
  })
  const permitted = {
    facts: FACTS,
    applications: [
      {
        ...{ application: 'a', number: '1', item: '2102-ZJ-XK-0001', organ: 'o', submittedAt: AT },
        outcome: 'granted' as const,
      },
    ],
  }
  const ask = (rest: object, completedOn = '2026-11-20') =>
    acceptanceComesAfterTheWorks(aProject({ facts: FACTS, ...rest }), stages, completedOn, TODAY)?.code
  it('with the permit granted and the works finished, once', () => {
    expect(ask(permitted)).toBeUndefined()
    expect(ask({})).toBe('works-not-permitted')
    expect(ask(permitted, '2026-11-27')).toBe('works-not-finished')
    expect(ask({ ...permitted, acceptance: acceptance([]) })).toBe('acceptance-requested-already')
    expect(ask({ withdrawn: { reason: '', at: AT } })).toBe('project-withdrawn')
  })
})

describe('visitNeedsTwoOfEachOffice', () => {
  it.each([
    [['赵核查', '钱协查'], undefined],
    [['赵核查'], 'visit-needs-two'],
    [['赵核查', '赵核查 '], 'visit-needs-two'],
    [['', ' '], 'visit-needs-two'],
  ])('%s', (staff, code) => {
    const refused = visitNeedsTwoOfEachOffice(staff)
    expect(refused?.code).toBe(code)
    if (refused) expect(refused.article).toContain('第三十四条')
  })
})

describe('onlyWhatFailedIsVisitedAgain', () => {
  const again = (one: Acceptance | undefined, on = '2026-11-27') => {
    const found = onlyWhatFailedIsVisitedAgain(one, on, TODAY)
    return isRefusal(found) ? found.code : found
  }
  it('all offices first, then those that have not passed, once all is put right', () => {
    expect(again(undefined)).toBe('acceptance-not-requested')
    expect(again(acceptance([]))).toEqual(['fire', 'air'])
    expect(again(acceptance([]), '2026-11-25')).toBe('visit-day-past')
    expect(again(acceptance([visit({ air: true })]))).toBe('visit-not-over')
    const failed = visit({ air: true, fire: false })
    expect(again(acceptance([failed], item()))).toBe('rectification-open')
    expect(again(acceptance([failed], item({ done: { at: AT, text: '' } })))).toEqual(['fire'])
    expect(again({ ...acceptance([failed]), acceptedAt: AT })).toBe('works-accepted-already')
  })
})

describe('ownVisit', () => {
  it('is one at which the office is expected and has not concluded', () => {
    expect(ownVisit(acceptance([visit({ air: true })]), 'fire')).toMatchObject({ round: 1 })
    expect(ownVisit(acceptance([visit({ air: true })]), 'air')).toMatchObject({
      code: 'visit-concluded-already',
    })
    expect(ownVisit(acceptance([visit({})]), 'water')).toMatchObject({ code: 'visit-not-yours' })
  })
})

describe('aFailureNamesWhatToRectify', () => {
  const todo = { text: '补装', article: '', due: '2026-12-10' }
  const conclude = (rest: object, before: Rectification[] = [], today = TODAY) =>
    aFailureNamesWhatToRectify(
      { items: before },
      visit({}),
      'fire',
      { passed: true, items: [], cleared: [], ...rest },
      today,
    )?.code
  it('and a pass leaves nothing', () => {
    expect(conclude({})).toBeUndefined()
    expect(conclude({}, [], '2026-11-24')).toBe('visit-not-held-yet')
    expect(conclude({ items: [todo] })).toBe('passed-with-items')
    expect(conclude({}, [item()])).toBe('passed-with-items')
    expect(conclude({ cleared: ['i'] }, [item()])).toBeUndefined()
    expect(conclude({ passed: false })).toBe('failed-without-items')
    expect(conclude({ passed: false, items: [todo] })).toBeUndefined()
    expect(conclude({ passed: false }, [item()])).toBeUndefined()
    expect(conclude({ passed: false, items: [{ ...todo, due: '2026-11-25' }] })).toBe(
      'rectification-due-too-early',
    )
  })
})

describe('onlyOpenItemsAreRectified', () => {
  it('each by itself', () => {
    const one = acceptance([visit({})], item(), item({ id: 'c', cleared: true }))
    expect(onlyOpenItemsAreRectified(one, ['i'])).toBeUndefined()
    for (const ids of [[], ['c'], ['i', 'x']])
      expect(onlyOpenItemsAreRectified(one, ids)?.code).toBe('rectification-not-open')
  })
})

describe('acceptedNow', () => {
  it('when the last office has passed the works', () => {
    const now = (one: Acceptance) => acceptedNow(aProject({ acceptance: one })).length
    expect(now(acceptance([visit({ air: true })]))).toBe(0)
    expect(now(acceptance([visit({ air: true, fire: false })]))).toBe(0)
    expect(now(acceptance([visit({ air: true, fire: false }), visit({ fire: true }, ['fire'])]))).toBe(1)
    expect(now({ ...acceptance([visit({ air: true, fire: true })]), acceptedAt: AT })).toBe(0)
  })
})
