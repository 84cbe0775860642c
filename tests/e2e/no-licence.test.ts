import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applies, downloadsPdf, opensTheCase, reloadsUntil, sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { declines, opens, staff } from './desk-steps.ts'
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
    await sees(wang, /日内申请行政复议/)
    const letter = wang.getByRole('link', { name: /不予受理/ })
    await reloadsUntil(wang, letter)
    await look(wang)
    expect((await downloadsPdf(wang, letter)).length).toBeGreaterThan(1000)
  })
})
