/**
 * The whole city for a journey: the real server on a database of its own, a clock that is set by hand, a browser.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIGRATIONS, readConfig, startServer } from '@mashang/server'
import { testDatabase } from '@mashang/store/testing'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { DEMO_PASSWORD, DEMO_STAFF, type DemoStaff } from '../../apps/server/demo/people.ts'

/** The sports bureau handles the kite permit, the item every journey is tried on. */
const KITE_STAFF: readonly DemoStaff[] = [
  { account: 'fengzheng', name: '钱承办', organ: 'sports-bureau', roles: ['handling-officer'] },
  { account: 'xianchang', name: '冯核查', organ: 'sports-bureau', roles: ['inspector'] },
  { account: 'jueding', name: '何首席', organ: 'sports-bureau', roles: ['approval-head'] },
]

export interface City {
  readonly url: string
  readonly clock: { now(): Date; set(instant: string): void; passDays(days: number): void }
  readonly server: Awaited<ReturnType<typeof startServer>>
  /** A fresh visitor: own cookies, own window. Fails the test on an error in the page's scripts. */
  visitor(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function aCity(start = '2026-11-23T02:00:00.000Z'): Promise<City> {
  const database = await testDatabase({ migrations: MIGRATIONS })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-city-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  // It runs on from where it is set: codes that may be sent once a minute, sessions and limits stay true to life.
  let ahead = Date.parse(start) - Date.now()
  const clock = {
    now: () => new Date(Date.now() + ahead),
    set: (instant: string) => {
      ahead = Date.parse(instant) - Date.now()
    },
    passDays: (days: number) => {
      ahead += days * 86_400_000
    },
  }
  const config = readConfig({
    PORT: String(port),
    HOST: 'localhost',
    DATA: folder,
    DEMO: 'true',
    DATABASE_URL: database.url,
    PUBLIC_URL: url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    RATE_PER_MINUTE: '0',
  })
  const server = await startServer(config, { clock })
  await addStaff(server)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  return {
    url,
    clock,
    server,
    visitor: (options) => openPage(browser, url, options),
    close: async () => {
      if (process.env.SHOW_PAGES) await showPages(browser)
      await browser.close()
      await server.stop()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function addStaff({ modules }: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  for (const member of [...DEMO_STAFF, ...KITE_STAFF]) {
    await modules.identity.addStaff(
      { ...member, password: DEMO_PASSWORD },
      { kind: 'system', id: 'e2e', name: '' },
    )
  }
}

async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  page.on('pageerror', (error) => {
    throw error
  })
  return page
}

/** For whoever mends a journey: where each visitor stood at the end, and what was on the page. */
async function showPages(browser: Browser): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    console.log(page.url())
    console.log(await page.locator('main, #root').first().innerText({ timeout: 2000 }).catch(String))
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}
