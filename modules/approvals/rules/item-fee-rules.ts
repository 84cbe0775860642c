/** Rules of fees: what an item asks for can be reckoned from its form, with its article, and is asked for in time. */
import { type Fee, type Field, fieldsOfFee, type ServiceItem } from '@mashang/flow'
import { type Found, foundIf, itemRule } from './item-check.ts'

const eachFee = (item: ServiceItem, find: (fee: Fee, path: string) => readonly Found[]) =>
  item.fees.flatMap((fee, i) => find(fee, `fees.${i}`))

const COUNTED: readonly Field['type'][] = ['number', 'choices', 'list']

export const feeIsReckonedFromItsForm = itemRule(
  '收费项目“{fee}”不能从表单算出：{why}。',
  'The fee “{fee}” cannot be reckoned from the form: {why}.',
  (item) =>
    eachFee(item, (fee, path) =>
      whyNotReckoned(fee, item.fields).map((why) => ({
        path: `${path}.reckon`,
        facts: { fee: fee.name, why },
      })),
    ),
)

interface Why {
  readonly zh: string
  readonly en: string
}

function whyNotReckoned(fee: Fee, fields: readonly Field[]): readonly Why[] {
  const { reckon } = fee
  if (!reckon) return []
  const ways = [reckon.unit, reckon.rates, reckon.tiers].filter((way) => way !== undefined)
  if (fee.amount !== undefined || ways.length !== 1)
    return [
      {
        zh: '固定金额、单价、分类单价、分档只能有一种',
        en: 'there must be one of a fixed amount, a unit price, rates and tiers',
      },
    ]
  if (reckon.tiers && reckon.per) return [{ zh: '分档的金额不再乘以数量', en: 'tiers are not multiplied' }]
  const unknown = fieldsOfFee(fee).filter((id) => !fields.some((field) => field.id === id))
  if (unknown.length > 0)
    return [{ zh: `没有字段“${unknown.join('、')}”`, en: `there is no field “${unknown.join(', ')}”` }]
  return [...fieldsOfWrongType(reckon, fields), ...choicesWithoutRate(reckon, fields)]
}

function fieldsOfWrongType(reckon: NonNullable<Fee['reckon']>, fields: readonly Field[]): readonly Why[] {
  const typeOf = (id: string) => fields.find((field) => field.id === id)?.type
  const wrong = [
    ...(reckon.per ?? []).filter((id) => !COUNTED.includes(typeOf(id) ?? 'text')),
    ...(reckon.tiers && typeOf(reckon.tiers.by) !== 'number' ? [reckon.tiers.by] : []),
    ...(reckon.rates && typeOf(reckon.rates.by) !== 'choice' ? [reckon.rates.by] : []),
  ]
  return wrong.map((id) => ({
    zh: `字段“${id}”的类型不能用来计费`,
    en: `the field “${id}” cannot be counted`,
  }))
}

function choicesWithoutRate({ rates }: NonNullable<Fee['reckon']>, fields: readonly Field[]): readonly Why[] {
  const options = fields.find((field) => field.id === rates?.by)?.options ?? []
  const missing = options.filter(({ value }) => !rates?.of.some(({ is }) => is === value))
  return missing.map(({ label }) => ({
    zh: `“${label.zh}”没有单价`,
    en: `“${label.en ?? label.zh}” has no rate`,
  }))
}

export const feeTiersAscendAndEndOpen = itemRule(
  '收费项目“{fee}”的分档应当从小到大，最后一档不设上限。',
  'The tiers of the fee “{fee}” ascend, and the last has no end.',
  (item) =>
    eachFee(item, (fee, path) => {
      const ends = (fee.reckon?.tiers?.of ?? []).map(({ upto }) => upto ?? Number.POSITIVE_INFINITY)
      const ordered = ends.every((end, i) => i === 0 || end > (ends[i - 1] ?? 0))
      const isOpen = ends.length === 0 || ends.at(-1) === Number.POSITIVE_INFINITY
      return foundIf(!ordered || !isOpen, `${path}.reckon.tiers`, { fee: fee.name })
    }),
)

export const reductionHasItsArticle = itemRule(
  '收费项目“{fee}”的减免应当写明理由和依据。',
  'A reduction of the fee “{fee}” states its reason and its article.',
  (item) =>
    eachFee(item, (fee, path) =>
      (fee.reductions ?? []).flatMap(({ basis, reason }, i) =>
        foundIf(!basis.law.trim() || !reason.zh.trim(), `${path}.reductions.${i}`, { fee: fee.name }),
      ),
    ),
)

export const electronicResultIsPaidBeforeTheDecision = itemRule(
  '结果可以电子送达的，准予后即可下载；收费项目“{fee}”应当在作出决定前缴纳。',
  'An electronic result can be downloaded once granted; the fee “{fee}” is due before the decision.',
  (item) =>
    eachFee(item, (fee, path) =>
      foundIf(fee.due === 'before-delivery' && item.delivery.includes('electronic'), `${path}.due`, {
        fee: fee.name,
      }),
    ),
)
