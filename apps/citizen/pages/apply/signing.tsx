import type { SignatureInput } from '@mashang/approvals/contract'
import { isRefusal } from '@mashang/kit'
import { one, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Group, TextInput } from '../../parts/inputs.tsx'
import { NeedsScript } from '../account/certificates.tsx'
import type { DraftInHand } from './draft.ts'

/** What an enterprise may sign, and whether it has to. */
export interface ToSign {
  readonly text: string
  readonly uscc: string
  readonly isAsked: boolean
  /** Open from the start: a signature was refused. */
  readonly isOpen: boolean
}

/** What is to be signed of a draft that is complete; nothing for a person, who has no certificate of an enterprise. */
export async function findToSign(
  { approvals }: Visit,
  { draft, item }: DraftInHand,
  isOpen: boolean,
): Promise<ToSign | undefined> {
  if (draft.applicant.kind !== 'enterprise') return undefined
  const given = await approvals.getTextToSign({ params: { id: draft.id } })
  if (isRefusal(given)) return undefined
  return {
    text: given.text,
    uscc: draft.applicant.uscc,
    isAsked: item.signature === 'certificate',
    isOpen,
  }
}

/** What the script of the page put into the form; undefined where nobody signed. */
export function signatureOf({ form }: Visit['request']): SignatureInput | undefined {
  const [text, signature, certificate] = ['text', 'signature', 'certificate'].map((name) => one(form, name))
  return text && signature && certificate ? { text, signature, certificate } : undefined
}

/** 电子签名 — the certificate and its PIN; its key signs in this browser, and only the signature is sent. */
export function Signing({ toSign }: { toSign: ToSign }) {
  const { say } = useView()
  const { isAsked, isOpen } = toSign
  const inputs = <SigningInputs toSign={toSign} />
  if (isAsked)
    return (
      <section className="sheet" aria-labelledby="signing">
        <h2 id="signing">{say('用企业数字证书签名', 'Sign with the enterprise’s certificate')}</h2>
        <p>
          {say(
            '本事项要求企业签名后提交。没有证书的，可以到窗口当面签字办理，已填的内容都会保留。',
            'For this item an enterprise signs what it submits. Without a certificate you can sign on paper at the window; what you filled in is kept.',
          )}
        </p>
        <NeedsScript />
        {inputs}
      </section>
    )
  return (
    <details className="sheet" data-signing-optional="" hidden open={isOpen}>
      <summary>
        {say('用企业数字证书签名后提交（选填）', 'Sign with the enterprise’s certificate (optional)')}
      </summary>
      {inputs}
    </details>
  )
}

function SigningInputs({ toSign }: { toSign: ToSign }) {
  const { say } = useView()
  return (
    <div data-signing="" hidden>
      <Group labelled={{ id: 'kept', label: say('这个浏览器里的证书', 'Certificates in this browser') }}>
        <div className="choices" data-kept={toSign.uscc} />
      </Group>
      <p className="hint" data-none-kept="" hidden>
        {say('这个浏览器里没有本企业的证书。', 'This browser keeps no certificate of this enterprise.')}{' '}
        <a href="/my/account#certificates">{say('去申请或查看证书', 'Get one, or see those you have')}</a>
      </p>
      <TextInput
        labelled={{
          id: 'sign-backup',
          label: say('证书备份文件', 'Backup file of a certificate'),
          hint: say('在别的电脑上申请的，选择它的备份文件。', 'For one that was made on another computer.'),
          optional: true,
        }}
        type="file"
        accept="application/json,.json"
      />
      <TextInput
        labelled={{ id: 'sign-pin', label: say('证书密码', 'PIN of the certificate') }}
        type="password"
        autoComplete="off"
        width="half"
      />
      <p className="hint">
        {say(
          '签名在这个浏览器里完成，签的是以上全部内容的摘要；密码和密钥不会发送。',
          'It is signed in this browser, over a digest of all of the above; neither PIN nor key is sent.',
        )}
      </p>
      <p className="buttons">
        <button type="button" className={toSign.isAsked ? 'button' : 'button button-second'} data-sign="">
          {say('签名并提交', 'Sign and submit')}
        </button>
      </p>
    </div>
  )
}
