/** 窗口 — who stands at a window is found by a whole number, or registered, once. Pure. */
import { checkIdCard, checkUscc, isRefusal, type Refusal, refuse } from '@mashang/kit'

export interface WholeNumber {
  readonly kind: 'phone' | 'id-card' | 'uscc'
  /** As it is kept: without spaces, half-width, in capitals. */
  readonly number: string
}

/** A number that is not whole, or fails its check, finds nobody: nothing can be tried out digit by digit. */
export function aWindowSearchesByWholeNumbers(typed: string, now: Date): WholeNumber | Refusal {
  const number = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  if (/^1[3-9]\d{9}$/.test(number)) return { kind: 'phone', number }
  if (!isRefusal(checkIdCard(number, { now }))) return { kind: 'id-card', number }
  if (!isRefusal(checkUscc(number))) return { kind: 'uscc', number }
  return refuse('number-not-whole', {
    rule: 'aWindowSearchesByWholeNumbers',
    fields: [{ path: 'number', code: 'number-not-whole', facts: {} }],
  })
}

/** The same name on the same card is the same person; a card that somebody else typed wrongly keeps nobody out. */
export function aPersonIsRegisteredOnce(
  sameCard: readonly { readonly name: string }[],
  name: string,
): Refusal | undefined {
  return sameCard.some((one) => one.name === name)
    ? refuse('person-registered', { rule: 'aPersonIsRegisteredOnce', facts: { name } })
    : undefined
}
