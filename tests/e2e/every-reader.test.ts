import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
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
  withdraws,
} from './citizen-steps.ts'
import { aCity, type City } from './city.ts'
import { accepts, asksForCorrection, opens, staff } from './desk-steps.ts'
import { holdsAReceiptThatVerifies, isGranted, receivesALicenceThatVerifies } from './licence-steps.ts'

interface Reader {
  readonly who: string
  readonly browser: BrowserContextOptions
  readonly begins: string
}

const READERS: readonly Reader[] = [
  { who: 'a citizen whose browser runs no scripts', browser: { javaScriptEnabled: false }, begins: '/' },
  {
    who: 'a citizen who reads English',
    browser: { locale: 'en-GB' },
    begins: '/prefer?language=en&next=/',
  },
]

describe.each(READERS.map((reader) => [reader.who, reader] as const))('%s', (_who, { browser, begins }) => {
  let city: City
  let kite: Submitted
  beforeAll(async () => {
    city = await aCity()
  })
  afterAll(() => city?.close())

  async function visitor() {
    const page = await city.visitor(browser)
    await page.goto(begins)
    return page
  }

  it('finds the permit, signs up, applies and tracks the case', async () => {
    const wang = await visitor()
    await findsTheKitePermit(wang)
    await signsUp(wang, WANG)
    kite = await applies(wang, { line: '80' })
    await tracks(await visitor(), kite, WANG)
  })

  it('reads what to correct and corrects it', async () => {
    const officer = await staff(city, 'fengzheng')
    await opens(officer, kite)
    await asksForCorrection(officer, 'Draw the line of safety.')
    const wang = await visitor()
    await signsIn(wang, WANG)
    await opensTheCase(wang, kite)
    await sees(wang, 'Draw the line of safety.')
    await answersTheCorrection(wang, kite)
    await opens(officer, kite)
    await accepts(officer)
  })

  it('receives the licence, and anyone verifies it and the receipt', async () => {
    await isGranted(city, kite)
    const wang = await visitor()
    await signsIn(wang, WANG)
    const stranger = await visitor()
    await receivesALicenceThatVerifies(wang, stranger, kite)
    await holdsAReceiptThatVerifies(wang, stranger, kite)
  })

  it('withdraws another application', async () => {
    const wang = await visitor()
    await signsIn(wang, WANG)
    await withdraws(wang, await applies(wang, { line: '90' }))
  })
})
