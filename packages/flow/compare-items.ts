/** Two definitions of an item side by side: what was added, removed, changed, each as a sentence. Pure; drafts may lack anything. */
import type { Language, Words } from '@mashang/kit'
import { ELEMENT_WORDS, FIELD_TYPE_WORDS, MEMBER_WORDS, OUTCOME_WORDS, PART_WORDS } from './element-words.ts'
import type { Condition, Field } from './field.ts'
import {
  APPLICANT_WORDS,
  CLOCK_STOP_WORDS,
  conditionText,
  DELIVERY_WORDS,
  FORM_WORDS,
  HANDLING_WORDS,
  ITEM_TYPE_WORDS,
  periodText,
  SIGNATURE_WORDS,
  SITUATION_WORDS,
  SOURCE_WORDS,
  STEP_ROLE_WORDS,
  validityText,
} from './words.ts'

export interface ItemDifference {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Element of the definition, e.g. `materials`. */
  readonly element: string
  /** Place in it, e.g. `materials.plan.copies`. */
  readonly path: string
  readonly words: Words
}

/** Every difference, in the order of the elements. Code and version are not compared. */
export function compareItems(before: unknown, after: unknown): readonly ItemDifference[] {
  const [a, b] = [recordOf(before), recordOf(after)]
  const fields = Array.isArray(b.fields) ? (b.fields as readonly Field[]) : []
  const elements = [...new Set([...Object.keys(ELEMENT_WORDS), ...Object.keys(a), ...Object.keys(b)])]
  return elements
    .filter((element) => element !== 'code' && element !== 'version')
    .flatMap((element) => {
      const place: Place = { element, path: element, key: element, trail: [], fields }
      return differences(place, a[element], b[element])
    })
}

interface Place {
  readonly element: string
  readonly path: string
  /** Name of the property here. */
  readonly key: string
  /** What stands before it in a sentence: 材料“放飞方案”. */
  readonly trail: readonly Words[]
  readonly fields: readonly Field[]
}

function differences(place: Place, a: unknown, b: unknown): ItemDifference[] {
  if (same(a, b)) return []
  if (Array.isArray(a) && Array.isArray(b) && [...a, ...b].every(isRecord)) return ofLists(place, a, b)
  if (isText(a) && isText(b)) return ofTexts(place, a, b)
  if (isRecord(a) && isRecord(b) && !isCondition(place.key)) return ofRecords(place, a, b)
  return [changed(place, a, b)]
}

function ofRecords(place: Place, a: Rec, b: Rec): ItemDifference[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  // A member of a list has been named already.
  const trail = place.key === '' ? place.trail : [...place.trail, wordsOf(place)]
  return keys.flatMap((key) =>
    differences({ ...place, key, path: `${place.path}.${key}`, trail }, a[key], b[key]),
  )
}

/** Members of a list are told apart by their ids, or by what they say. */
function ofLists(place: Place, a: readonly Rec[], b: readonly Rec[]): ItemDifference[] {
  const before = keyed(a)
  const after = keyed(b)
  const here = (id: string) => ({ ...place, path: `${place.path}.${id}` })
  const found: ItemDifference[] = []
  for (const [id, one] of before)
    if (!after.has(id)) found.push(member('removed', here(id), one, '删去', 'removed'))
  for (const [id, one] of after) {
    const was = before.get(id)
    if (was === undefined) found.push(member('added', here(id), one, '新增', 'added'))
    else if (!same(was, one))
      found.push(
        ...ofRecords(
          { ...here(id), key: '', trail: [...place.trail, memberWords(place.key, one)] },
          was,
          one,
        ),
      )
  }
  const order = (list: ReadonlyMap<string, Rec>, others: ReadonlyMap<string, Rec>) =>
    [...list.keys()].filter((id) => others.has(id)).join('\n')
  if (order(before, after) !== order(after, before)) {
    const names = [...after.values()].map(nameOf)
    found.push(
      said('changed', place, {
        zh: `顺序改为：${names.map((one) => one.zh).join('、')}`,
        en: `is now in the order ${names.map((one) => one.en).join(', ')}`,
      }),
    )
  }
  return found
}

function ofTexts(place: Place, a: TextLike, b: TextLike): ItemDifference[] {
  const found: ItemDifference[] = []
  if (a.zh !== b.zh) found.push(changed(place, { zh: a.zh }, { zh: b.zh }))
  if (a.en !== b.en && a.zh === b.zh)
    found.push(
      said('changed', place, {
        zh: `英文由“${a.en ?? '（空）'}”改为“${b.en ?? '（空）'}”`,
        en: `in English from “${a.en ?? '(empty)'}” to “${b.en ?? '(empty)'}”`,
      }),
    )
  return found
}

function changed(place: Place, a: unknown, b: unknown): ItemDifference {
  const [was, is] = [valueWords(place, a), valueWords(place, b)]
  if (isEmpty(a)) return said('added', place, { zh: `增加“${is.zh}”`, en: `now says “${is.en}”` })
  if (isEmpty(b)) return said('removed', place, { zh: `去掉“${was.zh}”`, en: `no longer says “${was.en}”` })
  return said('changed', place, {
    zh: `由“${was.zh}”改为“${is.zh}”`,
    en: `from “${was.en}” to “${is.en}”`,
  })
}

function member(kind: 'added' | 'removed', place: Place, one: Rec, zh: string, en: string): ItemDifference {
  const words = memberWords(place.key, one)
  const before = place.trail
  return {
    kind,
    element: place.element,
    path: place.path,
    words: {
      zh: [...before.map((part) => part.zh), `${zh}${words.zh}`].join(' · '),
      en: [...before.map((part) => part.en), `${words.en} ${en}`].join(' · '),
    },
  }
}

function said(kind: ItemDifference['kind'], place: Place, what: Words): ItemDifference {
  const trail = [...place.trail, wordsOf(place)]
  return {
    kind,
    element: place.element,
    path: place.path,
    words: {
      zh: `${trail.map(({ zh }) => zh).join(' · ')}：${what.zh}`,
      en: `${capital(trail.map(({ en }) => en).join(' · '))}: ${what.en}`,
    },
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function wordsOf({ key, element, path }: Place): Words {
  const words = path === element ? ELEMENT_WORDS[key] : PART_WORDS[key]
  return words ?? { zh: key, en: key }
}

function memberWords(list: string, one: Rec): Words {
  const kind = MEMBER_WORDS[list] ?? { zh: '', en: '' }
  const name = nameOf(one)
  return { zh: `${kind.zh}“${name.zh}”`, en: `${kind.en} “${name.en}”`.trim() }
}

/** By which a reader knows one of a list. */
function nameOf(one: Rec): Words {
  const named = [one.name, one.label, one.q, one].find(isText)
  if (named) return { zh: named.zh, en: named.en ?? named.zh }
  const plain = [one.law, one.article].filter(Boolean).join(' ') || String(one.id ?? one.value ?? '')
  const text = plain || JSON.stringify(one)
  return { zh: text, en: text }
}

function keyed(list: readonly Rec[]): ReadonlyMap<string, Rec> {
  const found = new Map<string, Rec>()
  list.forEach((one, at) => {
    const id = String(one.id ?? one.value ?? nameOf(one).zh)
    found.set(found.has(id) ? `${id} ${at}` : id, one)
  })
  return found
}

/** Words of the values of a property, by its place. */
const TABLES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  type: { ...ITEM_TYPE_WORDS, ...FIELD_TYPE_WORDS },
  handling: HANDLING_WORDS,
  situation: SITUATION_WORDS,
  signature: SIGNATURE_WORDS,
  applicants: APPLICANT_WORDS,
  delivery: DELIVERY_WORDS,
  source: SOURCE_WORDS,
  form: FORM_WORDS,
  by: STEP_ROLE_WORDS,
  ends: OUTCOME_WORDS,
  'clock-stops': CLOCK_STOP_WORDS,
  'clock-stop': CLOCK_STOP_WORDS,
}
const PERIODS: ReadonlySet<string> = new Set(['days', 'within', 'ask-before', 'due'])

function valueWords(place: Place, value: unknown): Words {
  return { zh: valueText(place, value, 'zh'), en: valueText(place, value, 'en') }
}

function valueText(place: Place, value: unknown, language: Language): string {
  const { key, fields } = place
  if (Array.isArray(value))
    return value.map((one) => valueText(place, one, language)).join(language === 'zh' ? '、' : ', ')
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (isText(value)) return value[language] ?? value.zh
  if (isRecord(value)) {
    if (isCondition(key)) return conditionText(value as unknown as Condition, fields, language)
    return nameOf(value)[language]
  }
  if (typeof value !== 'string') return key === 'amount' ? `¥${Number(value) / 100}` : String(value ?? '')
  if (PERIODS.has(key)) return periodText(value, language)
  if (key === 'valid') return validityText(value, language)
  return TABLES[key]?.[value]?.[language] ?? value
}

/** Conditions are told as a whole. */
const isCondition = (key: string) => key === 'when' || key === 'required'

type Rec = Readonly<Record<string, unknown>>
interface TextLike {
  readonly zh: string
  readonly en?: string
}

function isRecord(value: unknown): value is Rec {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const recordOf = (value: unknown): Rec => (isRecord(value) ? value : {})

function isText(value: unknown): value is TextLike {
  return (
    isRecord(value) &&
    typeof value.zh === 'string' &&
    Object.keys(value).every((key) => key === 'zh' || key === 'en')
  )
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Alike, whatever the order of their members. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  )
}
