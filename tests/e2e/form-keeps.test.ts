import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginsTheForm, choosesTheSite, press, signsIn, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { look } from './look.ts'

describe('a form', () => {
  let city: City
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('keeps what was typed, leads to each mistake, and is gone on with in another browser', async () => {
    const wang = await city.visitor()
    await signsUp(wang, WANG)
    await beginsTheForm(wang)
    await choosesTheSite(wang)
    await wang.locator('[name="site.detail"]').fill('人民路 1 号')
    await wang.locator('[name="line-length"]').fill('800')
    await press(wang, '保存并继续', 'Save and continue')

    const summary = wang.locator('.error-summary')
    await summary.waitFor()
    await look(wang)
    expect(await wang.locator('[name="line-length"]').inputValue()).toBe('800')
    expect(await wang.locator('[name="site.detail"]').inputValue()).toBe('人民路 1 号')
    await summary.getByRole('link', { name: /线长/ }).click()
    expect(await wang.locator(':target [name="line-length"]').count()).toBe(1)
    await wang.locator('[name="line-length"]').fill('300')
    await press(wang, '保存，以后再填', 'Save for later')
    await wang.waitForURL(/\/my\/applications/)

    const elsewhere = await city.visitor({ viewport: { width: 390, height: 844 } })
    await signsIn(elsewhere, WANG)
    await look(elsewhere)
    await elsewhere.locator('main a[href^="/drafts/"]').first().click()
    await elsewhere.locator('[name="line-length"]').waitFor()
    expect(await elsewhere.locator('[name="line-length"]').inputValue()).toBe('300')
    expect(await elsewhere.locator('[name="site.detail"]').inputValue()).toBe('人民路 1 号')
    expect(await elsewhere.locator('[name="site.3"]').inputValue()).not.toBe('')
  })
})
