import { type Access, endpoints, everyone } from '@mashang/kit'
import Type from 'typebox'
import { CreditCode } from './account.ts'
import { CertificateView, CHALLENGE_PURPOSES, REVOCATION_REASONS } from './certificate.ts'
import { Me } from './me.ts'

const closed = { additionalProperties: false } as const
const own: Access = { for: 'some', citizen: true, row: 'own-account' }
const Base64 = (most: number) =>
  Type.String({ minLength: 4, maxLength: most, pattern: '^[A-Za-z0-9+/]+={0,2}$' })
/** What was signed, by which key: the text of the challenge, UTF-8. */
const signed = {
  challenge: Type.String({ format: 'uuid', maxLength: 36 }),
  /** RSA PKCS #1 v1.5 with SHA-256, or SM2 with SM3 as DER; base64. */
  signature: Base64(2000),
}
/** X.509, base64 of its DER. */
const Certificate = Base64(20_000)
const wrong = [
  'challenge-over',
  'certificate-unreadable',
  'certificate-signature-wrong',
  'certificate-issuer-unknown',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-revoked',
] as const

export const certificateEndpoints = endpoints({
  askChallenge: {
    method: 'POST',
    path: '/api/identity/certificates/challenges',
    summary: { zh: '获取待签名的随机文本', en: 'Ask for a text to sign' },
    access: everyone,
    input: Type.Object({ purpose: Type.Enum([...CHALLENGE_PURPOSES]) }, closed),
    /** `text` is signed as it is, UTF-8; it serves once. */
    output: Type.Object({ challenge: Type.String(), text: Type.String(), validSeconds: Type.Integer() }),
    refusals: [],
    perMinute: 60,
  },
  signInByCertificate: {
    method: 'POST',
    path: '/api/identity/sign-in-by-certificate',
    summary: { zh: '数字证书登录', en: 'Sign in by certificate' },
    access: everyone,
    input: Type.Object({ ...signed, certificate: Certificate }, closed),
    output: Me,
    refusals: [...wrong, 'certificate-not-bound'],
    perMinute: 30,
  },
  listCertificates: {
    method: 'GET',
    path: '/api/identity/certificates',
    summary: { zh: '我的数字证书', en: 'My certificates' },
    access: own,
    /** `warnDays` before its end a certificate is `expiring`. */
    output: Type.Object({
      certificates: Type.Array(CertificateView),
      warnDays: Type.Integer(),
      /** Whether this system's demonstration authority issues certificates. */
      issues: Type.Boolean(),
    }),
    refusals: [],
  },
  issueCertificate: {
    method: 'POST',
    path: '/api/identity/certificates',
    summary: {
      zh: '申请演示软证书：公钥由浏览器生成，并证明持有私钥',
      en: 'Have a demonstration certificate issued for a key made in the browser',
    },
    access: own,
    input: Type.Object(
      {
        ...signed,
        uscc: CreditCode,
        /** SubjectPublicKeyInfo, base64 of its DER. */
        publicKey: Base64(2000),
      },
      closed,
    ),
    output: Type.Object({ certificate: Type.String(), listed: CertificateView }),
    refusals: [
      'demo-authority-off',
      'challenge-over',
      'certificate-key-not-taken',
      'certificate-signature-wrong',
      'certificate-not-of-your-enterprise',
    ],
    perMinute: 30,
  },
  bindCertificate: {
    method: 'POST',
    path: '/api/identity/certificates/bind',
    summary: { zh: '绑定已有的数字证书', en: 'Bind a certificate of a trusted authority' },
    access: own,
    input: Type.Object({ ...signed, certificate: Certificate }, closed),
    output: CertificateView,
    refusals: [
      ...wrong,
      'certificate-without-credit-code',
      'certificate-not-of-your-enterprise',
      'certificate-bound-already',
    ],
    perMinute: 30,
  },
  revokeCertificate: {
    method: 'POST',
    path: '/api/identity/certificates/:id/revoke',
    summary: { zh: '吊销数字证书', en: 'Revoke a certificate' },
    access: own,
    params: Type.Object({ id: Type.String({ format: 'uuid', maxLength: 36 }) }, closed),
    input: Type.Object({ reason: Type.Enum([...REVOCATION_REASONS]) }, closed),
    output: CertificateView,
    refusals: ['certificate-not-found', 'case-changed'],
  },
})
