/** One write of the office: once however often it is sent, on items as they stand, all or none. */
import { actorOf, isRefusal, type Refusal, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { CatalogueRow, ItemRef } from '../../contract/index.ts'
import { catalogueRowsOf } from '../catalogue-rows.ts'
import type { ItemEntry } from '../item-entries.ts'
import type { CatalogueInside } from '../needs.ts'
import { type ItemChange, writeItems } from '../write-items.ts'
import { type Found, findVersion } from './open-version.ts'

export interface Asked {
  readonly who: Who
  readonly key: string
  readonly input?: unknown
}

/** Two editors at once: the second reads again what the first has done. */
const ATTEMPTS = 5

/** Plans changes by what is there, and writes them; the versions the plan is about are told. */
export async function changeItems(
  inside: CatalogueInside,
  { who, key, input }: Asked,
  about: unknown,
  plan: () => Promise<
    { readonly changes: readonly ItemChange[]; readonly refs: readonly ItemRef[] } | Refusal
  >,
): Promise<readonly ItemRef[] | Refusal> {
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ about, input: input ?? null })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return (answered.answer as { refs: ItemRef[] }).refs
  for (let attempt = 1; ; attempt++) {
    const planned = await plan()
    if (isRefusal(planned)) return planned
    const { refs } = planned
    const changes = planned.changes.filter(({ entries }) => entries.length > 0)
    if (changes.length === 0) return refs
    const refused = await writeItems(inside.writing, changes, actor, { key, bodyDigest, answer: { refs } })
    if (!refused) return refs
    if (refused.code !== 'case-changed' || attempt === ATTEMPTS) return refused
  }
}

/** Entries for one version, and changes of other items that go with them. */
export interface Ruling {
  readonly entries: readonly ItemEntry[]
  readonly besides?: readonly ItemChange[]
}

/** The write of one version: found, ruled upon, written, shown. */
export async function changeVersion(
  inside: CatalogueInside,
  asked: Asked & { readonly params: ItemRef },
  rule: (found: Found) => Promise<Ruling | Refusal> | Ruling | Refusal,
): Promise<CatalogueRow | Refusal> {
  const { params } = asked
  const refs = await changeItems(inside, asked, params, async () => {
    const found = await findVersion(inside, params)
    if (isRefusal(found)) return found
    const ruling = await rule(found)
    if (isRefusal(ruling)) return ruling
    const own: ItemChange = { before: found.state, entries: ruling.entries }
    return { changes: [own, ...(ruling.besides ?? [])], refs: [params] }
  })
  return isRefusal(refs) ? refs : getRow(inside, params)
}

export async function getRow(inside: CatalogueInside, ref: ItemRef): Promise<CatalogueRow> {
  const found = await findVersion(inside, ref)
  if (isRefusal(found)) throw new Error(`version ${ref.version} of ${ref.code} was just there`)
  const [row] = await catalogueRowsOf(inside, [found.version])
  if (!row) throw new Error(`version ${ref.version} of ${ref.code} has no row`)
  return row
}
