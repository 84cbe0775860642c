/**
 * 认证机构 — whose certificates are taken: the authorities the city trusts, and in a demonstration one of its own,
 * which says in its name that it is one.
 */
import {
  type Authority,
  isIssuedBy,
  issueCertificate,
  type KeyKind,
  makeKeys,
  type ReadCertificate,
  type RevocationList,
  readCertificate,
  readRevocationList,
} from '@mashang/certificate'
import type { IdentityDb } from '../store/tables.ts'

/** What certificates are trusted by: roots of authorities, and lists of what they revoked; PEM or DER. */
export interface TrustedAuthorities {
  readonly roots: readonly (Uint8Array | string)[]
  readonly lists: readonly (Uint8Array | string)[]
}

/** An authority that signed a certificate, and since when it takes that back, if it does. */
export interface Issuer {
  readonly authority: ReadCertificate
  readonly demo: boolean
  readonly revokedAt?: string
}

export interface Authorities {
  /** Who of those that are trusted issued the certificate; undefined where it is none of them. */
  findIssuer(certificate: ReadCertificate): Promise<Issuer | undefined>
  /** Issues a certificate for a year by the demonstration's authority; undefined where this is no demonstration. */
  issue(kind: KeyKind, request: DemoRequest): Promise<Uint8Array<ArrayBuffer> | undefined>
}

interface DemoRequest {
  readonly name: string
  readonly uscc: string
  readonly publicKey: Uint8Array<ArrayBuffer>
}

const ORGANISATION = '马上办演示认证机构（DEMO CA）'
const A_DAY = 86_400_000
const ROOT_YEARS = 20
const A_YEAR = 365

export function createAuthorities(
  db: IdentityDb,
  settings: { readonly demo: boolean },
  needs: { readonly clock: { now(): Date }; readonly trusted?: () => Promise<TrustedAuthorities> },
): Authorities {
  const demo = (kind: KeyKind) => demoAuthority(db, kind, needs.clock.now())
  return {
    async findIssuer(certificate) {
      const trusted = (await needs.trusted?.()) ?? { roots: [], lists: [] }
      const roots = (await Promise.all(trusted.roots.map((root) => readCertificate(root)))).flatMap(
        (root) => root ?? [],
      )
      for (const authority of roots) {
        if (!(await isIssuedBy(certificate, authority))) continue
        const lists = trusted.lists.flatMap((list) => readRevocationList(list) ?? [])
        return { authority, demo: false, ...(await revocation(certificate, authority, lists)) }
      }
      if (!settings.demo) return undefined
      const authority = await readCertificate((await demo(certificate.kind)).certificate)
      return authority && (await isIssuedBy(certificate, authority)) ? { authority, demo: true } : undefined
    },
    async issue(kind, { name, uscc, publicKey }) {
      if (!settings.demo) return undefined
      const from = needs.clock.now()
      return issueCertificate((await demo(kind)).issuer, {
        subject: { commonName: name, organisation: name, uscc },
        publicKey,
        from,
        to: new Date(from.getTime() + A_YEAR * A_DAY),
      })
    },
  }
}

async function revocation(
  certificate: ReadCertificate,
  authority: ReadCertificate,
  lists: readonly RevocationList[],
): Promise<Pick<Issuer, 'revokedAt'>> {
  for (const list of lists) {
    const revokedAt = list.revoked.get(certificate.serial)
    if (revokedAt !== undefined && (await list.isIssuedBy(authority))) return { revokedAt }
  }
  return {}
}

interface DemoAuthority {
  readonly issuer: Authority
  readonly certificate: Uint8Array
}

/** The authority of a demonstration, made once for all nodes on its first use. */
async function demoAuthority(db: IdentityDb, algorithm: KeyKind, now: Date): Promise<DemoAuthority> {
  const find = () =>
    db.selectFrom('demo_authority').selectAll().where('algorithm', '=', algorithm).executeTakeFirst()
  const row = (await find()) ?? (await makeDemoAuthority(db, algorithm, now).then(find))
  if (!row) throw new Error('the authority that was just made is gone')
  const keys = { kind: algorithm, publicKey: bytes(row.public_key), secret: bytes(row.secret) }
  return { issuer: { name: nameOf(algorithm), keys }, certificate: bytes(row.certificate) }
}

async function makeDemoAuthority(db: IdentityDb, algorithm: KeyKind, now: Date): Promise<void> {
  const keys = await makeKeys(algorithm)
  const name = nameOf(algorithm)
  const certificate = await issueCertificate(
    { name, keys },
    {
      subject: name,
      publicKey: keys.publicKey,
      from: now,
      to: new Date(now.getTime() + ROOT_YEARS * A_YEAR * A_DAY),
      authority: true,
    },
  )
  await db
    .insertInto('demo_authority')
    .values({ algorithm, secret: keys.secret, public_key: keys.publicKey, certificate })
    .onConflict((on) => on.column('algorithm').doNothing())
    .execute()
}

function nameOf(algorithm: KeyKind) {
  return { commonName: `${ORGANISATION} ${algorithm}`, organisation: ORGANISATION }
}

/** A driver's Buffer as plain bytes of their own. */
function bytes(from: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(from)
}
