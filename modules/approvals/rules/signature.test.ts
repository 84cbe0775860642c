import { describe, expect, it } from 'vitest'
import type { Applicant, Signer } from '../contract/index.ts'
import {
  anEnterpriseSignsWhereItsItemAsks,
  aSubmissionIsSignedByItsApplicant,
  signedContent,
  textToSign,
  whatIsSubmittedIsWhatWasSigned,
} from './signature.ts'

const USCC = '91350100M000100Y43'
const person = { kind: 'person', personId: 'p', name: '王小明', idCard: '', phone: '' } as const
const enterprise = {
  ...person,
  kind: 'enterprise',
  name: '大连风筝文化有限公司',
  uscc: USCC,
  agent: '王小明',
}
const name = { zh: '风筝放飞许可' }

describe('anEnterpriseSignsWhereItsItemAsks', () => {
  it.each([
    ['an enterprise that does not sign', enterprise, 'online', false, 'certificate-signature-missing'],
    ['a machine client for an enterprise', enterprise, 'machine', false, 'certificate-signature-missing'],
    ['an enterprise that signs', enterprise, 'online', true, undefined],
    ['an enterprise at a window', enterprise, 'window', false, undefined],
    ['a person', person, 'online', false, undefined],
  ] as const)('%s', (_, applicant, channel, isSigned, code) => {
    const who = { applicant: applicant as Applicant, channel }
    expect(anEnterpriseSignsWhereItsItemAsks({ name, signature: 'certificate' }, who, isSigned)?.code).toBe(
      code,
    )
    expect(anEnterpriseSignsWhereItsItemAsks({ name }, who, isSigned)).toBeUndefined()
  })
})

it('whatIsSubmittedIsWhatWasSigned', () => {
  expect(whatIsSubmittedIsWhatWasSigned(textToSign('d', 'aa'), textToSign('d', 'aa'))).toBeUndefined()
  for (const other of [textToSign('d', 'ab'), textToSign('e', 'aa')])
    expect(whatIsSubmittedIsWhatWasSigned(textToSign('d', 'aa'), other)).toMatchObject({
      code: 'submission-not-what-was-signed',
    })
})

it('aSubmissionIsSignedByItsApplicant', () => {
  const signer = { uscc: USCC, name: '大连风筝文化有限公司' } as Signer
  expect(aSubmissionIsSignedByItsApplicant(enterprise as Applicant, signer)).toBeUndefined()
  for (const applicant of [person, { ...enterprise, uscc: '91210200MA0000000X' }])
    expect(aSubmissionIsSignedByItsApplicant(applicant as Applicant, signer)).toMatchObject({
      code: 'certificate-of-another-enterprise',
      facts: { uscc: USCC, applicant: applicant.name },
    })
})

it('signs everything but the number and the signature itself', () => {
  const content = {
    item: { code: 'a', version: 1 },
    channel: 'online',
    form: { a: 1 },
    materials: [],
  } as never
  expect(signedContent({ ...(content as object), number: '1', signature: {} } as never)).toEqual(content)
})
