import type { SignatureView } from '@mashang/approvals/contract'
import { useView } from '../frame/view.tsx'
import { Day, Moment } from './day.tsx'

/** 电子签名 — who signed, when, with which certificate, and that it was good then. */
export function SignedBy({ signature }: { signature: SignatureView }) {
  const { say } = useView()
  const { name, uscc, issuer, serial, algorithm, from, to, at } = signature
  return (
    <>
      <b lang="zh-CN">{name}</b> <span className="code">{uscc}</span>
      <br />
      {say('签名时间：', 'Signed: ')}
      <Moment at={at} />
      <br />
      <span className="hint">
        {say('证书：', 'Certificate: ')}
        <span lang="zh-CN">{issuer}</span>
        {issuer.includes(algorithm) ? '' : ` · ${algorithm}`} · {say('序列号 ', 'serial ')}
        <span className="code">{serial}</span>
        <br />
        {say('有效期 ', 'Valid ')}
        <Day on={from} /> {say('至', 'to')} <Day on={to} />
        {say('，签名时有效', '; good when it signed')}
      </span>
    </>
  )
}
