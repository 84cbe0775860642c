import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anUpload, aPdf, aTestOffice, granted, type TestOffice } from '../modules/approvals/testing/index.ts'
import { identityMigrations, type TrustedAuthorities } from '../modules/identity/index.ts'
import {
  AN_ENTERPRISE,
  identityForTest,
  NOBODY,
  type TestIdentity,
} from '../modules/identity/testing/index.ts'
import {
  type Authority,
  issueCertificate,
  issueRevocationList,
  type KeyKind,
  type Keys,
  makeKeys,
  readCertificate,
  signWith,
} from '../packages/certificate/index.ts'
import { aKitePermit } from '../packages/flow/testing/kite.ts'
import { isRefusal, type Who } from '../packages/kit/index.ts'
import { type TestDatabase, testDatabase } from '../packages/store/testing/index.ts'

const KITE = '2102-TY-XK-0001'
const SIGNED_KITE = '2102-TY-XK-0302'
const NOW = '2026-11-23T02:00:00.000Z'
const FROM = new Date('2026-01-01T00:00:00Z')
const TO = new Date('2027-12-31T00:00:00Z')
const { uscc, name } = AN_ENTERPRISE
const FORM = {
  name: '王小明',
  phone: '13800000001',
  land: 'public',
  site: { region: '210202001002', detail: '人民路 1 号' },
  day: '2027-01-20',
  'line-length': 80,
  night: false,
}

let database: TestDatabase
let people: TestIdentity
let office: TestOffice
let trusted: TrustedAuthorities

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
  people = identityForTest(database.db, { demo: true }, undefined, async () => trusted)
  const item = { ...aKitePermit(), code: SIGNED_KITE, signature: 'certificate' as const, examples: [] }
  office = await aTestOffice(NOW, [item], (given, at) => people.identity.checkSignature(given, at))
})
afterAll(async () => {
  await office.close()
  await database.drop()
})
beforeEach(() => {
  trusted = { roots: [], lists: [] }
  office.clock.set(NOW)
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const agent = () => office.aCitizen({ enterprises: [AN_ENTERPRISE] })

interface Signing {
  readonly keys: Keys
  readonly certificate: string
}

/** A trusted authority, and a certificate that it issued for the enterprise. */
async function aCertificate(
  kind: KeyKind,
  { of = { uscc, name }, from = FROM, to = TO } = {},
): Promise<Signing & { readonly issuer: Authority; readonly der: Uint8Array<ArrayBuffer> }> {
  const authority = { commonName: `某市电子认证 ${kind}`, organisation: '某市电子认证' }
  const issuer = { name: authority, keys: await makeKeys(kind) }
  const own = { subject: authority, publicKey: issuer.keys.publicKey, from: FROM, to: TO, authority: true }
  trusted = { ...trusted, roots: [await issueCertificate(issuer, own)] }
  const keys = await makeKeys(kind)
  const subject = { commonName: of.name, organisation: of.name, uscc: of.uscc }
  const der = await issueCertificate(issuer, { subject, publicKey: keys.publicKey, from, to })
  return { issuer, keys, der, certificate: base64(der) }
}

/** A draft of the enterprise, filled in to the end. */
async function aDraft(who: Who, item = SIGNED_KITE): Promise<string> {
  const me = office.as(who)
  const draft = granted(await me.startDraft({ input: { item, applicant: { kind: 'enterprise', uscc } } }))
  const params = { id: draft.id }
  granted(await me.saveDraft({ params, input: { form: FORM } }))
  for (const material of ['plan', 'identity']) {
    const upload = anUpload(`${material}.pdf`, aPdf(material))
    granted(await me.addDraftFile({ params: { ...params, material }, upload }))
  }
  return draft.id
}

async function sign(who: Who, draft: string, { keys, certificate }: Signing) {
  const { text } = granted(await office.as(who).getTextToSign({ params: { id: draft } }))
  const signature = base64(await signWith(keys, new TextEncoder().encode(text)))
  return { text, signature, certificate }
}

describe.each(['SM2', 'RSA'] as const)('a submission signed with an %s certificate', (kind) => {
  it('is journaled with its signature, shown with the case, and verified by anyone', async () => {
    const who = agent()
    const me = office.as(who)
    const id = await aDraft(who)
    const certificate = await aCertificate(kind)
    const input = await sign(who, id, certificate)
    const sent = granted(await me.submitSignedDraft({ params: { id }, input, key: id }))
    expect(granted(await me.submitSignedDraft({ params: { id }, input, key: id }))).toEqual(sent)
    const [entry] = await office.store.journal.read('application', sent.id)
    expect(entry?.content).toMatchObject({ signature: { ...input, signer: { uscc, name } } })
    const found = granted(await me.getApplication({ params: { id: sent.id } }))
    expect(found.signature).toMatchObject({ uscc, name, algorithm: kind, at: NOW, demo: false })
    // The receipt is printed when it is opened first.
    const receipt = { id: sent.id, document: found.documents[0]?.id ?? '' }
    granted(await me.openDocument({ params: receipt }))
    const code = granted(await me.getApplication({ params: { id: sent.id } })).documents[0]?.code ?? ''
    // Revoked afterwards: what was signed before stands.
    const serial = (await readCertificate(certificate.der))?.serial ?? ''
    const revoked = [{ serial, at: new Date('2026-12-01T00:00:00Z') }]
    trusted = { ...trusted, lists: [await issueRevocationList(certificate.issuer, revoked, FROM, TO)] }
    office.clock.set('2026-12-02T02:00:00.000Z')
    const proof = granted(await office.as(NOBODY).verifyDocument({ params: { code } })).signed
    expect(proof).toMatchObject({ ...input, name, holds: true })
  })

  it('is refused with a certificate that is expired, not yet good, revoked, foreign or of nobody known', async () => {
    const who = agent()
    const id = await aDraft(who)
    const refused = async (signing: Signing, code: string) => {
      const answer = await office
        .as(who)
        .submitSignedDraft({ params: { id }, input: await sign(who, id, signing) })
      expect(answer).toMatchObject({ code })
    }
    await refused(await aCertificate(kind, { to: new Date('2026-11-01T00:00:00Z') }), 'certificate-expired')
    const later = { from: new Date('2026-12-01T00:00:00Z') }
    await refused(await aCertificate(kind, later), 'certificate-not-yet-valid')
    const other = { of: { uscc: '123100007847653857', name: '别家公司' } }
    await refused(await aCertificate(kind, other), 'certificate-of-another-enterprise')
    const certificate = await aCertificate(kind)
    const { issuer, der } = certificate
    const serial = (await readCertificate(der))?.serial ?? ''
    const revoked = [{ serial, at: new Date('2026-11-01T00:00:00Z') }]
    trusted = { ...trusted, lists: [await issueRevocationList(issuer, revoked, FROM, TO)] }
    await refused(certificate, 'certificate-revoked')
    trusted = { roots: [], lists: [] }
    await refused(certificate, 'certificate-issuer-unknown')
    // Nothing that was filled in is lost.
    const { form, materials } = granted(await office.as(who).getDraft({ params: { id } }))
    expect([form, materials.length]).toEqual([expect.objectContaining(FORM), 2])
  })

  it('is refused where the key is another, or the draft was changed since', async () => {
    const who = agent()
    const id = await aDraft(who)
    const certificate = await aCertificate(kind)
    const params = { id }
    const forged = await sign(who, id, { ...certificate, keys: await makeKeys(kind) })
    expect(await office.as(who).submitSignedDraft({ params, input: forged })).toMatchObject({
      code: 'certificate-signature-wrong',
    })
    const input = await sign(who, id, certificate)
    granted(await office.as(who).saveDraft({ params, input: { form: { ...FORM, 'line-length': 90 } } }))
    expect(await office.as(who).submitSignedDraft({ params, input })).toMatchObject({
      code: 'submission-not-what-was-signed',
    })
    granted(await office.as(who).submitSignedDraft({ params, input: await sign(who, id, certificate) }))
  })
})

describe('where the item does not ask', () => {
  it('an enterprise may sign, and need not', async () => {
    const who = agent()
    const [plain, signed] = [await aDraft(who, KITE), await aDraft(who, KITE)]
    granted(await office.as(who).submitDraft({ params: { id: plain } }))
    const input = await sign(who, signed, await aCertificate('SM2'))
    granted(await office.as(who).submitSignedDraft({ params: { id: signed }, input }))
  })
})

describe('where the item asks', () => {
  it('an enterprise that does not sign is refused, and nothing is lost', async () => {
    const who = agent()
    const id = await aDraft(who)
    const answer = await office.as(who).submitDraft({ params: { id } })
    expect(isRefusal(answer) && answer.code).toBe('certificate-signature-missing')
    expect(granted(await office.as(who).getDraft({ params: { id } })).form).toMatchObject(FORM)
  })

  it('a person applies without one', async () => {
    const who = agent()
    const me = office.as(who)
    const input = { item: SIGNED_KITE, applicant: { kind: 'person' } } as const
    const { id } = granted(await me.startDraft({ input }))
    granted(await me.saveDraft({ params: { id }, input: { form: FORM } }))
    const plan = { id, material: 'plan' }
    granted(await me.addDraftFile({ params: plan, upload: anUpload('方案.pdf', aPdf('person')) }))
    granted(await me.submitDraft({ params: { id } }))
  })

  it('a text to sign is given for what could be submitted only', async () => {
    const who = agent()
    const me = office.as(who)
    const input = { item: SIGNED_KITE, applicant: { kind: 'enterprise', uscc } } as const
    const { id } = granted(await me.startDraft({ input }))
    expect(await me.getTextToSign({ params: { id } })).toMatchObject({ code: 'form-has-errors' })
  })
})
