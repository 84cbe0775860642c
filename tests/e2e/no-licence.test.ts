import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applies,
  downloadsPdf,
  LIU,
  opensTheCase,
  reloadsUntil,
  sees,
  signsUp,
  WANG,
} from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { accepts, concludesTheStep, declines, opens, refuses, staff } from './desk-steps.ts'
import { look } from './look.ts'

describe('an application that ends without a licence', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('is declined naming the right organ, and the citizen reads where to go and what his rights are', async () => {
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    const kite = await applies(wang, { line: '80' })
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    await declines(officer, '大连市公安局', '放飞地点在禁飞区内，由公安机关批准。')

    await opensTheCase(wang, kite)
    await sees(wang, '不予受理，请向大连市公安局申请。')
    await sees(wang, /日内向.+申请行政复议/)
    const letter = wang.getByRole('link', { name: /不予受理/ })
    await reloadsUntil(wang, letter)
    await look(wang)
    expect((await downloadsPdf(wang, letter)).length).toBeGreaterThan(1000)
  })

  it('is refused with reasons, and the citizen reads them with his rights', async () => {
    const liu = await city.visitor()
    await signsUp(liu, LIU)
    const kite = await applies(liu, { line: '80' })
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    await accepts(officer)
    await concludesTheStep(officer, '材料齐全，提请决定。')
    const head = await staff(city, 'jueding')
    await opens(head, kite)
    await refuses(head, '放飞地点在机场净空保护区内，不符合放飞条件。')

    await opensTheCase(liu, kite)
    await sees(liu, '放飞地点在机场净空保护区内，不符合放飞条件。')
    await sees(liu, /日内向.+申请行政复议/)
    const letter = liu.getByRole('link', { name: /不予/ })
    await reloadsUntil(liu, letter)
    await look(liu)
    expect((await downloadsPdf(liu, letter)).length).toBeGreaterThan(1000)
    expect(await liu.getByRole('link', { name: '公开核验页' }).count()).toBe(0)
  })
})
