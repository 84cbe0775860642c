/** 证照状态 — what a licence is worth on a day. */
import type { LicenceEnding, LicenceStatus } from '@mashang/flow'

/**
 * Valid until the end of its last day, unless it was ended: 注销, 撤销, 撤回, 吊销. Being struck off the register does not
 * hide that it was revoked, withdrawn or forfeited before.
 */
export function licenceStatusOn(
  licence: { readonly to?: string | null; readonly ending?: LicenceEnding | null },
  day: string,
): LicenceStatus {
  if (licence.ending) return licence.ending
  return licence.to && day > licence.to ? 'expired' : 'valid'
}

/** The ending that a licence is known by: the first, unless that was only the striking off. */
export function endingOf(endings: readonly { readonly kind: LicenceEnding }[]): LicenceEnding | undefined {
  return endings.find(({ kind }) => kind !== 'cancelled')?.kind ?? endings[0]?.kind
}
