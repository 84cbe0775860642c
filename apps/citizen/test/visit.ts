import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Draft } from '@mashang/approvals/contract'
import type { Page, PageAnswer, PageRequest, Site } from '@mashang/kit'
import { buildAssets, createSite } from '../index.ts'
import { type Approvals, aDraft, answersOf, CITY, type Hall, type Identity, REGIONS } from './kite-city.ts'
import { type Element, parse } from './markup.ts'

export interface VisitOptions {
  readonly signedIn?: boolean
  readonly language?: 'zh' | 'en'
  readonly cookies?: Readonly<Record<string, string>>
  /** Given: the page is posted to. */
  readonly form?: PageRequest['form']
  readonly draft?: Draft
  /** Answers that differ from those of the small city. */
  readonly answers?: Partial<Approvals & Identity & Hall>
}

interface Visited {
  readonly answer: PageAnswer
  readonly html: string
  readonly status: number
  readonly redirect: string | undefined
  readonly root: Element
}

let building: Promise<string> | undefined

export async function aSite(): Promise<Site> {
  building ??= mkdtemp(join(tmpdir(), 'mashang-citizen-')).then(async (folder) => {
    await buildAssets(folder)
    return folder
  })
  return createSite({
    city: CITY,
    now: () => new Date('2026-11-23T05:00:00Z'),
    regionNames: (code) =>
      REGIONS[code]
        ? [6, 9, 12].filter((d) => d <= code.length).map((d) => REGIONS[code.slice(0, d)] ?? '')
        : undefined,
    verifierKey: 'kite.city/log+00000000+AAAA',
    assetsFolder: await building,
  })
}

/** Opens one address of the site, as a browser without scripts would. */
export async function visit(url: string, options: VisitOptions = {}): Promise<Visited> {
  const site = await aSite()
  const [path = ''] = url.split('?')
  const method = options.form ? 'POST' : 'GET'
  const found = findPage(site.pages, method, path)
  if (!found) throw new Error(`no page answers ${method} ${path}`)
  const answer = await found.page.render(requestOf(url, found.params, options))
  const html = 'html' in answer ? answer.html : ''
  return {
    answer,
    html,
    status: 'html' in answer ? (answer.status ?? 200) : 0,
    redirect: 'redirect' in answer ? answer.redirect : undefined,
    root: parse(html),
  }
}

/** The page of a path; one without parameters goes before one with, as in the server's router. */
export function findPage(pages: readonly Page[], method: string, path: string) {
  const fitting = pages.flatMap((page) => {
    const names: string[] = []
    const pattern = page.path.replace(/:(\w+)|\./g, (part, name?: string) => {
      if (name) names.push(name)
      return name ? '([^/]+)' : `\\${part}`
    })
    const match = page.method === method ? new RegExp(`^${pattern}$`).exec(path) : null
    return match
      ? [{ page, params: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) }]
      : []
  })
  return fitting.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0]
}

export function requestOf(url: string, params: Record<string, string>, options: VisitOptions): PageRequest {
  const answers = answersOf(options.draft ?? aDraft(), options.answers ?? {})
  const query = Object.fromEntries(new URL(url, 'http://kite.city').searchParams)
  return {
    who: options.signedIn
      ? { kind: 'citizen', id: 'w', name: '王小海', session: 's' }
      : { kind: 'anonymous' },
    params,
    query,
    form: options.form ?? {},
    uploads: (async function* () {})(),
    language: options.language ?? 'zh',
    csrfToken: 'the-token',
    url,
    origin: 'http://kite.city',
    cookies: options.cookies ?? {},
    nonce: 'n',
    // A site asks two tables; which of the answers belongs to which the names say.
    client: (table) => pick(answers, Object.keys(table)) as never,
  }
}

function pick(answers: object, names: readonly string[]): object {
  const known = new Set(names)
  return Object.fromEntries(Object.entries(answers).filter(([name]) => known.has(name)))
}
