import type { ProjectStages } from '@mashang/flow'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  checkStages,
  conditionComparesAFact,
  criticalPathIsAsPromised,
  stageRefersToWhatThereIs,
  worksOfAStageMakeNoCircle,
} from '../rules/stage-checks.ts'
import { itemsThatApply, totalOf } from '../rules/stages.ts'
import { FACTS } from '../testing/index.ts'
import { dalian } from './dalian.ts'

let city: Awaited<ReturnType<typeof dalian>>
let around: Parameters<typeof checkStages>[1]

beforeAll(async () => {
  city = await dalian()
  around = { organs: new Set(city.organs.map(({ id }) => id)), items: city.items, laws: city.laws }
})

/** The stages with one of their items changed. */
function withItem(id: string, change: object): ProjectStages {
  const { stages } = city
  return {
    ...stages,
    stages: stages.stages.map((stage) => ({
      ...stage,
      items: stage.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    })),
  }
}

describe('the stages of Dalian', () => {
  it('can be worked by', () => {
    expect(checkStages(city.stages, around)).toEqual([])
  })

  it('criticalPathIsThirtyEightWorkingDays for the standard project', () => {
    expect(city.stages.stages.map(({ name }) => name.zh)).toEqual([
      '立项用地规划许可',
      '工程建设许可',
      '施工许可',
      '竣工验收',
    ])
    expect(city.stages.types.find(({ id }) => id === 'standard')?.total).toBe('38wd')
    expect(totalOf(city.stages, FACTS)).toBe(38)
    expect(criticalPathIsAsPromised(withItem('planning-permit', { days: '12wd' }))).toMatchObject([
      { path: 'types.standard', words: { zh: '关键路径合计 40 个工作日，写的是 38wd。' } },
      { path: 'types.verified' },
      { path: 'types.government' },
    ])
  })

  it('ask of a project what its facts call for', () => {
    const idsOf = (facts: object) =>
      city.stages.stages.flatMap((stage) => itemsThatApply(stage, { ...FACTS, ...facts }).map(({ id }) => id))
    expect(idsOf({})).toContain('filing')
    expect(idsOf({})).not.toContain('verification')
    expect(idsOf({ kind: 'verification' })).toContain('verification')
    expect(idsOf({ land: 'owned' })).not.toContain('land-permit')
    expect(idsOf({ 'land-area': 4999 })).not.toContain('soil')
    expect(idsOf({ 'fire-special': true })).toContain('fire-design')
  })
})

describe('checkStages', () => {
  it('finds an item, an organ, a law that there is not', () => {
    const broken = withItem('water', { item: '2102-XX-XX-0000', organ: 'nobody' })
    expect(stageRefersToWhatThereIs(broken, around).map(({ path }) => path)).toEqual([
      'stages.building.water',
      'stages.building.water',
    ])
    expect(stageRefersToWhatThereIs(city.stages, { ...around, laws: new Set() }).length).toBeGreaterThan(0)
  })

  it('finds a condition on what is no fact', () => {
    expect(conditionComparesAFact(withItem('water', { when: { field: 'colour', is: 'red' } }))).toHaveLength(
      1,
    )
  })

  it('finds a circle, and a wait for what is not in the stage', () => {
    const circle = withItem('drawing-review', { after: ['construction-permit'] })
    expect(worksOfAStageMakeNoCircle(circle)).toMatchObject([{ path: 'stages.building' }])
    expect(worksOfAStageMakeNoCircle(withItem('water', { after: ['filing'] }))).toMatchObject([
      { path: 'stages.building.water' },
    ])
  })
})
