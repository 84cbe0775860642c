/**
 * 电子签名 — when a submission has to be signed with a certificate, over what, and by whom.
 */
import type { ServiceItem } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { Applicant, ApplicationEntries, Signer } from '../contract/index.ts'

type Submitted = ApplicationEntries['submitted']

/** What is signed says what for: it is good for this draft as it stands, and for nothing else. */
export function textToSign(draft: string, digest: string): string {
  return `mashang:submission:${draft}:sha256:${digest}`
}

/** What is submitted, without what is not the applicant's: the number it is given, and the signature itself. */
export function signedContent(content: Omit<Submitted, 'number'> & { readonly number?: string }) {
  const { number: _number, signature: _signature, ...signed } = content
  return signed
}

/** At a window the agent signs on paper before the clerk; a person has no certificate of an enterprise. */
export function anEnterpriseSignsWhereItsItemAsks(
  item: Pick<ServiceItem, 'signature' | 'name'>,
  { applicant, channel }: Pick<Submitted, 'applicant' | 'channel'>,
  isSigned: boolean,
): Refusal | undefined {
  if (item.signature !== 'certificate' || isSigned) return undefined
  if (applicant.kind !== 'enterprise' || channel === 'window') return undefined
  return refuse('certificate-signature-missing', {
    rule: 'anEnterpriseSignsWhereItsItemAsks',
    article: '电子签名法 第十四条',
    facts: { name: item.name },
  })
}

/** A signature over an earlier state of the draft is none over what is submitted now. */
export function whatIsSubmittedIsWhatWasSigned(signed: string, submitted: string): Refusal | undefined {
  if (signed === submitted) return undefined
  return refuse('submission-not-what-was-signed', {
    rule: 'whatIsSubmittedIsWhatWasSigned',
    article: '电子签名法 第十三条',
    facts: {},
  })
}

/** 电子签名法 13: the signature is that of who signs, here the enterprise in whose name the application is made. */
export function aSubmissionIsSignedByItsApplicant(applicant: Applicant, signer: Signer): Refusal | undefined {
  if (applicant.kind === 'enterprise' && applicant.uscc === signer.uscc) return undefined
  return refuse('certificate-of-another-enterprise', {
    rule: 'aSubmissionIsSignedByItsApplicant',
    article: '电子签名法 第十三条',
    facts: { name: signer.name, uscc: signer.uscc, applicant: applicant.name },
  })
}
