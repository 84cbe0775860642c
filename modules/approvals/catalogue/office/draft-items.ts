/** 拟制 — drafts begun, saved and discarded at the desk. */
import { ITEM_TYPES, type ItemType, type Text } from '@mashang/flow'
import {
  type Handlers,
  isRefusal,
  legalDayOf,
  type Refusal,
  type Request,
  refuse,
  type Who,
} from '@mashang/kit'
import type { DraftOrigin, ItemRef, officeEndpoints } from '../../contract/index.ts'
import { newItemsGoOnCounting } from '../../rules/item-code.ts'
import {
  aDraftKeepsItsCode,
  onlyDraftsAreChanged,
  whatWasSeenIsWhatIsChanged,
} from '../../rules/item-office.ts'
import {
  itemCopied,
  itemFromNothing,
  itemRevised,
  itemSplit,
  itemsMerged,
  type PartialItem,
} from '../../rules/item-origin.ts'
import type { ItemEntries } from '../item-entries.ts'
import { digestOfDefinition, type ItemState } from '../item-state.ts'
import type { CatalogueInside } from '../needs.ts'
import { type ItemChange, loadStates } from '../write-items.ts'
import { changeItems, changeVersion, getRow } from './change-items.ts'
import { type Found, findVersion, openVersion } from './open-version.ts'

type Endpoints = typeof officeEndpoints
type Drafting = Pick<
  Handlers<Endpoints>,
  'startItemDraft' | 'saveItemDraft' | 'discardItemDraft' | 'proposeItemCode'
>
type Start = Request<Endpoints['startItemDraft']>['input']

export function draftCommands(inside: CatalogueInside): Drafting {
  return {
    proposeItemCode: async ({ query }) => ({ code: await proposeCode(inside, query.organ, query.type) }),
    startItemDraft: async (request) => {
      const refs = await changeItems(inside, request, 'start', async () => {
        const drafts = await draftsOf(inside, request.input)
        return isRefusal(drafts) ? drafts : planOf(inside, drafts, request.who)
      })
      if (isRefusal(refs)) return refs
      return { drafts: await Promise.all(refs.map((ref) => getRow(inside, ref))) }
    },
    saveItemDraft: async (request) => {
      const { definition, expected } = request.input
      const row = await changeVersion(inside, request, ({ version, state }) => {
        if (digestOfDefinition(definition) === version.digest && version.status === 'draft')
          return { entries: [] }
        const refused = onlyDraftsAreChanged(version) ?? whatWasSeenIsWhatIsChanged(version, expected)
        if (refused) return refused
        const moved = aDraftKeepsItsCode(definition, request.params)
        if (moved) return moved
        return {
          entries: [
            { kind: 'redrafted', content: writtenOf(inside, request.params, definition, request.who, state) },
          ],
        }
      })
      return isRefusal(row) ? row : openVersion(inside, request.params)
    },
    discardItemDraft: (request) =>
      changeVersion(inside, request, ({ version }) => {
        const { code, version: number } = version
        return (
          onlyDraftsAreChanged(version) ??
          whatWasSeenIsWhatIsChanged(version, request.input.expected) ?? {
            entries: [
              { kind: 'discarded', content: { code, version: number, reason: request.input.reason } },
            ],
          }
        )
      }),
  }
}

async function proposeCode({ db, profile }: CatalogueInside, organ: string, type: string): Promise<string> {
  const known = await db.selectFrom('item').select(['code', 'organ']).distinct().execute()
  const kind: ItemType = ITEM_TYPES.find((one) => one === type) ?? 'licence'
  return newItemsGoOnCounting(known, { organ, type: kind, region: profile.city.region })
}

/** One draft to be: its definition and where it comes from. */
interface Draft {
  readonly ref: ItemRef
  readonly definition: PartialItem
  readonly origin: DraftOrigin
}

function draftsOf(inside: CatalogueInside, input: Start): Promise<readonly Draft[] | Refusal> {
  switch (input.from) {
    case 'nothing':
      return fromNothing(inside, input)
    case 'copy':
      return fromOthers(inside, [input.item], [input], 'copy', (from, made, name) =>
        itemCopied(from[0], made, name),
      )
    case 'split':
      return fromOthers(inside, [input.item], input.into, 'split', (from, made, name) =>
        itemSplit(from[0], made, name),
      )
    case 'merge':
      return fromOthers(inside, input.items, [input], 'merge', itemsMerged)
    case 'revision':
      return revision(inside, input.item)
  }
}

async function fromNothing(
  inside: CatalogueInside,
  input: Extract<Start, { from: 'nothing' }>,
): Promise<readonly Draft[] | Refusal> {
  const organ = inside.organs.get(input.organ)
  const type = ITEM_TYPES.find((one) => one === input.type)
  if (!organ || !type)
    return refuse('organ-or-type-not-known', { facts: { organ: input.organ, type: input.type } })
  const code = input.code ?? (await proposeCode(inside, organ.id, type))
  const ref = { code, version: 1 }
  const given = { name: input.name.trim(), organ, type, complaint: inside.profile.city.hotline }
  const definition = itemFromNothing({ ...ref, today: today(inside) }, given)
  return [{ ref, definition, origin: { kind: 'new', items: [] } }]
}

type Making = (
  from: readonly [PartialItem, ...PartialItem[]],
  made: ItemRef & { today: string },
  name: string,
) => PartialItem

async function fromOthers(
  inside: CatalogueInside,
  items: readonly ItemRef[],
  into: readonly { readonly name: string; readonly code?: string | undefined }[],
  kind: 'copy' | 'split' | 'merge',
  make: Making,
): Promise<readonly Draft[] | Refusal> {
  const found: Found[] = []
  for (const ref of items) {
    const one = await findVersion(inside, ref)
    if (isRefusal(one)) return one
    if (kind !== 'copy' && one.version.publishedAt === undefined)
      return refuse('item-not-published', { facts: { ...ref, status: one.version.status } })
    found.push(one)
  }
  const [first, ...others] = found.map(({ version }) => version.definition as PartialItem)
  if (!first) throw new Error('the contract asks for at least one item')
  const proposed = await proposeCode(inside, String(first.organ), String(first.type))
  return into.map(({ name, code }, index) => {
    const ref = { code: code ?? countedOn(proposed, index), version: 1 }
    const definition = make([first, ...others], { ...ref, today: today(inside) }, name.trim())
    return { ref, definition, origin: { kind, items: [...items] } }
  })
}

/** Several codes proposed at once follow each other. */
function countedOn(code: string, by: number): string {
  return code.replace(/\d+$/, (serial) => String(Number(serial) + by).padStart(serial.length, '0'))
}

async function revision(inside: CatalogueInside, ref: ItemRef): Promise<readonly Draft[] | Refusal> {
  const found = await findVersion(inside, ref)
  if (isRefusal(found)) return found
  const { state, version } = found
  const open = state.versions.find(({ status }) => ['draft', 'submitted', 'approved'].includes(status))
  if (open)
    return refuse('item-has-a-draft', {
      facts: { code: ref.code, version: open.version, by: open.office.authors?.at(-1)?.name ?? open.source },
    })
  const next = { code: ref.code, version: Math.max(...state.versions.map((one) => one.version)) + 1 }
  const definition = itemRevised(version.definition as PartialItem, { ...next, today: today(inside) })
  return [{ ref: next, definition, origin: { kind: 'revision', items: [ref] } }]
}

const today = ({ clock }: CatalogueInside) => legalDayOf(clock.now())

async function planOf(inside: CatalogueInside, drafts: readonly Draft[], who: Who) {
  const refs = drafts.map(({ ref }) => ref)
  const codes = refs.map(({ code }) => code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice) return refuse('item-code-twice', { facts: { code: twice } })
  const states = await loadStates(inside.db, codes)
  const changes: ItemChange[] = []
  for (const { ref, definition, origin } of drafts) {
    const before = states.get(ref.code) ?? { code: ref.code, revision: 0, versions: [] }
    if (before.versions.length > 0 && origin.kind !== 'revision')
      return refuse('item-code-taken', {
        facts: { code: ref.code, name: before.versions.at(-1)?.name ?? '' },
        fields: [{ path: 'code', code: 'item-code-taken', facts: { code: ref.code } }],
      })
    const content = { ...writtenOf(inside, ref, definition, who, before), origin }
    changes.push({ before, entries: [{ kind: 'drafted', content }] })
  }
  return { changes, refs }
}

/** The entry of a definition as it is written down; names are kept beside it for lists. */
function writtenOf(
  { organs }: CatalogueInside,
  { code, version }: ItemRef,
  definition: unknown,
  who: Who,
  before: ItemState,
): ItemEntries['redrafted'] {
  const { organ, name } = (definition ?? {}) as { organ?: unknown; name?: Partial<Text> }
  const known = before.versions.find((one) => one.version === version)
  const organId = typeof organ === 'string' ? organ : ''
  return {
    code,
    version,
    source: 'name' in who ? who.name : who.kind,
    digest: digestOfDefinition(definition),
    definition,
    organ: organId,
    organName: organs.get(organId)?.name.zh ?? known?.organName ?? '',
    name: typeof name?.zh === 'string' && name.zh !== '' ? name.zh : (known?.name ?? code),
  }
}
