import type { SignatureProof } from '@mashang/approvals/contract'
import { useView } from '../../frame/view.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Notice } from '../../parts/notice.tsx'
import { SignedBy } from '../../parts/signature.tsx'

/** 电子签名 — the signature on the application behind a document, checked again, with all that one needs to do it alone. */
export function SignatureSheet({ signed, within }: { signed: SignatureProof; within: boolean }) {
  const { say } = useView()
  const Heading = within ? 'h4' : 'h2'
  return (
    <section className="sheet" aria-labelledby="signed">
      <Heading id="signed">{say('申请人的电子签名', 'The applicant’s electronic signature')}</Heading>
      <Notice kind={signed.holds ? 'done' : 'stop'}>
        {signed.holds
          ? say(
              '刚刚重新核对：签名与证书一致，证书由受信任的机构颁发，签名时有效、未吊销。',
              'Checked again just now: the signature is that of the certificate, which a trusted authority issued and which was good and not revoked when it signed.',
            )
          : say(
              '重新核对没有通过：签名、颁发机构或签名时的有效性有一项对不上。',
              'It did not pass when it was checked again: the signature, the authority or the validity at that time does not fit.',
            )}
      </Notice>
      <Facts rows={[{ label: say('签名单位', 'Signed by'), value: <SignedBy signature={signed} /> }]} />
      <details>
        <summary>{say('签名原文和证书', 'What was signed, and the certificate')}</summary>
        <Facts
          rows={[
            {
              label: say('签名原文（UTF-8）', 'Text that was signed (UTF-8)'),
              value: <span className="code">{signed.text}</span>,
            },
            {
              label: say('签名（Base64）', 'Signature (base64)'),
              value: <span className="code">{signed.signature}</span>,
            },
            {
              label: say('证书（X.509，Base64）', 'Certificate (X.509, base64)'),
              value: <span className="code">{signed.certificate}</span>,
            },
          ]}
        />
      </details>
    </section>
  )
}
