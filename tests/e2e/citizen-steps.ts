/** What a citizen does on the public site, as steps of a journey, in the language and with the scripts of the page. */
import { idCardOf } from '@mashang/kit'
import type { Page } from 'playwright-core'
import { look, say } from './look.ts'

export const KITE = '2102-TY-XK-0001'

export interface Person {
  readonly phone: string
  readonly name: string
  readonly idCard: string
}

const PASSWORD = 'Kites-2026'

export const WANG: Person = {
  phone: '13900000001',
  name: '王小海',
  idCard: idCardOf('21020219880307102'),
}
export const LIU: Person = { phone: '13900000002', name: '刘小舟', idCard: idCardOf('21020419950912003') }

export async function press(page: Page, zh: string, en: string): Promise<void> {
  await page
    .locator('main')
    .getByRole('button', { name: await say(page, zh, en), exact: true })
    .click()
}

export async function follow(page: Page, zh: string, en: string): Promise<void> {
  await page
    .locator('main')
    .getByRole('link', { name: await say(page, zh, en), exact: true })
    .first()
    .click()
}

export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('main').getByText(text).first().waitFor()
}

/** Finds the kite permit in everyday words and opens its guide. */
export async function findsTheKitePermit(page: Page): Promise<void> {
  await page.goto('/')
  await look(page)
  await page.locator('#search-large').fill(await say(page, '放风筝', 'kite'))
  await press(page, '搜索', 'Search')
  await page.waitForURL(/\/items\?/)
  await look(page)
  await follow(page, '风筝放飞许可', 'Kite-flying permit')
  await page.waitForURL(`**/items/${KITE}`)
  await look(page)
}

/** Signs up with the code that the demonstration shows in place of a telephone. */
export async function signsUp(page: Page, person: Person): Promise<void> {
  await page.goto(`/sign-up?next=${encodeURIComponent('/my/applications')}`)
  await look(page)
  await page.locator('[name=phone]').fill(person.phone)
  await press(page, '获取验证码', 'Send the code')
  await page.locator('[name=code]').waitFor()
  await look(page)
  await page.locator('[name=code]').fill(await codeSentTo(page, person))
  await press(page, '登录', 'Sign in')
  await page.locator('[name=idCard]').waitFor()
  await look(page)
  await page.locator('[name=name]').fill(person.name)
  await page.locator('[name=idCard]').fill(person.idCard)
  await page.locator('[name=password]').fill(PASSWORD)
  await press(page, '注册并登录', 'Sign up')
  await page.waitForURL('**/my/applications')
  await look(page)
}

/** Signs in again, by the password of the sign-up. */
export async function signsIn(page: Page, person: Person): Promise<void> {
  await page.goto(`/sign-in/password?next=${encodeURIComponent('/my/applications')}`)
  await look(page)
  await page.locator('[name=phone]').fill(person.phone)
  await page.locator('[name=password]').fill(PASSWORD)
  await press(page, '登录', 'Sign in')
  await page.waitForURL('**/my/applications')
}

export async function codeSentTo(page: Page, person: Person): Promise<string> {
  const telephone = await page.context().newPage()
  await telephone.goto('/demo/messages')
  await look(telephone)
  const newest = telephone.locator('.messages > li', { hasText: person.phone }).first()
  const text = await newest.locator('.message-text').innerText()
  await telephone.close()
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? /\d{6}/.exec(text)?.[0]
  if (!code) throw new Error(`no code in: ${text}`)
  return code
}

export interface Flight {
  readonly line: string
}

/** Begins the application and fills in both pages of the form. */
export async function fillsInTheForm(page: Page, flight: Flight, applicant = 0): Promise<void> {
  await beginsTheForm(page, applicant)
  await choosesTheSite(page)
  await page.locator('[name="site.detail"]').fill('人民路 1 号')
  await page.locator('#land-public').check()
  await page.locator('[name=day]').fill('2027-02-01')
  await page.locator('[name="line-length"]').fill(flight.line)
  await page.locator('#night-no').check()
  await press(page, '保存并继续', 'Save and continue')
  await page.waitForURL(/\/materials$/)
  await look(page)
}

/** As far as the page about the flight; the first who may apply is oneself. */
export async function beginsTheForm(page: Page, applicant = 0): Promise<void> {
  await page.goto(`/apply/${KITE}`)
  await look(page)
  await page.locator('main input[type=radio]').nth(applicant).check()
  await press(page, '开始填写', 'Start')
  await page.locator('[name=phone]').waitFor()
  await look(page)
  await press(page, '保存并继续', 'Save and continue')
  await page.locator('[name="line-length"]').waitFor()
  await look(page)
}

/** District, street, community: each list comes with the choice before, or with its button where there is no script. */
export async function choosesTheSite(page: Page): Promise<void> {
  await page.locator('[name="site.1"]').selectOption('210202')
  await listsTheNext(page, 2)
  await page.locator('[name="site.2"]').selectOption({ index: 1 })
  await listsTheNext(page, 3)
  await page.locator('[name="site.3"]').selectOption({ index: 1 })
}

async function listsTheNext(page: Page, level: number): Promise<void> {
  const button = page.locator('.without-script button')
  if (await button.isVisible()) await button.click()
  await page.locator(`[name="site.${level}"] option`).nth(1).waitFor({ state: 'attached' })
  await page.locator(`[name="site.${level}"]`).waitFor()
}

/** Uploads the flight plan and goes on to the last page. */
export async function givesThePlan(page: Page): Promise<void> {
  await givesTheMaterials(page, ['plan'])
}

export async function givesTheMaterials(page: Page, materials: readonly string[]): Promise<void> {
  for (const material of materials) {
    const card = page.locator(`#material-${material}`)
    await page.locator(`#file-${material}`).setInputFiles(aPdf(`材料（${material}）.pdf`))
    const upload = card.getByRole('button', { name: await say(page, '上传', 'Upload') })
    if (await upload.first().isVisible()) await upload.first().click()
    await card.locator('.tag-done').waitFor()
  }
  await look(page)
  await follow(page, '继续', 'Continue')
  await page.waitForURL(/\/delivery$/)
  await look(page)
  await press(page, '保存并继续', 'Save and continue')
  await page.waitForURL(/\/review$/)
  await look(page)
}

export interface Submitted {
  readonly id: string
  readonly number: string
}

export async function submits(page: Page): Promise<Submitted> {
  await press(page, '确认并提交', 'Confirm and submit')
  return submitted(page)
}

/** What the page says once something was submitted. */
export async function submitted(page: Page): Promise<Submitted> {
  await page.waitForURL(/\/done$/)
  await look(page)
  const number = (await page.locator('.done-number').innerText()).trim()
  const id = /applications\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (!id) throw new Error(`no case in ${page.url()}`)
  return { id, number }
}

export async function applies(page: Page, flight: Flight): Promise<Submitted> {
  await fillsInTheForm(page, flight)
  await givesThePlan(page)
  return submits(page)
}

export async function opensTheCase(page: Page, { id }: Submitted): Promise<void> {
  await page.goto(`/my/applications/${id}`)
  await look(page)
}

/** Answers the correction with a new flight plan, from the case's own page. */
export async function answersTheCorrection(page: Page, submitted: Submitted): Promise<void> {
  await opensTheCase(page, submitted)
  await follow(page, '去补正', 'Correct it now')
  await page.waitForURL(/\/correct$/)
  await look(page)
  await page.locator('#file-plan').setInputFiles(aPdf('放飞方案（补正）.pdf'))
  // A script uploads at once; without one the file goes with the whole form.
  const upload = page.getByRole('button', { name: await say(page, '上传', 'Upload'), exact: true })
  if (!(await upload.isVisible())) await page.locator('[name=added]').waitFor({ state: 'attached' })
  await press(page, '提交补正', 'Submit the correction')
  await page.waitForURL(`**/my/applications/${submitted.id}`)
  await look(page)
}

export async function withdraws(page: Page, submitted: Submitted): Promise<void> {
  await opensTheCase(page, submitted)
  await follow(page, '撤回申请', 'Withdraw this application')
  await page.waitForURL(/\/withdraw$/)
  await look(page)
  await page.locator('[name=reason]').fill('改期再放。')
  await press(page, '确认撤回', 'Withdraw')
  await page.waitForURL(`**/my/applications/${submitted.id}`)
  await look(page)
  await sees(page, await say(page, '您已撤回申请。', 'You withdrew this application.'))
}

/** Anyone with the number and the telephone sees where a case is. */
export async function tracks(page: Page, { number }: Submitted, person: Person): Promise<void> {
  await page.goto('/track')
  await look(page)
  await page.locator('[name=number]').fill(number)
  await page.locator('[name=phone]').fill(person.phone)
  await press(page, '查询', 'Track')
  await page.locator('main .case-head').waitFor()
  await sees(page, number)
  await look(page)
}

/** Comes back to a page until what the office's machines make has come. */
export async function reloadsUntil(page: Page, what: ReturnType<Page['locator']>): Promise<void> {
  const end = Date.now() + 60_000
  while ((await what.count()) === 0) {
    if (Date.now() > end) throw new Error(`it never came to ${page.url()}`)
    await page.waitForTimeout(500)
    await page.reload()
  }
}

/** Fetches a file with the visitor's own session; it must be a PDF. */
export async function downloadsPdf(page: Page, link: ReturnType<Page['locator']>): Promise<Buffer> {
  const href = await link.first().getAttribute('href')
  if (!href) throw new Error('the link leads nowhere')
  const answer = await page.context().request.get(href)
  const body = await answer.body()
  if (answer.status() !== 200 || body.subarray(0, 4).toString() !== '%PDF')
    throw new Error(`${href} gave ${answer.status()} and no PDF`)
  return body
}

function aPdf(name: string) {
  const page = '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj'
  const text = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n${page}\ntrailer<</Root 1 0 R>>\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`${text}% ${name}\n`) }
}
