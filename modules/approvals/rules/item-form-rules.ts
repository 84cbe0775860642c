/** Rules of the forms of an item, and the replay of its examples. */
import {
  checkField,
  checkForm,
  type Field,
  type FieldValue,
  type FormValues,
  pathOf,
  type ServiceItem,
} from '@mashang/flow'
import { addDays, legalDayOf } from '@mashang/kit'
import { foundIf, type ItemSurroundings, itemRule } from './item-check.ts'

interface PlacedField {
  readonly field: Field
  readonly path: string
}

/** Fields of an item with their places: those of its own form and of its materials' forms, and the columns of lists. */
function fieldsOf({ fields, materials }: ServiceItem): readonly PlacedField[] {
  const placed = [
    ...fields.map((field) => ({ field, path: `fields.${field.id}` })),
    ...materials.flatMap((material) =>
      (material['fill-in']?.fields ?? []).map((field) => ({
        field,
        path: `materials.${material.id}.fill-in.${field.id}`,
      })),
    ),
  ]
  return placed.flatMap((one): PlacedField[] => [
    one,
    ...(one.field.columns ?? []).map((column) => ({
      field: column,
      path: `${one.path}.columns.${column.id}`,
    })),
  ])
}

/** Their examples are given in words, or there are none. */
const IN_WORDS: ReadonlySet<Field['type']> = new Set(['address', 'choices', 'list', 'signature'])

export const listsHaveColumns = itemRule(
  '字段“{field}”：多行列表要有列，其他字段不能有列；最少行数不能超过最多行数。',
  'The field “{field}”: a list has columns, and no other field has; its least rows are no more than its most.',
  (item) =>
    fieldsOf(item).flatMap(({ field, path }) => {
      const most = field['max-rows'] ?? Number.POSITIVE_INFINITY
      const hasColumns = field.columns !== undefined
      const broken = (field.type === 'list') !== hasColumns || (field['min-rows'] ?? 0) > most
      return foundIf(broken, path, { field: field.label })
    }),
)

export const fieldRuleIsKnown = itemRule(
  '字段“{field}”用到的规则“{rule}”不在登记册中。',
  'The field “{field}” names the rule “{rule}”, which is not in the register.',
  (item, { fieldRules }) =>
    fieldsOf(item).flatMap(({ field, path }) =>
      foundIf(field.rule !== undefined && !fieldRules.has(field.rule), `${path}.rule`, {
        field: field.label,
        rule: field.rule,
      }),
    ),
)

export const choicesHaveOptions = itemRule(
  '字段“{field}”：选择类字段要有选项，其他字段不能有选项。',
  'The field “{field}”: a choice has options, and no other field has.',
  (item) =>
    fieldsOf(item).flatMap(({ field, path }) => {
      const chooses = field.type === 'choice' || field.type === 'choices'
      return foundIf(chooses !== (field.options !== undefined), path, { field: field.label })
    }),
)

export const optionsAreUnique = itemRule(
  '字段“{field}”的选项“{value}”出现了不止一次。',
  'The option “{value}” of the field “{field}” stands more than once.',
  (item) =>
    fieldsOf(item).flatMap(({ field, path }) => {
      const values = (field.options ?? []).map((option) => option.value)
      const twice = values.filter((value, i) => values.indexOf(value) !== i)
      return twice.map((value) => ({ path, facts: { field: field.label, value } }))
    }),
)

export const licenceFieldNamesItsType = itemRule(
  '字段“{field}”让申请人选择一张证照：事项要写明针对的证照类型（concerns），情形是变更、延续、补证或者注销，这样的字段只有一个，而且必填。',
  'The field “{field}” has the applicant choose a licence: the item says which type it concerns, settles a change, renewal, reissue or cancellation, and has one such field, which is required.',
  (item) => {
    const asking = item.fields.filter(({ type }) => type === 'licence')
    const acts = item.concerns !== undefined && item.situation !== undefined && item.situation !== 'first'
    return asking.flatMap((field) =>
      foundIf(
        !acts || asking.length > 1 || !field.required || field.when !== undefined,
        `fields.${field.id}`,
        {
          field: field.label,
        },
      ),
    )
  },
  { law: '行政许可法', article: '第四十九条' },
)

export const rangesAreInOrder = itemRule(
  '字段“{field}”的最小值大于最大值。',
  'The least the field “{field}” takes is more than the most.',
  (item) =>
    fieldsOf(item).flatMap(({ field, path }) => {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
      const shortest = field['min-length'] ?? 0
      const longest = field['max-length'] ?? Number.POSITIVE_INFINITY
      return foundIf(min > max || shortest > longest, path, { field: field.label })
    }),
)

export const fieldExampleFits = itemRule(
  '字段“{field}”的示例“{example}”填不进这个字段。',
  'The example “{example}” of the field “{field}” would be refused by the field itself.',
  (item, around) =>
    fieldsOf(item).flatMap(({ field, path }) => {
      const { example } = field
      // The example of an address or of several choices is given in words; days that must lie ahead grow old.
      if (example === undefined || IN_WORDS.has(field.type)) return []
      const wrong = checkField({ ...field, rule: undefined }, example, around)
      return foundIf(wrong !== undefined, `${path}.example`, { field: field.label, example })
    }),
)

export const examplesLeadWhereTheySay = itemRule(
  '第 {number} 个示例：应为 {expected}，演算得到 {found}。',
  'Example {number}: it says {expected}, but its replay gives {found}.',
  (item, around) =>
    (item.examples ?? []).flatMap((example, i) => {
      const outcome = replay(item, example.given, around)
      const path = `examples.${i}`
      const facts = { number: i + 1 }
      if (example.refused !== undefined) {
        const found = outcome.refused.length > 0 ? outcome.refused : ['—']
        const met = outcome.refused.includes(example.refused)
        return foundIf(!met, path, { ...facts, expected: example.refused, found })
      }
      if (outcome.refused.length > 0) {
        const expected = (example.path ?? []).join(' → ') || { zh: '可以提交', en: 'a form that is accepted' }
        return [{ path, facts: { ...facts, expected, found: outcome.refused } }]
      }
      const walked = outcome.path.join(' → ')
      const said = example.path?.join(' → ')
      const due = item.limits.promised.days
      return [
        ...foundIf(said !== undefined && said !== walked, path, { ...facts, expected: said, found: walked }),
        ...foundIf(example.due !== undefined && example.due !== due, path, {
          ...facts,
          expected: example.due,
          found: due,
        }),
      ]
    }),
)

/** What comes of an example: the steps it passes, or `field.code` of each refusal. */
interface Outcome {
  readonly path: readonly string[]
  readonly refused: readonly string[]
}

function replay(
  item: ServiceItem,
  given: Readonly<Record<string, unknown>>,
  around: ItemSurroundings,
): Outcome {
  const values = datedValues(given, legalDayOf(around.now))
  // A rule that does not exist is told by `fieldRuleIsKnown`; the rest of the form can still be replayed.
  const fields = item.fields.map((field) =>
    field.rule === undefined || around.fieldRules.has(field.rule) ? field : { ...field, rule: undefined },
  )
  const refused = checkForm(fields, values, around, '').map(({ path, code }) => `${path}.${code}`)
  return refused.length > 0 ? { path: [], refused } : { path: walk(item, values), refused }
}

/** An example outlives its day: `+10d` stands for ten days from today, `-3d` for three days ago. */
export function datedValues(given: Readonly<Record<string, unknown>>, today: string): FormValues {
  const values: Record<string, FieldValue> = {}
  for (const [id, value] of Object.entries(given)) {
    const relative = typeof value === 'string' ? /^([+-]\d{1,4})d$/.exec(value) : null
    values[id] = relative ? addDays(today, Number(relative[1])) : (value as FieldValue)
  }
  return values
}

/** The path, or none where the steps themselves are broken: other rules tell that. */
function walk(item: ServiceItem, values: FormValues): readonly string[] {
  try {
    return pathOf(item, values).map((step) => step.id)
  } catch {
    return []
  }
}
