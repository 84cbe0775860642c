/** What the owner of a project and the offices do about it, as steps of a journey. */
import { type Client, legalDayOf, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import type { projectsEndpoints } from '@mashang/projects/contract'
import type { Locator, Page } from 'playwright-core'
import { sees, WANG } from './citizen-steps.ts'
import type { City } from './city.ts'
import { staff } from './desk-steps.ts'
import { look } from './look.ts'

/** The module itself, for what a journey begins with. */
export function projectsAs({ server }: City, who: Who): Client<typeof projectsEndpoints> {
  return clientAs(server.modules.projects.handlers, who)
}

export async function whoIs(page: Page): Promise<Extract<Who, { kind: 'citizen' }>> {
  const id = await page.evaluate(
    async () => ((await (await fetch('/api/identity/me')).json()) as { id: string }).id,
  )
  return { kind: 'citizen', id, name: WANG.name, session: 'e2e' }
}

/** Signs in and opens a project from what waits for the office. */
export async function opensTheDuty(city: City, account: string, duty: string): Promise<Page> {
  const page = await staff(city, account)
  await page.goto('/desk/projects')
  const row = page.getByRole('link', { name: duty, exact: true }).first()
  await row.waitFor()
  await look(page)
  await row.click()
  await page.waitForURL(/\/desk\/projects\/[0-9a-f-]{36}$/)
  await page.locator('.project-journal li').first().waitFor()
  return page
}

/** One act of an office on the page of a project. */
export function form(page: Page, title: string): Locator {
  return page.getByRole('group', { name: title, exact: true })
}

/** Gives the act; it is done when it is no longer asked for, or its next one is. */
export async function gives(page: Page, title: string): Promise<void> {
  await form(page, title).getByRole('button', { name: title, exact: true }).click()
}

/** Chooses from a list that is pulled down, looked for by what people call it. */
export async function picks(page: Page, list: Locator, shown: string, typed?: string): Promise<void> {
  await list.click()
  if (typed) await list.fill(typed)
  await page.locator('.ant-select-item-option:visible', { hasText: shown }).first().click()
}

export const dayOf = ({ clock }: Pick<City, 'clock'>) => legalDayOf(clock.now())

/** Anyone checks a document of the project by its public page. */
export async function isVerified(owner: Page, stranger: Page, title: string): Promise<void> {
  const line = owner.locator('main p', { hasText: `${title}（PDF）` })
  const link = line.getByRole('link', { name: '核验', exact: true })
  await stranger.goto((await link.getAttribute('href')) ?? 'no verification page')
  await sees(stranger, title)
  await sees(stranger, '真实有效')
  await look(stranger)
}
