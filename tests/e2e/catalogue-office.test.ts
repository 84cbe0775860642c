import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { sees, signsUp, WANG } from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'
import { approvesAndPublishes, beginsAnItem, handsItIn, writesTheElements } from './office-steps.ts'

const NAME = '体育场地临时占用许可'

describe('the catalogue office', () => {
  let city: City
  let writes: Page
  let address: string
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  it('a clerk makes a new item from nothing by reading the desk alone', async () => {
    writes = await staff(city, 'mulu')
    await beginsAnItem(writes, NAME)
    await writesTheElements(writes)
    await look(writes)
  })

  it('and the checks, live beside the fields, lead to an item without a finding', async () => {
    address = await handsItIn(writes)
  })

  it('a second person approves it and publishes it, and a citizen finds it and starts to apply', async () => {
    const approves = await staff(city, 'guanli')
    await approvesAndPublishes(approves, address)
    await approves.locator('.item-views').getByText('历史').click()
    await approves.locator('.item-history').getByText('审核通过').waitFor()
    await look(approves)
    await approves.locator('.item-views').getByText('影响').click()
    await approves.getByText('没有在办的办件。').waitFor()
    await look(approves)

    const wang = await city.visitor()
    await signsUp(wang, WANG)
    await wang.goto(`/items?text=${encodeURIComponent('体育场地临时占用')}`)
    await wang.getByRole('link', { name: NAME }).first().click()
    await sees(wang, '占用期间不影响周边居民。')
    await wang.getByRole('link', { name: /在线办理/ }).click()
    await sees(wang, NAME)
  })
})
