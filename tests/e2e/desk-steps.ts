/** What the people of the office do at the desk, as steps of a journey. */
import type { Locator, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../apps/server/demo/people.ts'
import type { Submitted } from './citizen-steps.ts'
import type { City } from './city.ts'
import { look, say } from './look.ts'

/** A member of staff at a fresh window, signed in. */
export async function staff(city: City, account: string): Promise<Page> {
  const page = await city.visitor()
  await page.goto('/desk/')
  await page.locator('[name=account]').waitFor()
  await look(page)
  await page.locator('[name=account]').fill(account)
  await page.locator('[name=password]').fill(DEMO_PASSWORD)
  await page.locator('.sign-in-form button[type=submit]').click()
  await page.locator('.top-bar').waitFor()
  return page
}

/** Opens a case from the list it stands in. */
export async function opens(page: Page, { number }: Submitted, view = 'to-do'): Promise<void> {
  await page.goto(`/desk/inbox?view=${view}`)
  const row = page.getByRole('link', { name: number })
  await row.waitFor()
  await look(page)
  await row.click()
  await page.locator('.case-head').waitFor()
  await page.locator('.journal li').first().waitFor()
  await look(page)
}

/** The names of what may be done to the open case, in order. */
export function offered(page: Page): Promise<string[]> {
  return page.locator('.actions .action-name').allInnerTexts()
}

export async function choose(page: Page, zh: string, en: string): Promise<void> {
  const head = page
    .locator('.action-head')
    .filter({ has: page.getByText(await say(page, zh, en), { exact: true }) })
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
  await page.locator('.action-open .action-form').waitFor()
}

export async function send(page: Page, zh: string, en: string): Promise<void> {
  await page
    .locator('.action-form')
    .getByRole('button', { name: await say(page, zh, en), exact: true })
    .click()
}

/** A final act asks once. */
export async function confirm(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await look(page)
  await dialog.getByRole('button').last().click()
}

export async function isDone(page: Page, zh: string, en: string): Promise<void> {
  await page.locator('.actions .done', { hasText: await say(page, zh, en) }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await look(page)
}

export async function accepts(page: Page): Promise<void> {
  await choose(page, '受理', 'Accept')
  await send(page, '受理', 'Accept')
  await isDone(page, '已受理。', 'Accepted.')
}

export async function asksForCorrection(page: Page, what: string): Promise<void> {
  await choose(page, '一次性告知补正', 'Ask for a correction')
  await page.getByRole('checkbox', { name: '放飞方案' }).check()
  await page.getByLabel('放飞方案 · 具体要求').fill(what)
  await look(page)
  await send(page, '预览并发出告知书…', 'Preview and send…')
  await confirm(page)
  await isDone(page, '已告知申请人补正。', 'The applicant has been asked for the correction.')
}

export async function declines(page: Page, rightOrgan: string, reason: string): Promise<void> {
  await choose(page, '不予受理', 'Decline')
  await page.getByLabel('有权机关').fill(rightOrgan)
  await page.getByLabel('理由').fill(reason)
  await look(page)
  await send(page, '不予受理…', 'Decline…')
  await confirm(page)
  await isDone(page, '已不予受理', 'Declined')
}

export async function stopsTheClock(page: Page, reason: string): Promise<void> {
  await choose(page, '启动特别程序', 'Stop the clock')
  await page.locator('.action-form').getByRole('spinbutton', { name: '预计所需时间' }).fill('10')
  await page.locator('.action-form').getByLabel('理由').fill(reason)
  await look(page)
  await send(page, '启动特别程序…', 'Stop the clock…')
  await confirm(page)
  await isDone(page, '特别程序已启动，计时已停。', 'The clock is stopped.')
}

export async function resumesTheClock(page: Page, note: string): Promise<void> {
  await choose(page, '结束特别程序', 'Resume the clock')
  await page.getByLabel('结果说明').fill(note)
  await send(page, '恢复计时', 'Resume')
  await isDone(page, '已恢复计时。', 'The clock runs again.')
}

export async function concludesTheStep(page: Page, findings: string): Promise<void> {
  await choose(page, '办结当前环节', 'Conclude the step')
  await page.getByLabel('审查意见').fill(findings)
  await send(page, '办结环节', 'Conclude the step')
  await isDone(page, '环节已办结。', 'The step is concluded.')
}

/** A site check cannot be concluded alone; with a colleague named it can. */
export async function concludesTheSiteCheck(page: Page, findings: string, colleague: string): Promise<void> {
  await choose(page, '办结当前环节', 'Conclude the step')
  await page.getByLabel('审查意见').fill(findings)
  await page.getByText('还须填写 1 位共同参加的人员。').waitFor()
  const conclude = page.locator('.action-form').getByRole('button', { name: '办结环节', exact: true })
  if (await conclude.isEnabled()) throw new Error('one alone may conclude a site check')
  await page.getByLabel('共同参加的工作人员').fill(colleague)
  await page.keyboard.press('Enter')
  await look(page)
  await conclude.click()
  await isDone(page, '环节已办结。', 'The step is concluded.')
}

export async function grants(page: Page): Promise<void> {
  await choose(page, '作出决定', 'Decide')
  await page.getByRole('radio', { name: '准予许可', exact: true }).check()
  await send(page, '作出决定…', 'Decide…')
  await confirm(page)
  await isDone(page, '决定已作出。', 'The decision is made.')
}

export async function refuses(page: Page, reasons: string): Promise<void> {
  await choose(page, '作出决定', 'Decide')
  await page.getByRole('radio', { name: '不予许可', exact: true }).check()
  await page.getByText('不予许可必须说明理由。').waitFor()
  await page.locator('.action-form textarea').fill(reasons)
  await look(page)
  await send(page, '作出决定…', 'Decide…')
  await confirm(page)
  await isDone(page, '决定已作出。', 'The decision is made.')
}

/** The promised day as the head of the case shows it. */
export function promisedDay(page: Page): Promise<string> {
  return page.locator('.case-clock').first().locator('.quiet').last().innerText()
}

/** Why the promised day is the day it is. */
export function why(page: Page): Promise<string> {
  return page.locator('.why-clocks > div').first().innerText()
}

/** The supervisor reminds the office of a case from its row. */
export async function reminds(page: Page, row: Locator, note: string): Promise<void> {
  await row.getByRole('button', { name: '督办提醒' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('备注').fill(note)
  await look(page)
  await dialog.getByRole('button', { name: '发出提醒' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('已提醒承办部门。').waitFor()
}
