import { isRefusal } from '@mashang/kit'
import type { SignatureProof, SignatureView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Application } from '../rules/application.ts'

type Signed = Pick<Application, 'signature' | 'submittedAt'>

/** Who signed a submission, with which certificate; undefined where nobody did. */
export function signatureViewOf({ signature, submittedAt: at }: Signed): SignatureView | undefined {
  if (!signature) return undefined
  const { fingerprint: _fingerprint, ...signer } = signature.signer
  return { ...signer, at }
}

/** The same for anyone, checked again: the signature, who issued the certificate, and that it counted at that moment. */
export async function signatureProofOf(
  { checkSignature }: Inside,
  application: Signed,
): Promise<SignatureProof | undefined> {
  const { signature } = application
  const view = signatureViewOf(application)
  if (!signature || !view) return undefined
  const { signer: _signer, ...given } = signature
  const checked = await checkSignature(given, new Date(application.submittedAt))
  return { ...view, ...given, holds: !isRefusal(checked) && checked.uscc === view.uscc }
}
