import Type, { type Static } from 'typebox'

/** Whether a certificate serves today: expiring = it ends within the days of warning. */
const CERTIFICATE_STANDINGS = ['good', 'expiring', 'expired', 'not-yet', 'revoked'] as const
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number]

/** Why a certificate is given up before its time. */
export const REVOCATION_REASONS = ['lost', 'compromised', 'replaced', 'agent-left', 'other'] as const
export type RevocationReason = (typeof REVOCATION_REASONS)[number]

/** 数字证书 — a certificate of an enterprise, as its agent sees it. Instants are ISO 8601. */
export const CertificateView = Type.Object({
  id: Type.String(),
  uscc: Type.String(),
  /** Name of the enterprise in the certificate. */
  name: Type.String(),
  issuer: Type.String(),
  serial: Type.String(),
  /** SHA-256 of the certificate, hex. */
  fingerprint: Type.String(),
  algorithm: Type.Enum(['SM2', 'RSA']),
  from: Type.String(),
  to: Type.String(),
  standing: Type.Enum([...CERTIFICATE_STANDINGS]),
  /** Whole days until it ends; 0 on the last one, negative after it. */
  daysLeft: Type.Integer(),
  /** By the demonstration's authority of this system. */
  demo: Type.Boolean(),
  revokedAt: Type.Optional(Type.String()),
  reason: Type.Optional(Type.Enum([...REVOCATION_REASONS])),
})
export type CertificateView = Static<typeof CertificateView>

/** What a challenge is asked for; one for signing in serves nothing else. */
export const CHALLENGE_PURPOSES = ['sign-in', 'bind'] as const
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number]
