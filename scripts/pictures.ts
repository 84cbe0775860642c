/**
 * `npm run pictures`: screenshots of each tour at 1280 and 390 pixels, of the demo city as of a fixed day, into
 * docs/pictures. A picture is written again only when the page really changed.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startServer } from '@mashang/server'
import { sql } from 'kysely'
import { type Browser, chromium, type Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../apps/server/demo/people.ts'
import { seedDemo } from '../apps/server/demo/seed.ts'
import { freePort } from '../tests/e2e/city.ts'

const FOLDER = new URL('../docs/pictures/', import.meta.url).pathname
const WIDTHS = [1280, 390] as const
const TODAY = new Date('2026-11-24T01:30:00.000Z')
const LARGEST = 150 * 1024
/** Share of pixels that must differ for a page to count as changed: numbers and codes differ from run to run. */
const CHANGED = 0.02

interface Shot {
  readonly name: string
  readonly path: string
  readonly as?: 'citizen' | string
  readonly act?: (page: Page) => Promise<void>
}

/** Follows links one after the other: each the first of its page that fits. */
const follow =
  (...links: readonly string[]) =>
  async (page: Page) => {
    for (const link of links) {
      await page.locator(link).first().click()
      await page.waitForLoadState('networkidle')
    }
  }

const openFirst = async (page: Page) => {
  await page.locator('main a[href*="/cases/"]:visible').first().click()
  await page.locator('.case-head').waitFor()
}

const SHOTS: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'search', path: '/items?text=开饭店' },
  { name: 'guide', path: '/items/2102-SJ-XK-0001' },
  { name: 'guide-en', path: '/items/2102-SJ-XK-0001?lang=en' },
  { name: 'verify', path: '/verify' },
  { name: 'catalogue', path: '/catalogue' },
  { name: 'announcements', path: '/announcements' },
  { name: 'projects-public', path: '/projects/public' },
  { name: 'my-projects', path: '/projects', as: 'citizen' },
  { name: 'my-materials', path: '/my/materials', as: 'citizen' },
  { name: 'my-privacy', path: '/my/privacy', as: 'citizen' },
  { name: 'my-applications', path: '/my/applications', as: 'citizen' },
  {
    name: 'my-application',
    path: '/my/applications',
    as: 'citizen',
    act: follow('main a[href^="/my/applications/"]'),
  },
  {
    name: 'my-fee',
    path: '/my/applications',
    as: 'citizen',
    act: follow('main a[href^="/my/applications/"]:has-text("挖掘城市道路")', 'main a[href$="/fees"]'),
  },
  { name: 'bundle', path: '/bundles/open-hotel?asked=1&registered=yes&breakfast=yes&lift=no' },
  { name: 'bundles', path: '/bundles' },
  {
    name: 'my-bundle',
    path: '/my/applications',
    as: 'citizen',
    act: follow('main a[href^="/my/bundles/"]'),
  },
  { name: 'questions', path: '/questions' },
  { name: 'ratings', path: '/ratings' },
  { name: 'quota', path: '/items/2102-HY-XK-0001/quota' },
  {
    name: 'project',
    path: '/projects',
    as: 'citizen',
    act: follow('main a[href^="/projects/"]:has-text("星海湾")'),
  },
  {
    name: 'drawings',
    path: '/projects',
    as: 'citizen',
    act: follow('main a[href^="/projects/"]:has-text("星海湾")', 'main a[href$="/drawings"]'),
  },
  {
    name: 'acceptance',
    path: '/projects',
    as: 'citizen',
    act: follow('main a[href^="/projects/"]:has-text("研发楼")', 'main a[href$="/acceptance"]'),
  },
  { name: 'places', path: '/items/2102-TY-XK-0020/quota' },
  { name: 'my-fees', path: '/my/fees', as: 'citizen' },
  { name: 'desk-places', path: '/desk/places', as: 'tiyu' },
  { name: 'desk-bulletin', path: '/desk/supervision?tab=bulletin', as: 'jiancha' },
  { name: 'desk-refunds', path: '/desk/fees?tab=refunds', as: 'shoufei' },
  { name: 'desk-inbox', path: '/desk/', as: 'chengban' },
  { name: 'desk-case', path: '/desk/', as: 'chengban', act: openFirst },
  { name: 'desk-decision', path: '/desk/', as: 'shouxi', act: openFirst },
  { name: 'desk-supervision', path: '/desk/supervision', as: 'jiancha' },
  { name: 'desk-items', path: '/desk/items', as: 'mulu' },
  { name: 'desk-item', path: '/desk/items/2102-TY-XK-0001/3', as: 'mulu' },
  { name: 'desk-office', path: '/desk/office', as: 'shouxi' },
  { name: 'desk-licences', path: '/desk/licences', as: 'shouxi' },
  { name: 'desk-ratings', path: '/desk/ratings?view=open', as: 'shouxi' },
  { name: 'desk-mandates', path: '/desk/mandates', as: 'shouxi' },
  { name: 'desk-questions', path: '/desk/questions', as: 'chengban' },
  { name: 'desk-bundles', path: '/desk/bundles', as: 'chengban' },
  { name: 'desk-fees', path: '/desk/fees', as: 'shoufei' },
  { name: 'desk-assistance', path: '/desk/assistance', as: 'bangban' },
  { name: 'desk-window', path: '/desk/window', as: 'chuangkou' },
  { name: 'desk-projects', path: '/desk/projects', as: 'jiancha' },
  { name: 'desk-people', path: '/desk/people', as: 'guanli' },
]

async function main(): Promise<void> {
  const only = process.argv.slice(2)
  const folder = await mkdtemp(join(tmpdir(), 'mashang-pictures-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let at = TODAY
  const clock = {
    now: () => at,
    set: (instant: Date) => {
      at = instant
    },
  }
  const config = readConfig({
    PORT: String(port),
    HOST: 'localhost',
    DATA: folder,
    DEMO: 'true',
    PUBLIC_URL: url,
    LOG_LEVEL: 'error',
    RATE_PER_MINUTE: '0',
  })
  const server = await startServer(config, { clock })
  const { modules } = server
  await seedDemo({ modules, clock, documents: modules.documents, now: TODAY })
  await modules.tasks['approvals:watch-deadlines']?.(undefined)
  await documentsIssued(server)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  await mkdir(FOLDER, { recursive: true })
  for (const shot of SHOTS) {
    if (only.length > 0 && !only.includes(shot.name)) continue
    for (const width of WIDTHS) await take(browser, url, shot, width)
  }
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Waits until the worker has issued what the played cases call for. */
async function documentsIssued({ store }: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  let before = -1
  for (let round = 0; round < 60; round++) {
    const { rows } = await sql<{ count: number }>`select count(*) from approvals.document`.execute(store.db)
    const now = rows[0]?.count ?? 0
    if (now > 0 && now === before) return
    before = now
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
}

async function take(browser: Browser, url: string, shot: Shot, width: number): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    viewport: { width, height: width > 600 ? 860 : 844 },
  })
  const page = await context.newPage()
  if (shot.as === 'citizen') await signInCitizen(page)
  else if (shot.as) await signInStaff(page, shot.as)
  await page.goto(shot.path, { waitUntil: 'networkidle' })
  await shot.act?.(page)
  await page.waitForTimeout(400)
  await keep(browser, page, `${shot.name}-${width}.webp`)
  await context.close()
}

async function signInCitizen(page: Page): Promise<void> {
  await page.goto('/sign-in/password')
  await page.locator('input[name="phone"]').fill('13800000001')
  await page.locator('input[type="password"]').fill(DEMO_PASSWORD)
  await page.locator('main form button[type="submit"]').first().click()
  await page.waitForLoadState('networkidle')
}

async function signInStaff(page: Page, account: string): Promise<void> {
  await page.goto('/desk/', { waitUntil: 'networkidle' })
  await page.locator('input[autocomplete="username"]').fill(account)
  await page.locator('input[type="password"]').fill(DEMO_PASSWORD)
  await page.locator('button[type="submit"]').first().click()
  await page.locator('input[type="password"]').waitFor({ state: 'detached' })
}

/** Writes the picture as WebP of at most 150 KB, unless the one there shows the same. */
async function keep(browser: Browser, page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  let picture = Buffer.alloc(0)
  for (const quality of [82, 70, 55, 40]) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
    picture = Buffer.from(data, 'base64')
    if (picture.length <= LARGEST) break
  }
  const path = join(FOLDER, name)
  const before = await readFile(path).catch(() => undefined)
  if (before && (await difference(browser, before, picture)) < CHANGED) return
  await writeFile(path, picture)
  console.log(name, `${Math.round(picture.length / 1024)} KB`)
}

/** Share of pixels of two pictures that differ visibly; 1 where their sizes do. */
async function difference(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  const page = await browser.newPage()
  const sources = [one, other].map((picture) => `data:image/webp;base64,${picture.toString('base64')}`)
  const share = await page.evaluate(async (pictures) => {
    const [a, b] = await Promise.all(
      pictures.map(async (source) => {
        const image = new Image()
        image.src = source
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.width
        canvas.height = image.height
        const drawing = canvas.getContext('2d')
        drawing?.drawImage(image, 0, 0)
        return drawing?.getImageData(0, 0, image.width, image.height)
      }),
    )
    if (!a || !b || a.width !== b.width || a.height !== b.height) return 1
    let differing = 0
    for (let i = 0; i < a.data.length; i += 4) {
      const distance = [0, 1, 2].reduce(
        (sum, channel) => sum + Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0)),
        0,
      )
      if (distance > 60) differing++
    }
    return differing / (a.data.length / 4)
  }, sources)
  await page.close()
  return share
}

await main()
