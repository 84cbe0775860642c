/** Where drafts come from: nothing, a copy, the version before, one item made several, several made one. */
import type { ItemType, Organ, ServiceItem } from '@mashang/flow'

interface Made {
  readonly code: string
  readonly version: number
  readonly today: string
}

/** A draft may lack anything; its checks say what. */
export type PartialItem = Readonly<Record<string, unknown>>

/** 新建: what can be known is filled in, the rest is left to the editor. */
export function itemFromNothing(
  { code, version, today }: Made,
  given: {
    readonly name: string
    readonly organ: Organ
    readonly type: ItemType
    readonly complaint: string
  },
): PartialItem {
  return {
    kind: 'service-item',
    code,
    version,
    effective: { from: today },
    name: { zh: given.name },
    organ: given.organ.id,
    type: given.type,
    handling: 'promised',
    situation: 'first',
    basis: [],
    applicants: ['person', 'enterprise'],
    conditions: [],
    limits: { statutory: { days: '' }, promised: { days: '' } },
    visits: 0,
    depth: 4,
    delivery: ['electronic'],
    fees: [],
    'online-payment': false,
    themes: [],
    'everyday-words': [],
    phones: { consultation: given.organ.phone, complaint: given.complaint },
    fields: [],
    materials: [],
    steps: [
      {
        id: 'review',
        name: { zh: '审查', en: 'Review' },
        by: 'handling-officer',
        within: '3wd',
        to: ['decision'],
      },
      {
        id: 'decision',
        name: { zh: '决定', en: 'Decision' },
        by: 'approval-head',
        within: '1wd',
        ends: ['grant', 'refuse'],
      },
    ],
    'clock-stops': [],
    result: { name: { zh: '' } },
    windows: [],
    faq: [],
  }
}

/** 复制: another item begins as this one is; it takes nobody's place. */
export function itemCopied(from: PartialItem, { code, version, today }: Made, name: string): PartialItem {
  const { replaces: _, ...rest } = from
  return { ...rest, code, version, effective: { from: today }, name: { zh: name } }
}

/** 修订: the next version, to come into force on a day of its own. */
export function itemRevised(from: PartialItem, { version, today }: Made): PartialItem {
  const { replaces: _, ...rest } = from
  return { ...rest, version, effective: { from: today } }
}

/** 拆分: each part begins as the whole was, and takes its place together with the others. */
export function itemSplit(from: PartialItem, made: Made, name: string): PartialItem {
  return { ...itemCopied(from, made, name), replaces: [String(from.code)] }
}

/** 合并: the first one's way of handling, with what the others have beside it. */
export function itemsMerged(
  from: readonly [PartialItem, ...PartialItem[]],
  made: Made,
  name: string,
): PartialItem {
  const [first] = from
  const lists = Object.fromEntries(
    MERGED.map(([element, same]) => [
      element,
      distinct(
        from.flatMap((one) => (Array.isArray(one[element]) ? (one[element] as unknown[]) : [])),
        same,
      ),
    ]),
  )
  return {
    ...itemCopied(first, made, name),
    ...lists,
    replaces: from.map((one) => String(one.code)),
  }
}

type Same = (one: unknown) => string

const whole: Same = (one) => JSON.stringify(one)
const byId: Same = (one) => String((one as { id?: unknown } | null)?.id ?? whole(one))
const byText: Same = (one) => String((one as { zh?: unknown } | null)?.zh ?? whole(one))

/** Elements of which a merged item has all, and when two of them count as one. */
const MERGED: readonly (readonly [keyof ServiceItem, Same])[] = [
  ['basis', whole],
  ['applicants', whole],
  ['conditions', byText],
  ['delivery', whole],
  ['fees', whole],
  ['themes', whole],
  ['everyday-words', whole],
  ['fields', byId],
  ['materials', byId],
  ['clock-stops', whole],
  ['windows', whole],
  ['faq', whole],
]

function distinct(list: readonly unknown[], same: Same): readonly unknown[] {
  const seen = new Map<string, unknown>()
  for (const one of list) if (!seen.has(same(one))) seen.set(same(one), one)
  return [...seen.values()]
}
