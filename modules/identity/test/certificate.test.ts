import {
  issueCertificate,
  issueRevocationList,
  type Keys,
  makeKeys,
  readCertificate,
  signWith,
} from '@mashang/certificate'
import { isRefusal } from '@mashang/kit'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identityMigrations, type TrustedAuthorities } from '../index.ts'
import { AN_ENTERPRISE, identityForTest, NOBODY, signedInBy, type TestIdentity } from '../testing/index.ts'

const DAY = 86_400_000
const { uscc, name } = AN_ENTERPRISE

let database: TestDatabase
let here: TestIdentity
let trusted: TrustedAuthorities

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
})
afterAll(() => database.drop())
beforeEach(() => {
  trusted = { roots: [], lists: [] }
  here = identityForTest(database.db, { demo: true }, undefined, async () => trusted)
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
function granted<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { refused: true }>
}

async function signedChallenge(keys: Keys, purpose: 'sign-in' | 'bind') {
  const { challenge, text } = granted(await here.as(NOBODY).askChallenge({ input: { purpose } }))
  return { challenge, signature: base64(await signWith(keys, new TextEncoder().encode(text))) }
}

async function anAgent() {
  const agent = await here.aCitizen({ phone: `137${Math.random().toFixed(8).slice(2)}` })
  granted(await here.as(agent.who).addEnterprise({ input: AN_ENTERPRISE }))
  return agent
}

async function issuedTo(agent: Awaited<ReturnType<typeof anAgent>>, kind: 'SM2' | 'RSA') {
  const keys = await makeKeys(kind)
  const input = { ...(await signedChallenge(keys, 'bind')), uscc, publicKey: base64(keys.publicKey) }
  return { keys, ...granted(await here.as(agent.who).issueCertificate({ input })) }
}

async function signIn(keys: Keys, certificate: string) {
  const input = { ...(await signedChallenge(keys, 'sign-in')), certificate }
  return here.as(NOBODY).signInByCertificate({ input })
}

describe.each(['SM2', 'RSA'] as const)('a soft certificate with an %s key', (kind) => {
  it('is issued to an agent of the enterprise, and signs that agent in', async () => {
    const agent = await anAgent()
    const { keys, certificate, listed } = await issuedTo(agent, kind)
    expect(listed).toMatchObject({ uscc, name, algorithm: kind, standing: 'good', daysLeft: 365, demo: true })
    const caller = await signedInBy(here.identity, await signIn(keys, certificate))
    expect(caller.who.id).toBe(agent.who.id)
  })

  it('does not sign in by another key, nor twice by one signature', async () => {
    const { keys, certificate } = await issuedTo(await anAgent(), kind)
    expect(await signIn(await makeKeys(kind), certificate)).toMatchObject({
      code: 'certificate-signature-wrong',
    })
    const input = { ...(await signedChallenge(keys, 'sign-in')), certificate }
    granted(await here.as(NOBODY).signInByCertificate({ input }))
    expect(await here.as(NOBODY).signInByCertificate({ input })).toMatchObject({ code: 'challenge-over' })
    const bind = { ...(await signedChallenge(keys, 'bind')), certificate }
    expect(await here.as(NOBODY).signInByCertificate({ input: bind })).toMatchObject({
      code: 'challenge-over',
    })
  })

  it('is refused once revoked, with the day and the reason', async () => {
    const agent = await anAgent()
    const { keys, certificate, listed } = await issuedTo(agent, kind)
    granted(
      await here.as(agent.who).revokeCertificate({ params: { id: listed.id }, input: { reason: 'lost' } }),
    )
    expect(await signIn(keys, certificate)).toMatchObject({
      code: 'certificate-revoked',
      article: '电子签名法 第十三条',
      facts: { since: '2026-11-23', reason: { zh: '密钥丢失' } },
    })
  })

  it('warns 90 days ahead, and is refused once it is over', async () => {
    const agent = await anAgent()
    const { keys, certificate } = await issuedTo(agent, kind)
    const standing = async () =>
      granted(await here.as(agent.who).listCertificates({})).certificates.map((one) => [
        one.standing,
        one.daysLeft,
      ])
    here.clock.pass(274 * DAY)
    expect(await standing()).toEqual([['good', 91]])
    here.clock.pass(DAY)
    expect(await standing()).toEqual([['expiring', 90]])
    here.clock.pass(91 * DAY)
    expect(await standing()).toEqual([['expired', -1]])
    expect(await signIn(keys, certificate)).toMatchObject({
      code: 'certificate-expired',
      facts: { to: '2027-11-23' },
    })
  })
})

describe('a certificate of another authority', () => {
  const FROM = new Date('2026-01-01T00:00:00Z')
  const TO = new Date('2028-01-01T00:00:00Z')

  async function anAuthority() {
    const keys = await makeKeys('SM2')
    const issuer = { name: { commonName: '某市电子认证', organisation: '某市电子认证' }, keys }
    const root = { subject: issuer.name, publicKey: keys.publicKey, from: FROM, to: TO, authority: true }
    const own = await makeKeys('SM2')
    const subject = { commonName: name, organisation: name, uscc }
    const der = await issueCertificate(issuer, { subject, publicKey: own.publicKey, from: FROM, to: TO })
    return { issuer, root: await issueCertificate(issuer, root), keys: own, der, certificate: base64(der) }
  }

  const bind = async (who: Awaited<ReturnType<typeof anAgent>>['who'], keys: Keys, certificate: string) =>
    here.as(who).bindCertificate({ input: { ...(await signedChallenge(keys, 'bind')), certificate } })

  it('is bound and signs in once its authority is trusted, by nobody else’s account', async () => {
    const [agent, other] = [await anAgent(), await anAgent()]
    const { root, keys, certificate } = await anAuthority()
    expect(await bind(agent.who, keys, certificate)).toMatchObject({
      code: 'certificate-issuer-unknown',
      facts: { issuer: '某市电子认证' },
    })
    trusted = { roots: [root], lists: [] }
    expect(await signIn(keys, certificate)).toMatchObject({ code: 'certificate-not-bound' })
    expect(await bind(agent.who, keys, certificate)).toMatchObject({ uscc, demo: false })
    expect(await bind(other.who, keys, certificate)).toMatchObject({ code: 'certificate-bound-already' })
    expect((await signedInBy(here.identity, await signIn(keys, certificate))).who.id).toBe(agent.who.id)
  })

  it('is refused once it stands on its authority’s revocation list, whoever else’s list it is not', async () => {
    const agent = await anAgent()
    const { issuer, root, keys, der, certificate } = await anAuthority()
    trusted = { roots: [root], lists: [] }
    granted(await bind(agent.who, keys, certificate))
    const serial = (await readCertificate(der))?.serial ?? ''
    const revoked = [{ serial, at: new Date('2026-11-01T00:00:00Z') }]
    const forged = { ...issuer, keys: await makeKeys('SM2') }
    trusted = { roots: [root], lists: [await issueRevocationList(forged, revoked, FROM, TO)] }
    granted(await signIn(keys, certificate))
    trusted = { roots: [root], lists: [await issueRevocationList(issuer, revoked, FROM, TO)] }
    expect(await signIn(keys, certificate)).toMatchObject({
      code: 'certificate-revoked',
      facts: { since: '2026-11-01' },
    })
  })

  it('binds to an account that acts for its enterprise only', async () => {
    const stranger = await here.aCitizen({ phone: '13699999999' })
    const { root, keys, certificate } = await anAuthority()
    trusted = { roots: [root], lists: [] }
    expect(await bind(stranger.who, keys, certificate)).toMatchObject({
      code: 'certificate-not-of-your-enterprise',
      facts: { uscc },
    })
  })
})

it('issues nothing where this is no demonstration', async () => {
  const agent = await anAgent()
  const keys = await makeKeys('SM2')
  const real = identityForTest(database.db, { demo: false })
  const input = { ...(await signedChallenge(keys, 'bind')), uscc, publicKey: base64(keys.publicKey) }
  expect(await real.as(agent.who).issueCertificate({ input })).toMatchObject({ code: 'demo-authority-off' })
})

describe('the end of a certificate', () => {
  it('is told 90, 30 and 7 days ahead, once each, until there is a new one', async () => {
    const phone = '13612345678'
    const agent = await here.aCitizen({ phone })
    granted(await here.as(agent.who).addEnterprise({ input: AN_ENTERPRISE }))
    const { listed } = await issuedTo(agent, 'SM2')
    const told = () => here.sent.filter((one) => one.phone === phone && one.text.includes('的数字证书'))
    const tell = async (left: number) => {
      here.clock.pass(new Date(listed.to).getTime() - left * DAY - here.clock.now().getTime())
      await here.identity.tellOfExpiry()
      await here.identity.tellOfExpiry()
      return told().length
    }
    expect([await tell(91), await tell(90), await tell(60)]).toEqual([0, 1, 1])
    expect(told().at(-1)?.text).toMatch(/还有 90 天/)
    expect(await tell(30)).toBe(2)
    await issuedTo(agent, 'RSA')
    expect(await tell(7)).toBe(2)
    const { certificates } = granted(await here.as(agent.who).listCertificates({}))
    expect(certificates.map(({ standing, renewed }) => [standing, renewed])).toEqual([
      ['good', undefined],
      ['expiring', true],
    ])
  })
})
