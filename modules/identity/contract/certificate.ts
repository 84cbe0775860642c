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
  /** Another certificate of the same enterprise on this account lasts longer. */
  renewed: Type.Optional(Type.Boolean()),
  /** By the demonstration's authority of this system. */
  demo: Type.Boolean(),
  revokedAt: Type.Optional(Type.String()),
  reason: Type.Optional(Type.Enum([...REVOCATION_REASONS])),
})
export type CertificateView = Static<typeof CertificateView>

/** A text, UTF-8, with its signature and the certificate (X.509, DER), both in base64. */
export interface SignatureGiven {
  readonly text: string
  readonly signature: string
  readonly certificate: string
}

/** What is known of the certificate that signed. */
export type SignedWith = Pick<
  CertificateView,
  'uscc' | 'name' | 'issuer' | 'serial' | 'fingerprint' | 'algorithm' | 'from' | 'to' | 'demo'
>

/** What a challenge is asked for; one for signing in serves nothing else. */
export const CHALLENGE_PURPOSES = ['sign-in', 'bind'] as const
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number]
