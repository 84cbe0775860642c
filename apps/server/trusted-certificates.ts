import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrustedAuthorities } from '@mashang/identity'

const ROOT = /\.(pem|crt|cer|der)$/i
const LIST = /\.crl$/i
/** Lists of revoked certificates are renewed by day or hour; a new file counts after so long at most. Milliseconds. */
const BELIEVED_FOR = 60_000

/**
 * Authorities whose certificates of enterprises are taken: the roots (`.pem`, `.crt`, `.cer`, `.der`) and revocation
 * lists (`.crl`) of a folder, read again every minute. A folder that is not there holds none.
 */
export function trustedCertificates(folder: string): () => Promise<TrustedAuthorities> {
  let kept: { readonly at: number; readonly read: Promise<TrustedAuthorities> } | undefined
  return () => {
    const now = Date.now()
    if (!kept || now - kept.at > BELIEVED_FOR) kept = { at: now, read: readAll(folder) }
    return kept.read
  }
}

async function readAll(folder: string): Promise<TrustedAuthorities> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const read = (pattern: RegExp) =>
    Promise.all(names.filter((name) => pattern.test(name)).map((name) => readFile(join(folder, name))))
  const [roots, lists] = await Promise.all([read(ROOT), read(LIST)])
  return { roots, lists }
}
