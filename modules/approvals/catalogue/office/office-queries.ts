/** What the office reads of a version beside its definition: history, impact, the guide and forms of a draft. */
import { compareItems } from '@mashang/flow'
import { type Handlers, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { Entry } from '@mashang/store'
import { sql } from 'kysely'
import type { ItemChoices, ItemHistoryLine, ItemRef, officeEndpoints } from '../../contract/index.ts'
import { wholeItem } from '../../rules/draft-check.ts'
import { ITEM_ENTRY_WORDS } from '../../rules/item-words.ts'
import { guideOf } from '../guide.ts'
import type { ItemEntry, ItemEntryKind } from '../item-entries.ts'
import { caseIdOfItem, definitionFrom } from '../item-state.ts'
import { type CatalogueInside, organRefOf } from '../needs.ts'
import { printingOf } from '../print-data.ts'
import { printForm } from '../print-queries.ts'
import { impactOf } from './impact.ts'
import { findVersion, refuseFailing } from './open-version.ts'

type Queries = Pick<
  Handlers<typeof officeEndpoints>,
  'listItemChoices' | 'getItemHistory' | 'getItemImpact' | 'previewItem' | 'printDraftForm'
>

export function officeQueries(inside: CatalogueInside): Queries {
  return {
    listItemChoices: async () => ({
      organs: inside.profile.organs.map(({ id }) => organRefOf(inside.organs, id)),
      themes: [...inside.profile.themes],
      windows: [...inside.profile.windows],
      laws: [...inside.profile.laws],
      licences: await listLicences(inside),
    }),
    getItemHistory: async ({ params }) => {
      const entries = await inside.journal.read('item', caseIdOfItem(params.code))
      if (entries.length === 0) return refuse('item-not-found', { facts: params })
      return { lines: historyOf(entries) }
    },
    getItemImpact: async ({ params }) => {
      const found = await findVersion(inside, params)
      return isRefusal(found) ? found : impactOf(inside, found.version)
    },
    previewItem: async ({ params }) => {
      const item = await findWhole(inside, params)
      if (isRefusal(item)) return item
      return guideOf(inside, { item, publishedAt: '' }, 'draft', [])
    },
    printDraftForm: async ({ params, language }) => {
      const item = await findWhole(inside, params)
      return isRefusal(item) ? item : printForm(inside, printingOf(inside, item, language), params)
    },
  }
}

async function listLicences({ db }: CatalogueInside): Promise<ItemChoices['licences']> {
  const found = await sql<{ type: string; name: ItemChoices['licences'][number]['name'] }>`
    select definition -> 'result' ->> 'licence' as type, (array_agg(definition -> 'result' -> 'name'))[1] as name
    from approvals.item where published_at is not null and definition -> 'result' ? 'licence'
    group by 1 order by 1`.execute(db)
  return found.rows
}

/** A version whose elements are all there, whatever its rules still find. */
async function findWhole(inside: CatalogueInside, ref: ItemRef) {
  const found = await findVersion(inside, ref)
  if (isRefusal(found)) return found
  const item = wholeItem(found.version.definition)
  if (item) return item
  const failing: Refusal | undefined = refuseFailing(inside, found.version)
  if (!failing) throw new Error('a definition without a finding is whole')
  return failing
}

const MOST_CHANGES = 40

/** The latest first. A definition is compared with how the version stood before, a first one with what it was made of. */
function historyOf(entries: readonly Entry[]): ItemHistoryLine[] {
  const definitions = new Map<number, unknown>()
  const lines = entries.map((entry): ItemHistoryLine => {
    const { kind, content } = { kind: entry.kind, content: entry.content } as ItemEntry
    const { version } = content
    const before = definitions.get(version) ?? definitions.get(version - 1)
    const after = definitionAfter(kind, content, definitions.get(version))
    if (after !== undefined) definitions.set(version, after)
    const changes = before !== undefined && after !== undefined ? compareItems(before, after) : []
    const said = content as { reason?: string; note?: string; source?: string }
    return {
      revision: entry.revision,
      version,
      at: entry.at,
      by: entry.actor.kind === 'system' ? '系统' : entry.actor.name,
      kind,
      title: ITEM_ENTRY_WORDS[kind as ItemEntryKind],
      detail: said.reason || said.note || (kind === 'imported' ? said.source : undefined) || undefined,
      changes: changes.slice(0, MOST_CHANGES).map(({ words }) => words),
      more: Math.max(0, changes.length - MOST_CHANGES),
    }
  })
  return lines.reverse()
}

function definitionAfter(kind: string, content: ItemEntry['content'], before: unknown): unknown {
  if ('definition' in content) return content.definition
  if (kind === 'published' && 'from' in content && typeof content.from === 'string' && before)
    return definitionFrom(before, content.from)
  return undefined
}
