/** What is asked of every page a journey comes to: accessible at both widths, and in one language. */
import type { Page } from 'playwright-core'
import { mustBeAccessible } from './axe.ts'
import { remembered } from './remembered.ts'

const NARROW = 390

/** Pages that were already seen on a phone, by address without its numbers, and language. */
const seenNarrow = remembered('narrow')

/** Shapes of pages that were already audited: elements and classes, apart from the words. */
const audited = remembered('audited')

/** A page of the very same shape, as a list that is opened again, is not audited twice. */
async function audit(page: Page): Promise<void> {
  // axe is a script: the same page is looked at where scripts run.
  if (!(await runsScripts(page))) return
  const shape = await page.evaluate(async () => {
    // Colours on their way from one to another are neither.
    const ending = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity)
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)))
    const parts = [...document.querySelectorAll('*')].map(
      (element) => `${element.tagName}.${element.getAttribute('class')}`,
    )
    return `${document.documentElement.lang} ${window.innerWidth} ${parts.join(' ')}`
  })
  if (audited.has(shape)) return
  await mustBeAccessible(page)
  audited.add(shape)
}

/** Looks at the page as it stands; the first time at this kind of page, as on a phone, too. */
export async function look(page: Page): Promise<void> {
  const language = await languageOf(page)
  if (language === 'en') await mustSpeakEnglish(page)
  await audit(page)
  const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}|[0-9A-Z]{4,}(-[0-9A-Z]+)*/g, ':id')
  const kind = `${language} ${path}`
  const size = page.viewportSize()
  if (!size || size.width <= NARROW || seenNarrow.has(kind)) return
  seenNarrow.add(kind)
  await page.setViewportSize({ width: NARROW, height: 844 })
  await audit(page)
  await mustNotScrollSideways(page)
  await page.setViewportSize(size)
}

function runsScripts(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(scripting: enabled)').matches)
}

async function languageOf(page: Page): Promise<'zh' | 'en'> {
  const language = await page.locator('html').getAttribute('lang')
  return language?.startsWith('en') ? 'en' : 'zh'
}

/** The words of this page's language. */
export async function say(page: Page, zh: string, en: string): Promise<string> {
  return (await languageOf(page)) === 'en' ? en : zh
}

async function mustNotScrollSideways(page: Page): Promise<void> {
  const { scrolls, shows } = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollWidth,
    shows: document.documentElement.clientWidth,
  }))
  if (scrolls > shows) throw new Error(`${page.url()} is ${scrolls} wide on a screen of ${shows}`)
}

/** Names of people and of their files, which have no English, and the name of the system in its own script. */
const NAMES = /马上办|[王刘陈]小[海舟风]|中文|(放飞方案|材料（)[^.]*\.pdf/g
const CHROME = 'h1, h2, h3, button, label, legend, summary, th, dt, nav a, [role=tab]'

/** Headings, buttons and labels are English; what has only a Chinese text says so by its `lang`. */
async function mustSpeakEnglish(page: Page): Promise<void> {
  const texts = await page.locator(CHROME).evaluateAll((elements) =>
    elements.map((element) => {
      if (element.closest('[lang^="zh"]')) return ''
      const copy = element.cloneNode(true) as Element
      for (const part of copy.querySelectorAll('[lang^="zh"]')) part.remove()
      return copy.textContent ?? ''
    }),
  )
  const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text.replaceAll(NAMES, '')))
  if (chinese.length > 0) throw new Error(`${page.url()} in English says:\n${chinese.join('\n')}`)
}
