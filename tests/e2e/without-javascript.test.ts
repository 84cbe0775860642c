import { afterAll, beforeAll, describe, it } from 'vitest'
import { applies, findsTheKitePermit, signsUp, tracks, WANG, withdraws } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'

describe('a citizen whose browser runs no scripts', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('finds the permit, signs up, applies, tracks the case and withdraws it', async () => {
    const wang = await city.visitor({ javaScriptEnabled: false })
    await findsTheKitePermit(wang)
    await signsUp(wang, WANG)
    const kite = await applies(wang, { line: '80' })
    await tracks(await city.visitor({ javaScriptEnabled: false }), kite, WANG)
    await withdraws(wang, kite)
  })
})
