import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }
const Base64 = (most: number) =>
  Type.String({ minLength: 4, maxLength: most, pattern: '^[A-Za-z0-9+/]+={0,2}$' })

/** 电子签名 — a submission signed with the certificate of the enterprise, over the text that was asked for. */
export const SignatureInput = Type.Object(
  {
    text: Type.String({ maxLength: 300 }),
    /** RSA PKCS #1 v1.5 with SHA-256, or SM2 with SM3 as DER; base64. */
    signature: Base64(2000),
    /** X.509, base64 of its DER. */
    certificate: Base64(20_000),
  },
  strict,
)
export type SignatureInput = Static<typeof SignatureInput>

const signer = {
  /** Enterprise that the certificate names. */
  name: Type.String(),
  uscc: Type.String(),
  issuer: Type.String(),
  serial: Type.String(),
  algorithm: Type.Enum(['SM2', 'RSA']),
  /** From when to when the certificate is good; it was so at the moment of signing. */
  from: Type.String(),
  to: Type.String(),
  /** When it was signed. */
  at: Type.String(),
  /** By the demonstration's own authority. */
  demo: Type.Boolean(),
}

/** 电子签名 — who signed a submission, and with which certificate. */
export const SignatureView = Type.Object(signer, strict)
export type SignatureView = Static<typeof SignatureView>

/** 电子签名 — the same for anyone who verifies: what was signed, and whether it holds when it is checked again now. */
export const SignatureProof = Type.Object(
  {
    ...signer,
    text: Type.String(),
    signature: Type.String(),
    certificate: Type.String(),
    holds: Type.Boolean(),
  },
  strict,
)
export type SignatureProof = Static<typeof SignatureProof>
