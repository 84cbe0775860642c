/** 送审、审核、公布 — from a draft to what is in force. */
import type { ServiceItem } from '@mashang/flow'
import { type Handlers, isRefusal, legalDayOf, type Refusal, refuse } from '@mashang/kit'
import { sql } from 'kysely'
import type { officeEndpoints } from '../../contract/index.ts'
import {
  changesNeverReachBack,
  onlyApprovedVersionsArePublished,
  onlyDraftsAreChanged,
  onlyWhatWasSubmittedIsReviewed,
  partsOfASplitComeTogether,
  publicationTakesTwoPeople,
  whatWasSeenIsWhatIsChanged,
} from '../../rules/item-office.ts'
import type { ItemEntry } from '../item-entries.ts'
import { definitionFrom, digestOfDefinition, type ItemVersion, versionInForce } from '../item-state.ts'
import type { CatalogueInside } from '../needs.ts'
import { type ItemChange, loadStates, versionOf } from '../write-items.ts'
import { changeVersion, type Ruling } from './change-items.ts'
import { type Found, refuseFailing } from './open-version.ts'

type Approving = Pick<Handlers<typeof officeEndpoints>, 'submitItem' | 'reviewItem' | 'publishItem'>

export function approvalCommands(inside: CatalogueInside): Approving {
  return {
    submitItem: (request) =>
      changeVersion(inside, request, ({ version, state }) => {
        const { code, version: number, digest } = version
        const { expected, note } = request.input
        const newer = state.versions.find((one) => one.version > number && one.publishedAt !== undefined)
        return (
          onlyDraftsAreChanged(version) ??
          whatWasSeenIsWhatIsChanged(version, expected) ??
          (newer &&
            refuse('item-version-outdated', {
              facts: { code, version: number, published: newer.version },
            })) ??
          refuseFailing(inside, version) ?? {
            entries: [{ kind: 'submitted', content: { code, version: number, digest, note } }],
          }
        )
      }),
    reviewItem: (request) =>
      changeVersion(inside, request, ({ version }) => {
        const { code, version: number, digest } = version
        const { expected, approved, note } = request.input
        const refused =
          onlyWhatWasSubmittedIsReviewed(version, request.input) ??
          whatWasSeenIsWhatIsChanged(version, expected)
        if (refused) return refused
        if (!approved)
          return { entries: [{ kind: 'returned', content: { code, version: number, reason: note } }] }
        const personId = 'id' in request.who ? request.who.id : ''
        return (
          publicationTakesTwoPeople(version, personId) ??
          refuseFailing(inside, version) ?? {
            entries: [{ kind: 'approved', content: { code, version: number, digest, note } }],
          }
        )
      }),
    publishItem: (request) =>
      changeVersion(inside, request, (found) =>
        publication(inside, found, request.input?.from, request.who.kind === 'system'),
      ),
  }
}

/** 公布 — with what goes with it: the other parts of a split, and the end of what is replaced. */
async function publication(
  inside: CatalogueInside,
  { state, version }: Found,
  given: string | undefined,
  isOperator: boolean,
): Promise<Ruling | Refusal> {
  const today = legalDayOf(inside.clock.now())
  const from = given === 'today' ? today : given
  const refused =
    onlyApprovedVersionsArePublished(version, state.versions, isOperator) ??
    (from === undefined ? undefined : changesNeverReachBack(from, today)) ??
    refuseFailing(inside, version)
  if (refused) return refused
  const definition = version.definition as ServiceItem
  const entry = publishedEntry(version, from)
  const replaced = definition.replaces ?? []
  if (replaced.length === 0) return { entries: [entry] }
  const parts = await findParts(inside, version, replaced)
  const unready = partsOfASplitComeTogether(replaced.join('、'), parts)
  if (unready) return unready
  const ends = await endsOf(inside, replaced, [version, ...parts], from ?? definition.effective.from)
  if (isRefusal(ends)) return ends
  const states = await loadStates(
    inside.db,
    parts.map(({ code }) => code),
  )
  const together = parts.map((part): ItemChange => {
    const before = states.get(part.code)
    if (!before) throw new Error(`the part ${part.code} was just there`)
    return { before, entries: [publishedEntry(part, from ?? definition.effective.from)] }
  })
  return { entries: [entry], besides: [...together, ...ends] }
}

function publishedEntry(
  { code, version, digest, definition }: ItemVersion,
  from: string | undefined,
): ItemEntry {
  if (from === undefined) return { kind: 'published', content: { code, version, digest } }
  const dated = digestOfDefinition(definitionFrom(definition, from))
  return { kind: 'published', content: { code, version, digest: dated, from } }
}

/** Other drafts that take the place of the same items. */
async function findParts(
  { db }: CatalogueInside,
  version: ItemVersion,
  replaced: readonly string[],
): Promise<readonly ItemVersion[]> {
  const rows = await db
    .selectFrom('item')
    .selectAll()
    .where('status', 'in', ['draft', 'submitted', 'approved'])
    .where('code', '<>', version.code)
    .where(sql<boolean>`definition -> 'replaces' ?| ${sql`${replaced}::text[]`}`)
    .execute()
  return rows.map(versionOf)
}

/** 取消 of what is replaced, on the day its successors come into force. */
async function endsOf(
  { db, clock }: CatalogueInside,
  replaced: readonly string[],
  successors: readonly ItemVersion[],
  on: string,
): Promise<readonly ItemChange[] | Refusal> {
  const states = await loadStates(db, replaced)
  const names = successors.map(({ name }) => `“${name}”`).join('、')
  const changes: ItemChange[] = []
  for (const code of replaced) {
    const before = states.get(code)
    const inForce = before && versionInForce(before.versions, legalDayOf(clock.now()))
    if (!before || !inForce)
      return refuse('item-not-published', { facts: { code, version: 0, status: 'none' } })
    changes.push({
      before,
      entries: [
        {
          kind: 'cancelled',
          content: {
            code,
            version: inForce.version,
            on,
            reason: `由${names}替代`,
            successors: successors.map((one) => one.code),
          },
        },
      ],
    })
  }
  return changes
}
