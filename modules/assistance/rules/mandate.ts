/**
 * 委托代理 — who may act in another's name, for what, and from when to when (民法典 161–173). Pure.
 */
import { addDays, type FieldRefusal, isLegalDay, legalDayOf, type Refusal, refuse } from '@mashang/kit'
import type { MandateView } from '../contract/index.ts'
import { type Help, isOver, type Mandate } from './help.ts'

/** A mandate is for a time that can be overlooked. */
const LONGEST_DAYS = 366

export function stateOfMandate({ from, to, signedAt, revokedAt }: Mandate, now: Date): MandateView['state'] {
  const today = legalDayOf(now)
  if (revokedAt) return 'revoked'
  if (!signedAt) return 'offered'
  if (today < from) return 'not-begun'
  return today > to ? 'over' : 'in-force'
}

/** What somebody does in another's name. */
export interface Act {
  readonly agent: string
  readonly item: string
  readonly now: Date
}

/**
 * Without a mandate nobody acts for another (171); with one only for what it names and within its days (162, 165);
 * when it has ended or was revoked, no longer (173).
 */
export function anAgentActsOnlyWithinTheMandate(
  help: Pick<Help, 'mandate' | 'assistant' | 'item'> | undefined,
  { agent, item, now }: Act,
): Refusal | undefined {
  const rule = 'anAgentActsOnlyWithinTheMandate'
  const mandate = help?.mandate
  if (!mandate?.signedAt || help?.assistant?.id !== agent || help.item.code !== item)
    return refuse('mandate-missing', { rule, article: '民法典 第一百七十一条' })
  const { from, to } = mandate
  switch (stateOfMandate(mandate, now)) {
    case 'revoked':
      return refuse('mandate-revoked', { rule, article: '民法典 第一百七十三条' })
    case 'over':
      return refuse('mandate-outside-its-days', {
        ...{ rule, article: '民法典 第一百七十三条' },
        facts: { from, to },
      })
    case 'not-begun':
      return refuse('mandate-outside-its-days', {
        ...{ rule, article: '民法典 第一百六十五条' },
        facts: { from, to },
      })
    default:
      return undefined
  }
}

/** Only where full agency was asked for; from today or later, for a year at most; one at a time. */
export function aMandateNamesItsDays(
  help: Help,
  { from, to }: { readonly from: string; readonly to: string },
  now: Date,
): Refusal | undefined {
  const rule = 'aMandateNamesItsDays'
  const article = '民法典 第一百六十五条'
  if (help.kind !== 'agency') return refuse('mandate-not-for-guided', { rule })
  if (help.mandate && ['not-begun', 'in-force'].includes(stateOfMandate(help.mandate, now)))
    return refuse('mandate-there-already', { rule, facts: { to: help.mandate.to } })
  const today = legalDayOf(now)
  const fields: FieldRefusal[] = []
  if (!isLegalDay(from) || from < today)
    fields.push({ path: 'from', code: 'mandate-begins-too-early', facts: { today } })
  const last = isLegalDay(from) ? addDays(from, LONGEST_DAYS) : today
  if (!isLegalDay(to) || to < from || to > last)
    fields.push({ path: 'to', code: 'mandate-ends-wrongly', facts: { from, last } })
  if (fields.length === 0) return undefined
  return refuse('form-has-errors', { rule, article, facts: { count: fields.length }, fields })
}

/** The principal signs with his own name, what was offered and nothing else. */
export function onlyThePrincipalSignsTheMandate(help: Help, name: string): Refusal | undefined {
  const rule = 'onlyThePrincipalSignsTheMandate'
  if (!help.mandate || help.mandate.signedAt || help.mandate.revokedAt)
    return refuse('mandate-missing', { rule })
  if (name.trim() === help.principal.name) return undefined
  return refuse('form-has-errors', {
    ...{ rule, article: '民法典 第一百六十五条', facts: { count: 1 } },
    fields: [{ path: 'name', code: 'signature-is-not-the-name', facts: {} }],
  })
}

/** 委托 is ended by either side at any time. */
export function aMandateIsRevocableAtAnyTime({ mandate }: Pick<Help, 'mandate'>): Refusal | undefined {
  return mandate && !mandate.revokedAt
    ? undefined
    : refuse('mandate-missing', { rule: 'aMandateIsRevocableAtAnyTime', article: '民法典 第一百七十三条' })
}

/** Personal data is shown to whoever helps, as long as he helps; the identity number under a mandate alone. */
export function personalDataIsShownForTheMandatesTime(
  help: Help,
  reader: string,
  now: Date,
): { readonly contact: boolean; readonly idCard: boolean } {
  const helps = help.assistant?.id === reader && !isOver(help)
  const mandated = help.mandate !== undefined && stateOfMandate(help.mandate, now) === 'in-force'
  return { contact: helps, idCard: helps && mandated }
}
