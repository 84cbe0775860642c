/** What the catalogue office does: look through every version, check, publish, suspend and resume. */
import { actorOf, type Handlers, isRefusal, type Refusal, type Request, refuse } from '@mashang/kit'
import { sql } from 'kysely'
import type { CatalogueRow, catalogueEndpoints } from '../contract/index.ts'
import { checkDraft } from '../rules/draft-check.ts'
import type { ItemFinding } from '../rules/item-check.ts'
import { bodyDigestOf } from '../store/cases.ts'
import { catalogueRowsOf } from './catalogue-rows.ts'
import type { ItemEntry, ItemState, ItemVersion } from './item-state.ts'
import { type CatalogueInside, organRefOf } from './needs.ts'
import { surroundingsOf } from './profile.ts'
import { loadStates, versionOf, writeItems } from './write-items.ts'

type Endpoints = typeof catalogueEndpoints
type Office = Pick<Handlers<Endpoints>, 'listCatalogue' | 'checkItem' | 'publishItem' | 'suspendItem'>

const PER_PAGE = 50

export function catalogueOffice(inside: CatalogueInside): Office {
  return {
    listCatalogue: ({ query }) => listCatalogue(inside, query),
    checkItem: async ({ params }) => {
      const found = await findVersion(inside, params.code, params.version)
      if (!found) return refuse('item-not-found', { facts: params })
      return { findings: findingsOf(inside, found).map(shown), definition: found.definition }
    },
    publishItem: (request) =>
      change(inside, request, request.params, (state, version) => publication(inside, state, version)),
    suspendItem: (request) =>
      change(inside, request, request.params, (_, version) => suspension(version, request.input)),
  }
}

async function listCatalogue(inside: CatalogueInside, query: Request<Endpoints['listCatalogue']>['query']) {
  const page = query.page ?? 1
  const text = query.text?.normalize('NFKC').trim().toLowerCase() ?? ''
  const fits = sql<boolean>`(${text} = '' or position(${text} in lower(name)) > 0 or position(${text} in lower(code)) > 0)
    and ${query.status ?? ''} in ('', status) and ${query.organ ?? ''} in ('', organ)`
  const rows = inside.db.selectFrom('item').where(fits)
  const [counted, found] = await Promise.all([
    rows.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirst(),
    rows
      .selectAll()
      .orderBy('name')
      .orderBy('code')
      .orderBy('version', 'desc')
      .limit(PER_PAGE)
      .offset((page - 1) * PER_PAGE)
      .execute(),
  ])
  const total = counted?.total ?? 0
  return {
    rows: await catalogueRowsOf(inside, found.map(versionOf)),
    total,
    page,
    pages: Math.ceil(total / PER_PAGE),
    organs: inside.profile.organs.map(({ id }) => organRefOf(inside.organs, id)),
  }
}

async function findVersion(
  { db }: CatalogueInside,
  code: string,
  version: number,
): Promise<ItemVersion | undefined> {
  const row = await db
    .selectFrom('item')
    .selectAll()
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && versionOf(row)
}

const findingsOf = ({ profile, clock }: CatalogueInside, { definition }: ItemVersion) =>
  checkDraft(definition, surroundingsOf(profile, clock.now()))

const shown = ({ rule, path, words, basis }: ItemFinding) => ({
  rule,
  path,
  words,
  ...(basis ? { basis } : {}),
})

/** Two editors at once: the second reads again what the first has done. */
const ATTEMPTS = 5

type Change = (state: ItemState, version: ItemVersion) => readonly ItemEntry[] | Refusal

async function change(
  inside: CatalogueInside,
  {
    who,
    key,
    input,
  }: { readonly who: Request<Endpoints['suspendItem']>['who']; key: string; input?: unknown },
  { code, version }: { readonly code: string; readonly version: number },
  rule: Change,
): Promise<CatalogueRow | Refusal> {
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ code, version, input: input ?? null })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return getRow(inside, code, version)
  const once = { key, bodyDigest, answer: { code, version } }
  for (let attempt = 1; ; attempt++) {
    const before = (await loadStates(inside.db, [code])).get(code)
    const found = before?.versions.find((one) => one.version === version)
    if (!before || !found) return refuse('item-not-found', { facts: { code, version } })
    const entries = rule(before, found)
    if (isRefusal(entries)) return entries
    if (entries.length === 0) return getRow(inside, code, version)
    const refused = await writeItems(inside.writing, [{ before, entries }], actor, once)
    if (!refused) return getRow(inside, code, version)
    if (refused.code !== 'case-changed' || attempt === ATTEMPTS) return refused
  }
}

async function getRow(inside: CatalogueInside, code: string, version: number): Promise<CatalogueRow> {
  const found = await findVersion(inside, code, version)
  const [row] = found ? await catalogueRowsOf(inside, [found]) : []
  if (!row) throw new Error(`version ${version} of ${code} was just there`)
  return row
}

/** 公布 — only what passes every check; a published version never changes. */
function publication(
  inside: CatalogueInside,
  { versions }: ItemState,
  { code, version, status, digest, definition, ...rest }: ItemVersion,
): readonly ItemEntry[] | Refusal {
  if (status !== 'draft')
    return refuse('item-already-published', {
      rule: 'publishedVersionsNeverChange',
      facts: { code, version },
    })
  const newer = versions.find((one) => one.version > version && one.publishedAt !== undefined)
  if (newer) return refuse('item-version-outdated', { facts: { code, version, published: newer.version } })
  const findings = findingsOf(inside, { code, version, status, digest, definition, ...rest })
  const [first] = findings
  if (!first) return [{ kind: 'published', content: { code, version, digest } }]
  return refuse('item-fails-its-checks', {
    rule: first.rule,
    article: first.basis && `${first.basis.law} ${first.basis.article ?? ''}`.trim(),
    facts: { code, version, count: findings.length },
    fields: findings.map(({ rule, path, words }) => ({
      path,
      code: 'item-finding',
      facts: { rule, problem: words },
    })),
  })
}

/** 暂停、恢复 — an item that is suspended takes no applications; those under way go on. */
function suspension(
  { code, version, status }: ItemVersion,
  { suspended, reason }: { readonly suspended: boolean; readonly reason: string },
): readonly ItemEntry[] | Refusal {
  if (status !== 'published' && status !== 'suspended')
    return refuse('item-not-published', { facts: { code, version, status } })
  if (suspended === (status === 'suspended')) return []
  return [{ kind: suspended ? 'suspended' : 'resumed', content: { code, version, reason } }]
}
