import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createDocuments } from '../documents.ts'
import { installed } from '../test/poppler.ts'
import { samples } from '../testing/samples.ts'
import { createSigner, type Signing } from './signer.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-signer-'))
const at = new Date('2026-11-23T08:00:00Z')
const now = new Date('2026-01-01T00:00:00Z')
const withOpenssl = installed('openssl')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function issued(signing: Signing) {
  const cityName = { zh: '大连市', en: 'Dalian' }
  const documents = createDocuments({ signing, cityName, verifyBase: 'https://x', demo: false })
  const { pdf } = await documents.issue('licence', samples.licence)
  const check = await documents.verify(pdf)
  await documents.close()
  return check
}

describe('the demonstration identity', () => {
  it('is kept for its owner only, and is the same after a restart', async () => {
    const place = join(folder, 'demo')
    const first = await createSigner(place, { cityName: '大连市', now })
    expect(statSync(join(place, 'demo-signing.pem')).mode & 0o777).toBe(0o600)
    expect(first.demo).toBe(true)
    expect(first.name).toContain('DEMO')
    expect((await createSigner(place)).roots).toEqual(first.roots)
  })

  it('is one for all processes that start at once', async () => {
    const place = join(folder, 'race')
    const all = await Promise.all(Array.from({ length: 5 }, () => createSigner(place, { now })))
    expect(new Set(all.map((signing) => Buffer.from(signing.roots[0] ?? []).toString('hex'))).size).toBe(1)
  })
})

describe.skipIf(!withOpenssl)("a city's own identity", () => {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const certificate = (key: string, out: string) =>
    openssl('req', '-x509', '-key', key, '-out', out, '-subj', '/C=CN/O=City/CN=City Seal', '-days', '3650')

  it('is read from a PKCS#12 file', async () => {
    openssl('genrsa', '-out', 'own.key', '2048')
    certificate('own.key', 'own.crt')
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'own.key',
      '-in',
      'own.crt',
      '-out',
      'own.p12',
      '-passout',
      'pass:密码 1',
    )
    const file = join(folder, 'own.p12')
    const own = { pkcs12: file, passphrase: '密码 1' }
    const signing = await createSigner(join(folder, 'p12'), { own })
    expect(await issued(signing)).toMatchObject({ valid: true, signer: 'City Seal' })
    expect(signing.demo).toBe(false)
    const wrong = createSigner(join(folder, 'p12'), { own: { pkcs12: file, passphrase: 'no' } })
    await expect(wrong).rejects.toThrow(/wrong passphrase/)
  })

  it('is read from PEM files, also with an elliptic key', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    writeFileSync(join(folder, 'ec.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    certificate('ec.key', 'ec.crt')
    const own = { key: join(folder, 'ec.key'), certificates: join(folder, 'ec.crt') }
    expect(await issued(await createSigner(join(folder, 'ec'), { own }))).toMatchObject({ valid: true })
  })

  it('refuses a key without its certificate', async () => {
    openssl('genrsa', '-out', 'stray.key', '2048')
    openssl('genrsa', '-out', 'holder.key', '2048')
    certificate('holder.key', 'holder.crt')
    const own = { key: join(folder, 'stray.key'), certificates: join(folder, 'holder.crt') }
    await expect(createSigner(join(folder, 'stray'), { own })).rejects.toThrow(/belongs to the signing key/)
  })

  it('goes on trusting the identity before it', async () => {
    const place = join(folder, 'changed')
    const before = await createSigner(place, { now })
    const cityName = { zh: '大连市', en: 'Dalian' }
    const documents = createDocuments({ signing: before, cityName, verifyBase: 'https://x', demo: true })
    const { pdf } = await documents.issue('licence', samples.licence, at)
    await documents.close()
    mkdirSync(join(place, 'trusted'))
    const kept = readFileSync(join(place, 'demo-signing.pem'), 'utf8')
    writeFileSync(join(place, 'trusted', 'demo.pem'), kept.slice(kept.lastIndexOf('-----BEGIN CERTIFICATE')))
    openssl('genrsa', '-out', 'next.key', '2048')
    certificate('next.key', 'next.crt')
    copyFileSync(join(folder, 'next.crt'), join(folder, 'chain.crt'))
    const own = { key: join(folder, 'next.key'), certificates: join(folder, 'chain.crt') }
    const after = createDocuments({
      signing: await createSigner(place, { own }),
      cityName,
      verifyBase: 'https://x',
      demo: false,
    })
    expect((await after.verify(pdf)).valid).toBe(true)
    await after.close()
  })
})
