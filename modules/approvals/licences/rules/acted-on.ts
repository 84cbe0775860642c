/**
 * 变更、延续、补证、注销 — which licence an application may act on.
 */
import { type LicenceStatus, type ServiceItem, SITUATION_WORDS } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { ActedOn } from '../../contract/index.ts'
import type { Licence } from './licence.ts'
import { endingOf, licenceStatusOn } from './status.ts'
import { LICENCE_STATUS_WORDS } from './words.ts'

/** Statuses in which each situation finds a licence to act on. A renewal of an expired one comes too late. */
const ALLOWED: Readonly<Record<ActedOn['situation'], readonly LicenceStatus[]>> = {
  renewal: ['valid'],
  change: ['valid'],
  reissue: ['valid'],
  cancellation: ['valid', 'expired'],
}

const ARTICLES: Readonly<Record<ActedOn['situation'], string>> = {
  renewal: '行政许可法 第五十条',
  change: '行政许可法 第四十九条',
  reissue: '行政许可法 第三十九条',
  cancellation: '行政许可法 第七十条',
}

interface Acting {
  readonly item: Pick<ServiceItem, 'situation' | 'concerns' | 'fields' | 'organ'>
  /** Identity number or credit code of the applicant. */
  readonly code: string
  readonly number: string
  readonly today: string
  /** Cases of the same licence that are not concluded. */
  readonly open: readonly { readonly situation: string; readonly number: string }[]
}

/** The situation of an item that acts on a licence: one that asks for its number. */
export function situationOf(
  item: Pick<ServiceItem, 'situation' | 'fields'>,
): ActedOn['situation'] | undefined {
  const { situation } = item
  const acts = situation !== undefined && situation !== 'first' && licenceFieldOf(item) !== undefined
  return acts ? situation : undefined
}

export function licenceFieldOf({ fields }: Pick<ServiceItem, 'fields'>) {
  return fields.find(({ type }) => type === 'licence')
}

/** Whether this licence may be acted on; the refusal points at the field. */
export function theHolderActsOnAStandingLicence(
  licence: Licence | undefined,
  { item, code, number, today, open }: Acting,
): Refusal | undefined {
  const situation = situationOf(item) ?? 'change'
  const law = { rule: 'theHolderActsOnAStandingLicence', article: ARTICLES[situation] }
  const at = (refusal: string, facts: Readonly<Record<string, unknown>>): Refusal =>
    refuse(refusal, {
      ...law,
      facts,
      fields: [{ path: `form.${licenceFieldOf(item)?.id ?? ''}`, code: refusal, facts }],
    })
  // Another's number and one that does not exist get the same answer, so that numbers cannot be tried out.
  if (!licence || licence.holder.code !== code) return at('licence-not-held', { number })
  if (licence.type !== item.concerns || licence.organ !== item.organ)
    return at('licence-of-another-kind', { number, title: licence.title })
  const status = licenceStatusOn({ to: licence.to, ending: endingOf(licence.endings) }, today)
  if (!ALLOWED[situation].includes(status))
    return at('licence-status-forbids', {
      number,
      status: LICENCE_STATUS_WORDS[status],
      situation: SITUATION_WORDS[situation],
      to: licence.to ?? '',
    })
  const other = open.find((one) => one.situation === situation)
  return other ? at('licence-case-open', { number, application: other.number }) : undefined
}

/** A correction mends what was said of a licence; it does not put another in its place. */
export function aCorrectionKeepsItsLicence(
  acted: ActedOn | undefined,
  item: Pick<ServiceItem, 'fields'>,
  form: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  const field = licenceFieldOf(item)
  if (!acted || !field || form[field.id] === acted.number) return undefined
  const facts = { number: acted.number }
  const code = 'licence-cannot-be-exchanged'
  return refuse(code, {
    rule: 'aCorrectionKeepsItsLicence',
    facts,
    fields: [{ path: `form.${field.id}`, code, facts }],
  })
}
