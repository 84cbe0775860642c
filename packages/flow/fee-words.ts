/** The rule of a fee in words, as the guide tells it: what it is reckoned from, what is let off, when it is paid. */
import { formatMoney, type Language } from '@mashang/kit'
import type { Fee, FeeDue, RefundAfter } from './fee.ts'
import type { Field } from './field.ts'
import { conditionText } from './words.ts'

type Say = Readonly<Record<Language, string>>

export const FEE_DUE_WORDS: Readonly<Record<FeeDue, Say>> = {
  'before-decision': {
    zh: '受理后、作出准予决定前缴纳',
    en: 'To be paid after acceptance, before it is granted',
  },
  'before-delivery': {
    zh: '受理后、领取结果前缴纳',
    en: 'To be paid after acceptance, before the result is handed over',
  },
}

export const REFUND_AFTER_WORDS: Readonly<Record<RefundAfter, Say>> = {
  withdrawn: { zh: '撤回申请', en: 'the application is withdrawn' },
  refused: { zh: '不予许可', en: 'it is refused' },
  declined: { zh: '不予受理', en: 'it is declined' },
}

/** One sentence a line; none for a fee whose standard says all there is. */
export function feeRuleText(fee: Fee, fields: readonly Field[], language: Language): readonly string[] {
  const zh = language === 'zh'
  const when = fee.when && conditionText(fee.when, fields, language)
  return [
    ...(when ? [zh ? `适用于：${when}。` : `Asked where ${when}.`] : []),
    ...reckoningText(fee, fields, language),
    ...(fee.reductions ?? []).map((one) => {
      const holds = conditionText(one.when, fields, language)
      const law = [one.basis.law, one.basis.article].filter(Boolean).join(' ')
      const reason = one.reason[language] ?? one.reason.zh
      if (zh)
        return `${holds}的，${one.percent === 100 ? '免收' : `减收 ${one.percent}%`}（${reason}，${law}）。`
      return `Where ${holds}: ${one.percent === 100 ? 'free' : `${one.percent}% off`} (${reason}; ${law}).`
    }),
    ...(fee.due ? [FEE_DUE_WORDS[fee.due][language] + (zh ? '。' : '.')] : []),
    ...(fee.refunds ?? []).map(({ after, percent }) => {
      const words = REFUND_AFTER_WORDS[after][language]
      return zh ? `${words}的，退还 ${percent}%。` : `${percent}% is given back where ${words}.`
    }),
  ]
}

function reckoningText({ reckon }: Fee, fields: readonly Field[], language: Language): readonly string[] {
  if (!reckon) return []
  const zh = language === 'zh'
  const field = (id: string) => fields.find((one) => one.id === id)
  const label = (id: string) => field(id)?.label[language] ?? field(id)?.label.zh ?? id
  const { unit, rates, tiers, per = [], free, most } = reckon
  const quantity = per.map(label).join(' × ')
  const comma = zh ? '，' : ', '
  const list = (parts: readonly string[]) => parts.join(comma)
  const option = (by: string, is: string) => {
    const found = field(by)?.options?.find(({ value }) => value === is)?.label
    return found?.[language] ?? found?.zh ?? is
  }
  const base = tiers
    ? list(
        tiers.of.map(({ upto, amount }, i) => {
          const money = formatMoney(amount)
          if (upto !== undefined) return zh ? `${upto} 以内 ${money}` : `up to ${upto} ${money}`
          return zh
            ? `${i === 0 ? '一律' : '超过的'} ${money}`
            : `${i === 0 ? 'always' : 'above that'} ${money}`
        }),
      )
    : rates
      ? list(rates.of.map(({ is, amount }) => `${option(rates.by, is)} ${formatMoney(amount)}`))
      : formatMoney(unit ?? 0)
  const by = tiers ? label(tiers.by) : rates ? label(rates.by) : ''
  const head = zh
    ? `${by ? `按${by}计：` : '单价 '}${base}${quantity ? `；再乘以${quantity}` : ''}`
    : `${by ? `By ${by}: ` : 'Rate '}${base}${quantity ? `; times ${quantity}` : ''}`
  return [
    `${head}${free ? (zh ? `；前 ${free} 不收` : `; the first ${free} free`) : ''}${
      most === undefined ? '' : zh ? `；最高 ${formatMoney(most)}` : `; at most ${formatMoney(most)}`
    }${zh ? '。' : '.'}`,
  ]
}
