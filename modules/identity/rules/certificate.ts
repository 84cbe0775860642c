import { addDays, dayNumberOf, legalDayOf, type Refusal, refuse } from '@mashang/kit'
import type { CertificateStanding, RevocationReason } from '../contract/certificate.ts'

/** What a bound certificate is, as the fold of its journal. Instants are ISO 8601. */
export interface Bound {
  readonly id: string
  readonly revision: number
  readonly personId: string
  readonly uscc: string
  readonly name: string
  readonly issuer: string
  readonly serial: string
  readonly fingerprint: string
  readonly algorithm: 'SM2' | 'RSA'
  readonly from: string
  readonly to: string
  /** Issued by the demonstration's authority of this system. */
  readonly demo: boolean
  readonly revokedAt?: string
  readonly reason?: RevocationReason
  /** Days of warning on which its agent was told that it ends. */
  readonly told?: readonly number[]
}

/** Entries of the stream `certificate`. */
export type CertificateEntry =
  | {
      readonly kind: 'certificate-bound'
      readonly content: Omit<Bound, 'id' | 'revision' | 'revokedAt' | 'reason' | 'told'>
    }
  /** `at` = the day of warning, counted back from its end. */
  | { readonly kind: 'certificate-expiry-told'; readonly content: { readonly at: number } }
  | { readonly kind: 'certificate-revoked'; readonly content: { readonly reason: RevocationReason } }

/** The certificate after one more entry; `undefined` before the first. */
export function foldCertificate(
  before: Bound | undefined,
  entry: CertificateEntry & { readonly caseId: string; readonly at: string },
): Bound {
  if (entry.kind === 'certificate-bound') {
    if (before) throw new Error(`certificate ${entry.caseId} is bound twice`)
    return { id: entry.caseId, revision: 1, ...entry.content }
  }
  if (!before) throw new Error(`certificate ${entry.caseId} does not begin by being bound`)
  if (entry.kind === 'certificate-expiry-told')
    return {
      ...before,
      revision: before.revision + 1,
      told: [...(before.told ?? []), entry.content.at],
    }
  const { reason } = entry.content
  return { ...before, revision: before.revision + 1, revokedAt: entry.at, reason }
}

/** From when to when a certificate is good, and since when it is void. */
export type Validity = Pick<Bound, 'from' | 'to' | 'revokedAt' | 'reason'>

export function standingOf(
  { from, to, revokedAt }: Validity,
  now: Date,
  warnDays: number,
): CertificateStanding {
  const at = now.toISOString()
  if (revokedAt !== undefined && revokedAt <= at) return 'revoked'
  if (at < from) return 'not-yet'
  if (at > to) return 'expired'
  return legalDayOf(to) <= addDays(legalDayOf(now), warnDays) ? 'expiring' : 'good'
}

/** Whole days until the last one. */
export function daysLeft({ to }: Pick<Bound, 'to'>, now: Date): number {
  return dayNumberOf(legalDayOf(to)) - dayNumberOf(legalDayOf(now))
}

/**
 * 到期提醒 — the day of warning that is reached and of which nobody was told; undefined where there is none. One that
 * was missed is not made up for once a later one is told, and a certificate that has a successor is not warned of.
 */
export function expiryIsToldOnEachDayOfWarning(
  certificate: Validity & Pick<Bound, 'told'>,
  { now, days, renewed }: { readonly now: Date; readonly days: readonly number[]; readonly renewed: boolean },
): number | undefined {
  const longest = Math.max(0, ...days)
  if (renewed || standingOf(certificate, now, longest) !== 'expiring') return undefined
  const left = daysLeft(certificate, now)
  const reached = Math.min(...days.filter((day) => day >= left))
  const told = certificate.told ?? []
  return told.some((day) => day <= reached) ? undefined : reached
}

/** 续期 — whether another certificate of the same enterprise on the same account is good and lasts longer. */
export function hasASuccessor(
  certificate: Pick<Bound, 'id' | 'uscc' | 'personId' | 'to'>,
  others: readonly Pick<Bound, 'id' | 'uscc' | 'personId' | 'to' | 'revokedAt'>[],
): boolean {
  const { id, uscc, personId, to } = certificate
  return others.some(
    (one) => one.id !== id && one.uscc === uscc && one.personId === personId && !one.revokedAt && one.to > to,
  )
}

/**
 * 电子签名法 13: a signature counts only if its data were under the signer's control at the time of signing; a
 * certificate that has not begun, is over or was revoked does not show that.
 */
export function aCertificateServesWhileItIsGood(
  certificate: Validity & Pick<Bound, 'name'>,
  now: Date,
): Refusal | undefined {
  const law = { rule: 'aCertificateServesWhileItIsGood', article: '电子签名法 第十三条' }
  const { name, from, to, revokedAt } = certificate
  switch (standingOf(certificate, now, 0)) {
    case 'revoked':
      return refuse('certificate-revoked', {
        ...law,
        facts: { name, since: legalDayOf(revokedAt ?? now), reason: reasonWords(certificate.reason) },
      })
    case 'not-yet':
      return refuse('certificate-not-yet-valid', { ...law, facts: { name, from: legalDayOf(from) } })
    case 'expired':
      return refuse('certificate-expired', { ...law, facts: { name, to: legalDayOf(to) } })
    default:
      return undefined
  }
}

const REASON_WORDS: Readonly<Record<RevocationReason, { readonly zh: string; readonly en: string }>> = {
  lost: { zh: '密钥丢失', en: 'the key was lost' },
  compromised: { zh: '密钥泄露', en: 'the key became known' },
  replaced: { zh: '已更换新证书', en: 'it was replaced' },
  'agent-left': { zh: '经办人变更', en: 'the agent left' },
  other: { zh: '其他原因', en: 'another reason' },
}

/** A revocation list of another authority gives none that is known here. */
function reasonWords(reason: RevocationReason | undefined) {
  return reason ? REASON_WORDS[reason] : { zh: '见颁发机构的吊销列表', en: 'as its authority’s list says' }
}

/** A certificate binds to an account that acts for its enterprise. */
export function aCertificateIsOfAnEnterpriseOfTheAccount(
  uscc: string,
  enterprises: readonly { readonly uscc: string }[],
): Refusal | undefined {
  if (enterprises.some((one) => one.uscc === uscc)) return undefined
  return refuse('certificate-not-of-your-enterprise', {
    rule: 'aCertificateIsOfAnEnterpriseOfTheAccount',
    facts: { uscc },
  })
}
