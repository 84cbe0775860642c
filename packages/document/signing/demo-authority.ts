/** A certificate authority for demonstrations: made on the first start, its key used once and never kept. */
import { type CertificateRequest, issueCertificate, makeKeys } from '@mashang/certificate'
import { pem } from './pem.ts'

const YEARS = 20
/** Days before its making from which the certificate is good: the demonstration has cases from before its first start. */
const DAYS_BEFORE = 366
const A_DAY = 86_400_000
/** Document signing (RFC 9336) and e-mail protection, which readers accept for documents as well. */
const PURPOSES = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4']

export interface DemoIdentity {
  /** Private key of the signing certificate, PKCS#8 PEM. */
  readonly key: string
  /** Signing certificate and the authority's, PEM. */
  readonly chain: readonly [string, string]
}

/** RSA 2048 with SHA-256: what every PDF reader checks. The subject says that it is a demonstration. */
export async function makeDemoIdentity(cityName: string, now: Date): Promise<DemoIdentity> {
  const organisation = `${cityName}（演示 DEMO）`
  const name = { commonName: `${cityName}电子印章演示根证书 DEMO CA`, organisation }
  const signer = { commonName: `${cityName}电子文书签章（演示专用 DEMO）`, organisation }
  const [root, leaf] = await Promise.all([makeKeys('RSA'), makeKeys('RSA')])
  const from = new Date(now.getTime() - DAYS_BEFORE * A_DAY)
  const to = new Date(from)
  to.setUTCFullYear(to.getUTCFullYear() + YEARS)
  const certify = (request: Omit<CertificateRequest, 'from' | 'to'>) =>
    issueCertificate({ name, keys: root }, { ...request, from, to })
  const [own, authority] = await Promise.all([
    certify({ subject: signer, publicKey: leaf.publicKey, purposes: PURPOSES }),
    certify({ subject: name, publicKey: root.publicKey, authority: true }),
  ])
  return {
    key: pem('PRIVATE KEY', leaf.secret.buffer),
    chain: [pem('CERTIFICATE', own.buffer), pem('CERTIFICATE', authority.buffer)],
  }
}
