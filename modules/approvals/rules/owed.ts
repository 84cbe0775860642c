/**
 * 缴费 — nothing is granted or handed over while a fee of the case is owed, where the item says so; its clock is not
 * touched by that.
 */
import type { Basis, FeeDue } from '@mashang/flow'
import { formatMoney, type Refusal, refuse, type Words } from '@mashang/kit'

/** What a case owes, as fees answers for it. */
export interface Owed {
  /** Integer fen; undefined while an officer has not said how much. */
  readonly amount?: number
  /** The first fee of it, and by when it is due. */
  readonly fee: Words
  readonly due: FeeDue
  readonly basis: Basis
}

/** 许可法 59: a fee is asked for by its published standard; what waits for it says which one. */
export function nothingIsHandedOverWhileAFeeIsOwed(owed: Owed | undefined): Refusal | undefined {
  if (!owed) return undefined
  const law = {
    rule: 'nothingIsHandedOverWhileAFeeIsOwed',
    article: [owed.basis.law, owed.basis.article].filter(Boolean).join(' '),
  }
  if (owed.amount === undefined) return refuse('fee-not-assessed', { ...law, facts: { fee: owed.fee } })
  return refuse('fee-is-owed', { ...law, facts: { amount: formatMoney(owed.amount), fee: owed.fee } })
}

/** A status sentence with what is owed said first; a case that owes nothing keeps its own. */
export function sentenceWithOwed(sentence: Words, owed: Owed | undefined): Words {
  if (owed?.amount === undefined) return sentence
  const money = formatMoney(owed.amount)
  const waits =
    owed.due === 'before-decision'
      ? { zh: '缴费后才能准予', en: 'it is granted once that is paid' }
      : { zh: '缴费后才能领取结果', en: 'the result is handed over once that is paid' }
  return {
    zh: `待缴费 ${money}，${waits.zh}。${sentence.zh}`,
    en: `${money} to be paid; ${waits.en}. ${sentence.en}`,
  }
}
