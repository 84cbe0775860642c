/** Words for the values of definitions, on pages and on paper. Chinese first, English complete. */
import { type Language, STAFF_ROLE_WORDS, type Words } from '@mashang/kit'
import type { ClockStopKind, ItemType, Material, ServiceItem, Situation } from './definition.ts'
import type { Comparison, Condition, Field } from './field.ts'
import { STEP_ROLES, type StepKindName } from './step.ts'

export const ITEM_TYPE_WORDS: Readonly<Record<ItemType, Words>> = {
  licence: { zh: '行政许可', en: 'Administrative licence' },
  confirmation: { zh: '行政确认', en: 'Administrative confirmation' },
  payment: { zh: '行政给付', en: 'Administrative payment' },
  reward: { zh: '行政奖励', en: 'Administrative reward' },
  'other-power': { zh: '其他行政权力', en: 'Other administrative power' },
  'public-service': { zh: '公共服务', en: 'Public service' },
}

/** 电子签名 — what an enterprise signs its submission with. */
export const SIGNATURE_WORDS: Readonly<Record<NonNullable<ServiceItem['signature']>, Words>> = {
  certificate: { zh: '须用企业数字证书签名', en: 'Signed with the enterprise’s certificate' },
}

export const HANDLING_WORDS: Readonly<Record<ServiceItem['handling'], Words>> = {
  'on-the-spot': { zh: '即办件', en: 'On the spot' },
  promised: { zh: '承诺件', en: 'Promised time' },
}

export const SITUATION_WORDS: Readonly<Record<Situation, Words>> = {
  first: { zh: '新办', en: 'First application' },
  change: { zh: '变更', en: 'Change' },
  renewal: { zh: '延续', en: 'Renewal' },
  reissue: { zh: '补证', en: 'Reissue' },
  cancellation: { zh: '注销', en: 'Cancellation' },
}

export const SOURCE_WORDS: Readonly<Record<Material['source'], Words>> = {
  applicant: { zh: '申请人自备', en: 'You prepare it' },
  government: { zh: '政府部门核发', en: 'Issued by a government organ' },
  'other-organ': { zh: '其他单位出具', en: 'Issued by another organisation' },
  intermediary: { zh: '中介机构出具', en: 'Issued by an intermediary' },
}

export const FORM_WORDS: Readonly<Record<Material['form'], Words>> = {
  original: { zh: '原件', en: 'Original' },
  copy: { zh: '复印件', en: 'Copy' },
  electronic: { zh: '电子件', en: 'Electronic' },
  'original-and-copy': { zh: '原件和复印件', en: 'Original and copy' },
}

export const DELIVERY_WORDS: Readonly<Record<ServiceItem['delivery'][number], Words>> = {
  electronic: { zh: '电子送达', en: 'Electronically' },
  post: { zh: '邮寄送达', en: 'By post' },
  window: { zh: '窗口领取', en: 'At the window' },
}

export const APPLICANT_WORDS: Readonly<Record<ServiceItem['applicants'][number], Words>> = {
  person: { zh: '个人', en: 'Person' },
  enterprise: { zh: '法人', en: 'Enterprise' },
}

type StepRole = (typeof STEP_ROLES)[number]
export const STEP_ROLE_WORDS = Object.fromEntries(
  STEP_ROLES.map((role) => [role, STAFF_ROLE_WORDS[role]]),
) as Readonly<Record<StepRole, Words>>

export const STEP_KIND_WORDS: Readonly<Record<StepKindName, Words>> = {
  review: { zh: '审查', en: 'Review' },
  'joint-review': { zh: '联合审查', en: 'Joint review' },
  'lower-review': { zh: '下级初审', en: 'Lower-level review' },
  hearing: { zh: '听证', en: 'Hearing' },
  'expert-review': { zh: '专家评审', en: 'Expert review' },
  announcement: { zh: '公示', en: 'Announcement' },
}

export const CLOCK_STOP_WORDS: Readonly<Record<ClockStopKind, Words>> = {
  hearing: { zh: '听证', en: 'Hearing' },
  tender: { zh: '招标', en: 'Tender' },
  auction: { zh: '拍卖', en: 'Auction' },
  inspection: { zh: '检验', en: 'Inspection' },
  testing: { zh: '检测', en: 'Testing' },
  quarantine: { zh: '检疫', en: 'Quarantine' },
  appraisal: { zh: '鉴定', en: 'Appraisal' },
  'expert-review': { zh: '专家评审', en: 'Expert review' },
}

/** Words of a table, such as those above, for the middle of a sentence. */
export function inSentence({ zh, en }: Words): Words {
  return { zh, en: en.toLowerCase() }
}

/** `5wd` → 5 个工作日, `45d` → 45 天, `0wd` → 当场. */
export function periodText(period: string, language: Language): string {
  const read = /^(\d+)(wd|d)$/.exec(period)
  if (!read) return period
  const count = Number(read[1])
  if (count === 0) return language === 'zh' ? '当场' : 'on the spot'
  if (language === 'zh') return `${count} ${read[2] === 'wd' ? '个工作日' : '天'}`
  return `${count} ${read[2] === 'wd' ? 'working ' : ''}${count === 1 ? 'day' : 'days'}`
}

/** `5y` → 5 年, `6m` → 6 个月, `30d` → 30 天. */
export function validityText(valid: string, language: Language): string {
  const read = /^(\d+)([ymd])$/.exec(valid)
  const unit = { y: ['年', 'year'], m: ['个月', 'month'], d: ['天', 'day'] }[read?.[2] ?? '']
  if (!read || !unit) return valid
  const count = Number(read[1])
  return language === 'zh' ? `${count} ${unit[0]}` : `${count} ${unit[1]}${count === 1 ? '' : 's'}`
}

/** A condition of a definition as a clause: 经营项目包含“冷食类食品制售”或经营项目包含…. */
export function conditionText(condition: Condition, fields: readonly Field[], language: Language): string {
  const clause = (one: Comparison) => comparisonText(one, fields, language)
  if ('all' in condition) return condition.all.map(clause).join(language === 'zh' ? '，且' : ' and ')
  if ('any' in condition) return condition.any.map(clause).join(language === 'zh' ? '，或' : ' or ')
  return clause(condition)
}

function comparisonText(comparison: Comparison, fields: readonly Field[], language: Language): string {
  const zh = language === 'zh'
  const field = fields.find(({ id }) => id === comparison.field.split('.')[0])
  const name = field ? (field.label[language] ?? field.label.zh) : comparison.field
  const label = zh ? name : `“${name}”`
  const value = (given: string | number | boolean) => valueText(field, given, language)
  const several = field?.type === 'choices'
  const parts: string[] = []
  if (comparison.is !== undefined)
    parts.push(
      zh
        ? `${several ? '包含' : '为'}${value(comparison.is)}`
        : `${several ? 'includes' : 'is'} ${value(comparison.is)}`,
    )
  if (comparison['is-not'] !== undefined)
    parts.push(
      zh
        ? `不${several ? '包含' : '是'}${value(comparison['is-not'])}`
        : `is not ${value(comparison['is-not'])}`,
    )
  if (comparison['one-of'] !== undefined) {
    const values = comparison['one-of'].map(value)
    parts.push(zh ? `为${values.join('或')}` : `is ${values.join(' or ')}`)
  }
  if (comparison.over !== undefined)
    parts.push(zh ? `超过 ${value(comparison.over)}` : `is over ${value(comparison.over)}`)
  if (comparison.under !== undefined)
    parts.push(zh ? `低于 ${value(comparison.under)}` : `is under ${value(comparison.under)}`)
  if (comparison.filled === true) parts.push(zh ? '已填写' : 'is filled in')
  if (comparison.filled === false) parts.push(zh ? '未填写' : 'is left empty')
  return `${label}${zh ? '' : ' '}${parts.join(zh ? '且' : ' and ')}`
}

function valueText(field: Field | undefined, value: string | number | boolean, language: Language): string {
  const zh = language === 'zh'
  if (typeof value === 'boolean') return zh ? (value ? '“是”' : '“否”') : value ? '“yes”' : '“no”'
  const option = field?.options?.find((one) => one.value === value)
  if (option) return `“${option.label[language] ?? option.label.zh}”`
  if (typeof value === 'string') return `“${value}”`
  const amount = field?.type === 'money' ? value / 100 : value
  const unit = field?.type === 'money' ? { zh: '元', en: 'yuan' } : field?.unit
  return unit ? `${amount} ${unit[language] ?? unit.zh}` : String(amount)
}
