/** Rules of the guide (办事指南): what the law and the national standard ask of an item before it is published. */
import { type Basis, CLOCK_STOP_WORDS, type Material, type ServiceItem } from '@mashang/flow'
import { foundIf, itemRule } from './item-check.ts'

interface Days {
  readonly count: number
  readonly unit: 'wd' | 'd'
}

/** `20wd` → 20 working days. */
export function daysOf(period: string): Days {
  return { count: Number.parseInt(period, 10), unit: period.endsWith('wd') ? 'wd' : 'd' }
}

/**
 * Whether one period may end after another. Within one unit the numbers say it; between the two, five working days
 * stand for seven days, as in a week without holidays.
 */
export function isLonger(period: string, other: string): boolean {
  const a = daysOf(period)
  const b = daysOf(other)
  if (a.unit === b.unit) return a.count > b.count
  return a.unit === 'wd' ? a.count * 7 > b.count * 5 : a.count * 5 > b.count * 7
}

export const onTheSpotMeansSameDay = itemRule(
  '即办件应当承诺当天办结（0wd），承诺件不能写 0wd；现为 {handling}，承诺 {promised}。',
  'An on-the-spot item promises the same day (0wd) and a promised item does not; this one is {handling} and promises {promised}.',
  ({ handling, limits }) => {
    const promised = limits.promised.days
    const sameDay = daysOf(promised).count === 0
    return foundIf((handling === 'on-the-spot') !== sameDay, 'limits.promised.days', { handling, promised })
  },
)

export const whollyOnlineMeansNoVisit = itemRule(
  '网上办理深度为四级的，到办事现场次数应为 0；现为 {visits} 次。',
  'At online depth IV nobody comes in person; this item asks for {visits} visit(s).',
  ({ depth, visits }) => foundIf(depth === 4 && visits > 0, 'visits', { visits }),
)

export const visitsHaveAReason = itemRule(
  '需要到现场 {visits} 次的，应当写明原因。',
  'An item that asks for {visits} visit(s) says why.',
  (item) =>
    foundIf(item.visits > 0 && !item['visits-reason']?.zh.trim(), 'visits-reason', { visits: item.visits }),
)

export const noVisitMeansPostOrOnline = itemRule(
  '到现场 0 次而又不能全程网办的，应当支持邮寄。',
  'Where nobody comes in person and not everything is online, post is accepted.',
  ({ visits, depth, delivery }) =>
    foundIf(visits === 0 && depth < 4 && !delivery.includes('post'), 'delivery', { depth }),
)

export const feeHasBasisAndItems = itemRule(
  '收费项目“{fee}”应当写明收费依据和标准。',
  'The fee “{fee}” states its legal basis and its standard.',
  ({ fees }) =>
    fees.flatMap((fee, i) =>
      foundIf(!fee.basis.law.trim() || !fee.standard.zh.trim() || !fee.name.zh.trim(), `fees.${i}`, {
        fee: fee.name,
      }),
    ),
  { law: '行政许可法', article: '第五十九条' },
)

export const noFeeMeansNoOnlinePayment = itemRule(
  '不收费的事项不应开通网上支付。',
  'An item without a fee has no online payment.',
  (item) => foundIf(item['online-payment'] && item.fees.length === 0, 'online-payment'),
)

export const onlyEnterprisesSignWithACertificate = itemRule(
  '要求用数字证书签名的事项，服务对象应当包括企业，并能在网上申请（网办深度三级以上）。',
  'An item signed with a certificate serves enterprises and is applied for online (depth III or more).',
  ({ signature, applicants, depth }) =>
    foundIf(signature === 'certificate' && (!applicants.includes('enterprise') || depth < 3), 'signature'),
)

const digitsOf = (phone: string) => phone.replaceAll(/\D/g, '')

export const consultationAndComplaintPhonesDiffer = itemRule(
  '咨询电话和投诉电话不能相同；现均为 {phone}。',
  'The numbers for questions and for complaints differ; both are {phone}.',
  ({ phones: { consultation, complaint } }) =>
    foundIf(digitsOf(consultation) === digitsOf(complaint), 'phones', { phone: consultation }),
)

export const promisedIsNotLongerThanStatutory = itemRule(
  '承诺时限 {promised} 不能长于法定时限 {statutory}。',
  'The promised limit {promised} is no longer than the statutory limit {statutory}.',
  ({ limits }) =>
    foundIf(isLonger(limits.promised.days, limits.statutory.days), 'limits.promised.days', {
      promised: limits.promised.days,
      statutory: limits.statutory.days,
    }),
)

export const licenceItemHasFaq = itemRule(
  '行政许可事项至少要有一条常见问题及解答。',
  'A licence item answers at least one frequent question.',
  ({ type, faq }) => foundIf(type === 'licence' && faq.length === 0, 'faq'),
)

export const eachMaterialIsComplete = itemRule(
  '材料“{material}”缺少：{missing}。',
  'The material “{material}” lacks: {missing}.',
  ({ materials }) =>
    materials.flatMap((material) => {
      const missing = missingOf(material)
      return foundIf(missing.length > 0, `materials.${material.id}`, { material: material.name, missing })
    }),
)

function missingOf(material: Material): readonly { zh: string; en: string }[] {
  const missing: { zh: string; en: string }[] = []
  const lacks = (broken: boolean, zh: string, en: string) => {
    if (broken) missing.push({ zh, en })
  }
  const { source, issuer, form, copies, requirements } = material
  const fillIn = material['fill-in']
  lacks(source !== 'applicant' && !issuer?.zh.trim(), '出具单位', 'who issues it')
  lacks(form !== 'electronic' && copies === 0, '份数', 'the number of copies')
  lacks(
    !fillIn && !requirements?.zh.trim(),
    '空白表格或填写要求',
    'a form to fill in, or what is asked of it',
  )
  const unshown =
    fillIn?.fields.filter(
      ({ required, example, type }) =>
        required && example === undefined && type !== 'list' && type !== 'signature',
    ) ?? []
  lacks(unshown.length > 0, '样表中的示例', 'examples for its filled sample')
  return missing
}

export const siteCheckTakesTwoPeople = itemRule(
  '环节“{step}”是现场核查，至少要 {needed} 人；现为 {people} 人。',
  'The step “{step}” is a check on site and takes at least {needed} members of staff; it names {people}.',
  ({ steps }, { siteCheckPeople }) =>
    steps.flatMap((step) =>
      foundIf(
        step.by === 'inspector' && (step.people ?? 1) < siteCheckPeople.count,
        `steps.${step.id}.people`,
        {
          step: step.name,
          people: step.people ?? 1,
          needed: siteCheckPeople.count,
        },
      ),
    ),
  { law: '行政许可法', article: '第三十四条' },
)

const stopWords: Readonly<Record<string, { zh: string; en?: string }>> = CLOCK_STOP_WORDS

export const clockStopIsAllowed = itemRule(
  '环节“{step}”因“{stop}”停止计时，“时限”里的“特别程序”（clock-stops）也要选上它。',
  'The step “{step}” stops the clock for “{stop}”; the clock stops of the item (clock-stops) have to name it, too.',
  (item) =>
    item.steps.flatMap((step) => {
      const stop = step['clock-stop']
      const allowed: readonly string[] = item['clock-stops']
      return foundIf(stop !== undefined && !allowed.includes(stop), `steps.${step.id}.clock-stop`, {
        step: step.name,
        stop: stop && (stopWords[stop] ?? stop),
      })
    }),
  { law: '行政许可法', article: '第四十五条' },
)

export const licenceMayBeGrantedOrRefused = itemRule(
  '行政许可事项既要能准予，也要能不予许可；现缺：{missing}。',
  'A licence item can end in a grant and in a refusal; missing: {missing}.',
  ({ type, steps }) => {
    const ends = new Set(steps.flatMap((step) => step.ends ?? []))
    const missing = (['grant', 'refuse'] as const).filter((end) => !ends.has(end))
    return foundIf(type === 'licence' && missing.length > 0, 'steps', { missing })
  },
  { law: '行政许可法', article: '第三十八条' },
)

export const licenceLimitHasABasis = itemRule(
  '行政许可事项的法定时限应当写明依据。',
  'The statutory limit of a licence item cites its basis.',
  ({ type, limits }) => foundIf(type === 'licence' && !limits.statutory.basis, 'limits.statutory.basis'),
  { law: '行政许可法', article: '第四十二条' },
)

export const renewalNeedsAValidity = itemRule(
  '写明延续要求的，结果应当有有效期。',
  'A result that can be renewed has a validity.',
  ({ result }) => foundIf(result.renewal !== undefined && !result.valid, 'result.valid'),
  { law: '行政许可法', article: '第五十条' },
)

export const datesAreInOrder = itemRule(
  '失效日期 {to} 早于生效日期 {from}。',
  'It ends on {to}, before it takes effect on {from}.',
  ({ effective: { from, to } }) => foundIf(to !== undefined && to < from, 'effective', { from, to }),
)

/** Every basis an item cites, with its place. */
export function basesOf(item: ServiceItem): readonly { basis: Basis; path: string }[] {
  const { limits, result } = item
  const all: readonly { basis: Basis | undefined; path: string }[] = [
    ...item.basis.map((basis, i) => ({ basis, path: `basis.${i}` })),
    { basis: limits.statutory.basis, path: 'limits.statutory.basis' },
    { basis: limits.promised.basis, path: 'limits.promised.basis' },
    { basis: result.renewal?.basis, path: 'result.renewal.basis' },
    ...item.fees.flatMap((fee, i) => [
      { basis: fee.basis, path: `fees.${i}.basis` },
      ...(fee.reductions ?? []).map((one, j) => ({
        basis: one.basis,
        path: `fees.${i}.reductions.${j}.basis`,
      })),
    ]),
    ...item.materials.map((one) => ({ basis: one.basis, path: `materials.${one.id}.basis` })),
    ...item.steps.map((one) => ({ basis: one.basis, path: `steps.${one.id}.basis` })),
  ]
  return all.flatMap(({ basis, path }) => (basis ? [{ basis, path }] : []))
}
