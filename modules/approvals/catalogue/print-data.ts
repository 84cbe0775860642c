/** What is printed of a definition: the one-time notice of an item, and the forms among its materials. */
import type { DocumentData, FormDocument, FormField, Limit, NoticeMaterial } from '@mashang/document'
import {
  APPLICANT_WORDS,
  conditionText,
  DELIVERY_WORDS,
  type Field,
  FORM_WORDS,
  feeRuleText,
  fieldText,
  HANDLING_WORDS,
  ITEM_TYPE_WORDS,
  type Material,
  type Organ,
  periodText,
  type ServiceItem,
  SOURCE_WORDS,
  STEP_ROLE_WORDS,
  sectionsOf,
  validityText,
  type Window,
} from '@mashang/flow'
import { type Language, legalDayOf, type Words } from '@mashang/kit'
import { articleOf, periodOf } from '../rules/time-limit.ts'
import type { CatalogueInside } from './needs.ts'

/** What a print shows beside the definition. */
export interface Printing {
  readonly item: ServiceItem
  readonly organ: Organ | undefined
  readonly windows: readonly Window[]
  /** Legal day of the print. */
  readonly date: string
  readonly guideUrl: string
  readonly language: Language
}

/** What is printed of a version, today. */
export function printingOf(
  inside: Pick<CatalogueInside, 'organs' | 'profile' | 'clock' | 'publicUrl'>,
  item: ServiceItem,
  language: Language,
): Printing {
  return {
    item,
    organ: inside.organs.get(item.organ),
    windows: inside.profile.windows.filter(({ id }) => item.windows.includes(id)),
    date: legalDayOf(inside.clock.now()),
    guideUrl: `${inside.publicUrl}/items/${item.code}`,
    language,
  }
}

type Said = { readonly zh: string; readonly en?: string }

const inLanguage =
  (language: Language) =>
  (text: Said): string =>
    text[language] ?? text.zh

export function noticeOf(printing: Printing): DocumentData['one-time-notice'] {
  const { item, organ, windows, date, guideUrl, language } = printing
  const say = inLanguage(language)
  const zh = language === 'zh'
  return {
    organ: organ ? say(organ.name) : '',
    itemName: say(item.name),
    itemCode: item.code,
    version: zh ? `第 ${item.version} 版` : `Version ${item.version}`,
    date,
    guideUrl,
    summary: summaryOf(item, language),
    basis: item.basis.map(articleOf),
    conditions: item.conditions.map(say),
    materials: item.materials.map((material) => noticeMaterial(material, item.fields, language)),
    statutory: limitOf(item.limits.statutory.days),
    promised: limitOf(item.limits.promised.days),
    limitNotes: [item.limits.promised.note, item.limits.statutory.note].flatMap((note) =>
      note ? [say(note)] : [],
    ),
    steps: item.steps.map((step) => ({
      name: say(step.name),
      limit: periodText(step.within, language),
      note: [
        STEP_ROLE_WORDS[step.by][language],
        step.when ? whenText(conditionText(step.when, item.fields, language), language) : '',
      ]
        .filter((part) => part !== '')
        .join(zh ? '；' : '; '),
    })),
    fees: item.fees.map((fee) => ({
      name: say(fee.name),
      standard: [say(fee.standard), ...feeRuleText(fee, item.fields, language)].join(zh ? '' : ' '),
      basis: articleOf(fee.basis),
    })),
    windows: windows.map((window) => ({
      name: `${window.number} ${say(window.hall)}`,
      address: `${say(window.address)} ${window.floor}`,
      hours: say(window.hours),
      phone: window.phone,
    })),
    consultationPhone: item.phones.consultation,
    complaintPhone: item.phones.complaint,
    questions: item.faq.map(({ q, a }) => ({ question: say(q), answer: say(a) })),
  }
}

const LABELS = {
  type: { zh: '权力类型', en: 'Kind' },
  handling: { zh: '办件类型', en: 'Handling' },
  applicants: { zh: '服务对象', en: 'For' },
  visits: { zh: '到现场次数', en: 'Visits' },
  depth: { zh: '网上办理', en: 'Online' },
  delivery: { zh: '结果送达', en: 'Delivery' },
  result: { zh: '办理结果', en: 'Result' },
  valid: { zh: '有效期', en: 'Valid for' },
} as const satisfies Readonly<Record<string, Words>>

const DEPTH_WORDS: readonly Words[] = [
  { zh: '网上查询', en: 'information only' },
  { zh: '网上预审', en: 'checked online before the visit' },
  { zh: '网上申请和审批', en: 'applied for and decided online' },
  { zh: '全程网办', en: 'wholly online' },
]

function summaryOf(item: ServiceItem, language: Language) {
  const say = inLanguage(language)
  const zh = language === 'zh'
  const list = (words: readonly Words[]) => words.map(say).join(zh ? '、' : ', ')
  const rows: readonly (readonly [keyof typeof LABELS, string | undefined])[] = [
    ['type', say(ITEM_TYPE_WORDS[item.type])],
    ['handling', say(HANDLING_WORDS[item.handling])],
    ['applicants', list(item.applicants.map((one) => APPLICANT_WORDS[one]))],
    ['visits', zh ? `${item.visits} 次` : String(item.visits)],
    ['depth', say(DEPTH_WORDS[item.depth - 1] ?? { zh: '—', en: '—' })],
    ['delivery', list(item.delivery.map((one) => DELIVERY_WORDS[one]))],
    ['result', say(item.result.name)],
    ['valid', item.result.valid && validityText(item.result.valid, language)],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label: LABELS[label][language], value }] : []))
}

function noticeMaterial(material: Material, fields: readonly Field[], language: Language): NoticeMaterial {
  const say = inLanguage(language)
  const { required } = material
  const notes = [
    typeof required === 'boolean' ? '' : whenText(conditionText(required, fields, language), language),
    material['satisfied-by'] ? say(HELD) : '',
  ].filter((note) => note !== '')
  return {
    name: say(material.name),
    source: material.issuer ? say(material.issuer) : SOURCE_WORDS[material.source][language],
    copies: String(material.copies),
    form: FORM_WORDS[material.form][language],
    necessity: say(NECESSITY[typeof required === 'boolean' ? (required ? 'always' : 'never') : 'sometimes']),
    ...(notes.length > 0 ? { note: notes.join(language === 'zh' ? '；' : '; ') } : {}),
  }
}

const NECESSITY = {
  always: { zh: '必要', en: 'Needed' },
  sometimes: { zh: '视情况', en: 'At times' },
  never: { zh: '非必要', en: 'Optional' },
} as const satisfies Readonly<Record<string, Words>>

const HELD: Words = { zh: '已有电子证照的免提交', en: 'not where the electronic licence is held' }

const whenText = (condition: string, language: Language) =>
  language === 'zh' ? `${condition}时` : `when ${condition}`

function limitOf(days: string): Limit {
  const { count, unit } = periodOf(days)
  return { count, unit: unit === 'wd' ? 'working-day' : 'calendar-day' }
}

/** The form of a material, empty or with its examples filled in. */
export function formOf(
  printing: Printing,
  fillIn: NonNullable<Material['fill-in']>,
  use: 'blank' | 'sample',
): FormDocument {
  const { item, organ, date, guideUrl, language } = printing
  const say = inLanguage(language)
  return {
    title: say(fillIn.title),
    organ: organ ? say(organ.name) : '',
    itemName: say(item.name),
    itemCode: item.code,
    date,
    url: guideUrl,
    sections: sectionsOf(fillIn.fields).map(({ title, fields }) => ({
      title: say(title ?? FILL_IN),
      fields: fields.map((field) => formField(field, use, language)),
    })),
    statement: [
      say({
        zh: '以上所填内容真实、完整，如有虚假，本人（单位）承担相应的法律责任。',
        en: 'What is filled in above is true and complete; the applicant answers for it in law.',
      }),
    ],
  }
}

const FILL_IN: Words = { zh: '填写内容', en: 'To fill in' }

const YES_NO = [
  { value: true, label: { zh: '是', en: 'Yes' } },
  { value: false, label: { zh: '否', en: 'No' } },
] as const

function formField(field: Field, use: 'blank' | 'sample', language: Language): FormField {
  const say = inLanguage(language)
  const example = use === 'sample' ? field.example : undefined
  const base = {
    label: say(field.label),
    ...(field.hint ? { hint: say(field.hint) } : {}),
    ...(field.required ? { required: true } : {}),
  }
  switch (field.type) {
    case 'choice':
    case 'choices':
      return {
        ...base,
        kind: 'boxes',
        options: (field.options ?? []).map((option) => ({
          label: say(option.label),
          checked: isChosen(option, example),
        })),
      }
    case 'yes-no':
      return {
        ...base,
        kind: 'boxes',
        options: YES_NO.map(({ value, label }) => ({ label: say(label), checked: example === value })),
      }
    case 'list': {
      const columns = field.columns ?? []
      const row = columns.map((column) => exampleText(column, column.example, language) ?? '')
      return {
        ...base,
        kind: 'table',
        columns: columns.map(({ label }) => say(label)),
        rows: use === 'sample' && row.some((cell) => cell !== '') ? [row] : [],
        blankRows: Math.max(3, field['min-rows'] ?? 0),
      }
    }
    case 'long-text':
      return { ...base, kind: 'text', value: exampleText(field, example, language), lines: 4 }
    default:
      return { ...base, kind: 'line', value: exampleText(field, example, language) }
  }
}

function exampleText(field: Field, example: Field['example'], language: Language): string | undefined {
  return example === undefined ? undefined : fieldText(field, example, language, () => undefined)
}

/** Examples name one option by its value, or several by their labels: 热食类食品制售、自制饮品制售. */
function isChosen(option: NonNullable<Field['options']>[number], example: Field['example']): boolean {
  if (typeof example !== 'string') return false
  const named = example.split(/[、,，;；]/).map((one) => one.trim())
  return named.includes(option.value) || named.includes(option.label.zh)
}
