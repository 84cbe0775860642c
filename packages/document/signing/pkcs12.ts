import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CertBag, Certificate, ContentInfo, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo } from 'pkijs'
import { pem } from './pem.ts'

/**
 * Key and certificates of a PKCS#12 file, as PEM. Files of OpenSSL 3 (AES-256, SHA-256) can be read; older ones with
 * RC2 or 3DES have to be exported anew (`openssl pkcs12 -legacy -in old.p12 -nodes | openssl pkcs12 -export …`).
 */
export async function readPkcs12(
  file: string,
  passphrase: string,
): Promise<{ readonly key: string; readonly certificates: readonly string[] }> {
  const bags = await openBags(file, passphrase)
  const keys = bags.flatMap((bag) => {
    if (bag instanceof PKCS8ShroudedKeyBag) return [decrypted(bag, passphrase)]
    return bag instanceof PrivateKeyInfo ? [pem('PRIVATE KEY', bag.toSchema().toBER(false))] : []
  })
  const certificates = bags.flatMap((bag) =>
    bag instanceof CertBag && bag.parsedValue instanceof Certificate
      ? [pem('CERTIFICATE', bag.parsedValue.toSchema().toBER(false))]
      : [],
  )
  const key = keys[0]
  if (key === undefined || certificates.length === 0)
    throw new Error(`${file}: holds no key with its certificate`)
  return { key, certificates }
}

async function openBags(file: string, passphrase: string): Promise<readonly unknown[]> {
  const password = new Uint8Array(Buffer.from(passphrase, 'utf8')).buffer
  try {
    const pfx = PFX.fromBER(new Uint8Array(readFileSync(file)))
    await pfx.parseInternalValues({ password, checkIntegrity: true })
    const safe = pfx.parsedValue?.authenticatedSafe
    if (safe === undefined) throw new Error('no contents')
    await safe.parseInternalValues({
      safeContents: safe.safeContents.map((content) =>
        content.contentType === ContentInfo.ENCRYPTED_DATA ? { password } : {},
      ),
    })
    const opened = safe.parsedValue as { safeContents: { value: { safeBags: { bagValue: unknown }[] } }[] }
    return opened.safeContents.flatMap((content) => content.value.safeBags.map((bag) => bag.bagValue))
  } catch (cause) {
    const advice = 'not a PKCS#12 file, a wrong passphrase, or an encryption older than AES (export it again)'
    throw new Error(`${file}: ${advice}`, { cause })
  }
}

function decrypted(bag: PKCS8ShroudedKeyBag, passphrase: string): string {
  const key = Buffer.from(bag.toSchema().toBER(false))
  const opened = createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase })
  return opened.export({ type: 'pkcs8', format: 'pem' }).toString()
}
