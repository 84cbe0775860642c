/** Finds a version, and shows it as the office sees it. */
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { ItemOpened, ItemRef } from '../../contract/index.ts'
import { checkDraft } from '../../rules/draft-check.ts'
import type { ItemFinding } from '../../rules/item-check.ts'
import { catalogueRowsOf } from '../catalogue-rows.ts'
import type { ItemState, ItemVersion } from '../item-state.ts'
import type { CatalogueInside } from '../needs.ts'
import { surroundingsOf } from '../profile.ts'
import { loadStates } from '../write-items.ts'

export interface Found {
  readonly state: ItemState
  readonly version: ItemVersion
}

export async function findVersion(
  { db }: CatalogueInside,
  { code, version }: ItemRef,
): Promise<Found | Refusal> {
  const state = (await loadStates(db, [code])).get(code)
  const found = state?.versions.find((one) => one.version === version)
  return state && found ? { state, version: found } : refuse('item-not-found', { facts: { code, version } })
}

export async function openVersion(inside: CatalogueInside, ref: ItemRef): Promise<ItemOpened | Refusal> {
  const found = await findVersion(inside, ref)
  if (isRefusal(found)) return found
  const { state, version } = found
  const newestFirst = [...state.versions].sort((a, b) => b.version - a.version)
  const versions = await catalogueRowsOf(inside, newestFirst)
  const row = versions.find((one) => one.version === ref.version)
  if (!row) throw new Error(`version ${ref.version} of ${ref.code} was just there`)
  return {
    row,
    revision: version.revision,
    findings: findingsOf(inside, version.definition).map(shownFinding),
    definition: version.definition,
    versions,
  }
}

export function findingsOf({ profile, clock }: CatalogueInside, definition: unknown): readonly ItemFinding[] {
  return checkDraft(definition, surroundingsOf(profile, clock.now()))
}

export const shownFinding = ({ rule, path, words, basis }: ItemFinding) => ({
  rule,
  path,
  words,
  ...(basis ? { basis } : {}),
})

/** What keeps a version from being submitted, approved or published. */
export function refuseFailing(
  inside: CatalogueInside,
  { code, version, definition }: ItemVersion,
): Refusal | undefined {
  const findings = findingsOf(inside, definition)
  const [first] = findings
  if (!first) return undefined
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
