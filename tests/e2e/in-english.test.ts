import { afterAll, beforeAll, describe, it } from 'vitest'
import { applies, findsTheKitePermit, signsUp, tracks, WANG, withdraws } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'

describe('a citizen who reads English', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('finds the permit, signs up, applies, tracks the case and withdraws it, all in English', async () => {
    const wang = await city.visitor({ locale: 'en-GB' })
    await wang.goto('/prefer?language=en&next=/')
    await findsTheKitePermit(wang)
    await signsUp(wang, WANG)
    const kite = await applies(wang, { line: '80' })
    await tracks(wang, kite, WANG)
    await withdraws(wang, kite)
  })
})
