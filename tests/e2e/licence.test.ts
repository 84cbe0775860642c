import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answersTheCorrection,
  applies,
  findsTheKitePermit,
  opensTheCase,
  type Submitted,
  sees,
  signsIn,
  signsUp,
  tracks,
  WANG,
} from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import {
  accepts,
  asksForCorrection,
  concludesTheStep,
  offered,
  opens,
  promisedDay,
  resumesTheClock,
  staff,
  stopsTheClock,
  why,
} from './desk-steps.ts'
import { holdsAReceiptThatVerifies, isSeenAndGranted, receivesALicenceThatVerifies } from './licence-steps.ts'

describe('from an application to a licence that anyone can verify', () => {
  let city: City
  let kite: Submitted
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('a citizen finds the permit in everyday words and applies', async () => {
    const wang = await city.visitor()
    await findsTheKitePermit(wang)
    await signsUp(wang, WANG)
    kite = await applies(wang, { line: '400' })
    await tracks(await city.visitor(), kite, WANG)
  })

  it('the office asks for a correction once, the citizen answers, it is accepted', async () => {
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    expect(await offered(officer)).toContain('一次性告知补正')
    await asksForCorrection(officer, '请写明下风向的警戒线。')

    const wang = await city.visitor()
    await signsIn(wang, WANG)
    await opensTheCase(wang, kite)
    await sees(wang, '请写明下风向的警戒线。')
    await answersTheCorrection(wang, kite)

    await opens(officer, kite)
    expect(await offered(officer)).not.toContain('一次性告知补正')
    await accepts(officer)
  })

  it('experts review it while the clock stands, and the promised day moves by that time', async () => {
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    const before = await promisedDay(officer)
    await stopsTheClock(officer, '线长超过 300 米，需要专家评审。')

    city.clock.passDays(7)
    const later = await staff(city, 'fengzheng')
    await opens(later, kite, 'stopped')
    await resumesTheClock(later, '专家认为可以放飞。')
    expect(await promisedDay(later)).not.toBe(before)
    expect(await why(later)).toContain('专家评审')
    await concludesTheStep(later, '材料齐全，符合条件。')
  })

  it('two people check the site, the head grants it', async () => {
    await isSeenAndGranted(city, kite)
  })

  it('the licence is a PDF that verifies, by its code and by its file; so does the receipt', async () => {
    const wang = await city.visitor()
    await signsIn(wang, WANG)
    const stranger = await city.visitor()
    await receivesALicenceThatVerifies(wang, stranger, kite)
    await holdsAReceiptThatVerifies(wang, stranger, kite)
  })
})
