import { createPrivateKey, type KeyObject, randomUUID, X509Certificate } from 'node:crypto'
import { link, mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { detachedCms } from './cms.ts'
import { makeDemoIdentity } from './demo-authority.ts'
import { pemBlocks } from './pem.ts'
import { readPkcs12 } from './pkcs12.ts'

/** What documents are signed with, and what signatures are checked against. */
export interface Signing {
  /** Common name of the signing certificate. */
  readonly name: string
  /** The identity was made here for a demonstration. */
  readonly demo: boolean
  /** Certificates (DER) at which a chain may end. */
  readonly roots: readonly Uint8Array[]
  /** A detached CMS signature over `content`, DER. A token or a signing service can stand here as well. */
  cms(content: Uint8Array, at: Date): Promise<Uint8Array>
}

/** The city's own identity, by path: a PKCS#12 file, or a PEM key with its certificate chain, leaf first. */
export type OwnIdentity =
  | { readonly pkcs12: string; readonly passphrase: string }
  | { readonly key: string; readonly certificates: string; readonly passphrase?: string }

export interface SignerOptions {
  readonly own?: OwnIdentity
  /** For the subject of the demonstration certificate. */
  readonly cityName?: string
  readonly now?: Date
}

/** Key and chain of the demonstration, mode 0600. */
const DEMO_FILE = 'demo-signing.pem'
/** Roots that are trusted besides: those of former identities, so that what they signed stays verifiable. */
const TRUSTED_FOLDER = 'trusted'

/**
 * The signing identity kept in `folder`: the city's own where one is given, else a demonstration identity made on
 * the first start. Several processes may start at once on one folder; all get the same identity.
 */
export async function createSigner(folder: string, options: SignerOptions = {}): Promise<Signing> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { own } = options
  const identity = own === undefined ? await demoIdentity(folder, options) : await ownIdentity(own)
  const [leaf] = identity.chain
  if (leaf === undefined || !leaf.checkPrivateKey(identity.key)) {
    throw new Error('The first certificate does not belong to the signing key.')
  }
  const last = identity.chain.at(-1) ?? leaf
  return {
    name: commonName(leaf),
    demo: own === undefined,
    roots: [new Uint8Array(last.raw), ...(await trusted(folder))],
    cms: (content, at) => detachedCms(content, identity.key, identity.chain, at),
  }
}

interface Identity {
  readonly key: KeyObject
  /** Leaf first. */
  readonly chain: readonly X509Certificate[]
}

async function demoIdentity(folder: string, options: SignerOptions): Promise<Identity> {
  const file = join(folder, DEMO_FILE)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) return fromPem(text, text)
  const made = await makeDemoIdentity(options.cityName ?? '', options.now ?? new Date())
  const draft = join(folder, `.${DEMO_FILE}.${randomUUID()}`)
  await writeFile(draft, made.key + made.chain.join(''), { mode: 0o600, flag: 'wx' })
  try {
    // link() fails where another process was first; then its identity is ours.
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
  const kept = await readFile(file, 'utf8')
  return fromPem(kept, kept)
}

async function ownIdentity(own: OwnIdentity): Promise<Identity> {
  if ('pkcs12' in own) {
    const { key, certificates } = await readPkcs12(own.pkcs12, own.passphrase)
    return fromPem(key, certificates.join(''))
  }
  const [key, certificates] = await Promise.all([
    readFile(own.key, 'utf8'),
    readFile(own.certificates, 'utf8'),
  ])
  return fromPem(key, certificates, own.passphrase)
}

function fromPem(keyText: string, certificateText: string, passphrase?: string): Identity {
  const keyBlock = pemBlocks(keyText, /PRIVATE KEY/)[0]
  if (keyBlock === undefined) throw new Error('No private key in the PEM file.')
  const key = createPrivateKey({ key: keyBlock, ...(passphrase === undefined ? {} : { passphrase }) })
  const certificates = pemBlocks(certificateText, /BEGIN CERTIFICATE/).map(
    (block) => new X509Certificate(block),
  )
  const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key))
  if (leaf === undefined) throw new Error('None of the certificates belongs to the signing key.')
  return { key, chain: ordered(leaf, certificates) }
}

/** Leaf, its issuer, and so on, whatever the order in the file. */
function ordered(leaf: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [leaf]
  for (let last = leaf; ; ) {
    const issuer = all.find((candidate) => !chain.includes(candidate) && last.checkIssued(candidate))
    if (issuer === undefined) return chain
    chain.push(issuer)
    last = issuer
  }
}

async function trusted(folder: string): Promise<Uint8Array[]> {
  const names = await readdir(join(folder, TRUSTED_FOLDER)).catch(() => [])
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.pem'))
      .map((name) => readFile(join(folder, TRUSTED_FOLDER, name), 'utf8')),
  )
  return texts
    .flatMap((text) => pemBlocks(text, /BEGIN CERTIFICATE/))
    .map((block) => new Uint8Array(new X509Certificate(block).raw))
}

function commonName(certificate: X509Certificate): string {
  return /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? certificate.subject
}
