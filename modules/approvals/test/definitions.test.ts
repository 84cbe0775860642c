import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { aKitePermit } from '@mashang/flow/testing'
import { checkUscc, isRefusal } from '@mashang/kit'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkDefinitions } from '../catalogue/check-definitions.ts'
import { loadProfile } from '../catalogue/load-profile.ts'
import { type Profile, regionNames, regionsBelow } from '../catalogue/profile.ts'

const FOLDER = fileURLToPath(new URL('../../../definitions/dalian/', import.meta.url))
const NOW = new Date('2026-11-23T02:00:00Z')

let profile: Profile
beforeAll(async () => {
  const loaded = await loadProfile(FOLDER)
  if (isRefusal(loaded)) throw new Error(JSON.stringify(loaded, null, 2))
  profile = loaded
})

const items = () => profile.items.map(({ item }) => item)
const atLeast = (count: number, what: string, fits: (item: Profile['items'][number]['item']) => boolean) =>
  expect(items().filter(fits).length, what).toBeGreaterThanOrEqual(count)

describe('the definitions of Dalian', () => {
  it('may all be published, on any day: no finding of any rule', async () => {
    for (const now of [NOW, new Date('2028-02-29T02:00:00Z')]) {
      const checked = await checkDefinitions(FOLDER, now)
      expect(checked).toMatchObject({ organs: 55, findings: [] })
    }
  })

  it('hold every file of the folder, each item once', () => {
    const files = readdirSync(`${FOLDER}/service-items`).filter((file) => file.endsWith('.yaml'))
    expect(profile.items.map(({ file }) => file)).toEqual(files.sort().map((file) => `service-items/${file}`))
    expect(new Set(items().map((item) => item.code)).size).toBe(files.length)
  })

  it('have thirty items and more of every kind', () => {
    expect(profile.items.length).toBeGreaterThanOrEqual(30)
    atLeast(5, 'on the spot', (item) => item.handling === 'on-the-spot')
    atLeast(20, 'promised', (item) => item.handling === 'promised')
    atLeast(10, 'site check', (item) => item.steps.some((step) => step.by === 'inspector'))
    atLeast(5, 'clock stop', (item) => item.steps.some((step) => step['clock-stop']))
    atLeast(4, 'fee', (item) => item.fees.length > 0)
    atLeast(2, 'renewal', (item) => item.situation === 'renewal')
    atLeast(1, 'change', (item) => item.situation === 'change')
    atLeast(1, 'cancellation', (item) => item.situation === 'cancellation')
    atLeast(8, 'for persons', (item) => item.applicants.includes('person'))
    atLeast(15, 'for enterprises', (item) => item.applicants.includes('enterprise'))
    atLeast(3, 'someone comes in person', (item) => item.visits > 0)
  })

  it('are complete: a question answered, a form to fill in, everyday words, examples with a path and a refusal', () => {
    for (const item of items()) {
      expect(item.faq.length, item.code).toBeGreaterThanOrEqual(1)
      expect(item['everyday-words'].length, item.code).toBeGreaterThanOrEqual(3)
      expect(item.materials.filter((material) => material['fill-in']).length, item.code).toBeGreaterThan(0)
      expect(
        item.examples?.some((example) => example.path),
        item.code,
      ).toBe(true)
      expect(
        item.examples?.some((example) => example.refused),
        item.code,
      ).toBe(true)
      expect(
        item.fields.some((field) => field.personal || field.prefill),
        item.code,
      ).toBe(true)
    }
  })

  it('name a person reads only by personal fields', () => {
    for (const { code, fields } of items()) {
      for (const field of fields) {
        if (field.type === 'id-card' || field.type === 'phone')
          expect(field.personal, `${code} ${field.id}`).toBe(true)
      }
    }
  })

  it('have 45 organs of the city and 10 of its districts, the invented ones of their data marked, with codes that pass their check', () => {
    expect(profile.organs).toHaveLength(55)
    for (const organ of profile.organs) {
      expect(checkUscc(organ.uscc ?? ''), organ.id).toMatchObject({ valid: true })
      expect(organ.note).toContain('虚构')
    }
    expect(new Set(profile.organs.map((organ) => organ['document-word'])).size).toBe(55)
    expect(new Set(profile.organs.map((organ) => organ.seal.name)).size).toBe(55)
  })

  it('have the four levels of regions', () => {
    const count = (digits: number) =>
      [...profile.regions.keys()].filter((code) => code.length === digits).length
    expect([count(6) - 1, count(9), count(12)]).toEqual([10, 152, 1832])
    expect(regionNames(profile, '210203011003')).toEqual(['大连市', '西岗区', '人民广场街道', '胜利社区'])
    expect(regionNames(profile, '110105001001')).toBeUndefined()
    expect(regionsBelow(profile, '210200').map((region) => region.code)).toContain('210203')
    expect(regionsBelow(profile, '210203').map((region) => region.name)).toContain('人民广场街道')
    expect(regionsBelow(profile, '210203011').map((region) => region.name)).toContain('胜利社区')
    expect(regionsBelow(profile, '210203011003')).toEqual([])
  })

  it('give the engine its kite-flying permit, word for word', () => {
    expect(items().find((item) => item.code === '2102-TY-XK-0001')).toEqual(aKitePermit())
  })
})
