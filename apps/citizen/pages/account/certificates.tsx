import { type CertificateView, type CitizenView, REVOCATION_REASONS } from '@mashang/identity/contract'
import { isRefusal, type Words } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Choices, Group, Hidden, TextInput } from '../../parts/inputs.tsx'
import { Empty, Notice } from '../../parts/notice.tsx'
import { Renew } from './certificate-expiry.tsx'

const citizens = { for: 'some', citizen: true, row: 'own-account' } as const
const NEW = '/my/account/certificates/new'
const REVOKE = '/my/account/certificates/revoke'

export const certificateRoutes: readonly Route[] = [
  { method: 'GET', path: NEW, access: citizens, show: newCertificate },
  { method: 'GET', path: REVOKE, access: citizens, show: askToRevoke },
  { method: 'POST', path: REVOKE, access: citizens, show: revoke },
]

export interface ListedCertificates {
  readonly certificates: readonly CertificateView[]
  readonly issues: boolean
}

/** 数字证书 — the certificates of one's account, with what is wrong with each and what to do. */
export function Certificates({ listed }: { listed: ListedCertificates }) {
  const { say } = useView()
  const { certificates, issues } = listed
  return (
    <section className="sheet" aria-labelledby="certificates">
      <h2 id="certificates">{say('企业数字证书', 'Certificates of enterprises')}</h2>
      {certificates.length === 0 ? (
        <p>
          {say(
            '还没有绑定。有了证书，可以不用验证码登录，并以企业的名义签名。',
            'None yet. With one you sign in without a code, and sign in the name of the enterprise.',
          )}
        </p>
      ) : (
        <ul className="rows">
          {certificates.map((certificate) => (
            <CertificateRow key={certificate.id} certificate={certificate} />
          ))}
        </ul>
      )}
      {issues ? (
        <p>
          <a className="button button-second" href={NEW}>
            {say('申请演示软证书', 'Get a demonstration certificate')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function CertificateRow({ certificate }: { certificate: CertificateView }) {
  const { say } = useView()
  const { id, name, uscc, issuer, algorithm, from, to } = certificate
  return (
    <li>
      <div>
        <p>
          <b lang="zh-CN">{name}</b> <span className="code">{uscc}</span>
          <br />
          <span className="hint">
            <span lang="zh-CN">{issuer}</span> · {issuer.includes(algorithm) ? '' : `${algorithm} · `}{' '}
            <Day on={from} /> {say('至', 'to')} <Day on={to} />
          </span>
        </p>
        <Standing certificate={certificate} />
        <p data-backup={to} data-uscc={uscc} hidden>
          <button type="button" className="button-link" data-download="">
            {say('备份到文件', 'Back up to a file')}
          </button>{' '}
          <button type="button" className="button-link" data-forget="">
            {say('从此浏览器移除', 'Remove from this browser')}
          </button>
        </p>
      </div>
      {certificate.standing === 'revoked' ? null : (
        <a href={`${REVOKE}?${new URLSearchParams({ id })}`}>
          {say('吊销', 'Revoke')}
          <span className="unseen" lang="zh-CN">{` ${name}`}</span>
        </a>
      )}
    </li>
  )
}

function Standing({ certificate }: { certificate: CertificateView }) {
  const { say, text } = useView()
  const { standing, renewed, daysLeft, to, from, revokedAt, reason } = certificate
  switch (standing) {
    case 'good':
      return <p>{say('✓ 有效', '✓ Good')}</p>
    case 'expiring':
      return (
        <Notice kind={renewed ? 'info' : 'soon'}>
          <p>
            {say(`还有 ${daysLeft} 天到期（`, `Ends in ${daysLeft} days (`)}
            <Day on={to} />
            {renewed ? say('），已有新证书。', '); there is a new one.') : say('）。', ').')}
          </p>
          {renewed ? null : <Renew certificate={certificate} />}
        </Notice>
      )
    case 'expired':
      return (
        <Notice kind="stop">
          <p>
            {say('已于 ', 'Ended on ')}
            <Day on={to} />
            {say('到期，不能再用它登录和签名。', '; it neither signs in nor signs any more.')}
          </p>
          {renewed ? null : <Renew certificate={certificate} />}
        </Notice>
      )
    case 'not-yet':
      return (
        <Notice kind="info">
          <Day on={from} />
          {say('起有效。', ' is the day from which it is good.')}
        </Notice>
      )
    case 'revoked':
      return (
        <Notice kind="stop">
          {say('已吊销：', 'Revoked: ')}
          {reason ? text(REASON_WORDS[reason]) : ''}
          {revokedAt ? (
            <>
              {say('，', ', ')}
              <Day on={revokedAt} />
            </>
          ) : null}
        </Notice>
      )
  }
}

const REASON_WORDS: Readonly<Record<(typeof REVOCATION_REASONS)[number], Words>> = {
  lost: { zh: '密钥或密码丢失', en: 'The key or PIN is lost' },
  compromised: { zh: '密钥可能被他人掌握', en: 'Somebody else may have the key' },
  replaced: { zh: '已换发新证书', en: 'A new one takes its place' },
  'agent-left': { zh: '经办人变更', en: 'The agent no longer acts for the enterprise' },
  other: { zh: '其他原因', en: 'Another reason' },
}

async function newCertificate({ identity, view, request }: Visit): Promise<Shown> {
  const [me, listed] = await Promise.all([identity.me({}), identity.listCertificates({})])
  if (isRefusal(me)) return me
  if (isRefusal(listed)) return listed
  if (!listed.issues) return { redirect: '/my/account#certificates' }
  const renew = one(request.query, 'renew')
  const title = renew
    ? view.say('续期数字证书', 'Renew a certificate')
    : view.say('申请演示软证书', 'Get a demonstration certificate')
  const enterprises = me.citizen?.enterprises ?? []
  return {
    title,
    section: 'mine',
    script: 'certificate',
    crumbs: [{ label: view.say('我的账号', 'My account'), href: '/my/account' }],
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        {enterprises.length === 0 ? (
          <Empty title={view.say('还没有添加企业', 'No enterprise yet')}>
            <p>
              <a className="button" href={`/my/account?${new URLSearchParams({ next: NEW })}#enterprises`}>
                {view.say('先添加我代表的企业', 'Add the enterprise you act for first')}
              </a>
            </p>
          </Empty>
        ) : (
          <NewCertificate
            enterprises={enterprises}
            chosen={{ uscc: renew, algorithm: one(request.query, 'algorithm') === 'RSA' ? 'RSA' : 'SM2' }}
            csrfToken={request.csrfToken}
          />
        )}
      </div>
    ),
  }
}

function NewCertificate({
  enterprises,
  chosen,
  csrfToken,
}: {
  enterprises: CitizenView['enterprises']
  /** What a renewal begins with: the enterprise and the kind of key of the certificate before. */
  chosen: { readonly uscc: string; readonly algorithm: 'SM2' | 'RSA' }
  csrfToken: string
}) {
  const { say } = useView()
  return (
    <>
      <Notice kind="info">
        {say(
          '演示证书由本系统的“演示认证机构（DEMO CA）”颁发，没有法律效力，有效期一年。密钥在这个浏览器里生成和保存，用您设的密码锁住，不会上传。',
          'The demonstration’s own authority (DEMO CA) issues it for a year; it has no legal force. Its key is made and kept in this browser, locked with your PIN, and never sent.',
        )}
      </Notice>
      <NeedsScript />
      <form className="sheet" data-certificate="issue" hidden>
        <Hidden values={{ _csrf: csrfToken }} />
        <Group labelled={{ id: 'issue-uscc', label: say('为哪家企业', 'For which enterprise') }}>
          <Choices
            kind="radio"
            name="uscc"
            options={enterprises.map(({ uscc, name }) => ({
              value: uscc,
              label: <span lang="zh-CN">{name}</span>,
              hint: uscc,
            }))}
            chosen={[(enterprises.find((one) => one.uscc === chosen.uscc) ?? enterprises[0])?.uscc ?? '']}
          />
        </Group>
        <Group labelled={{ id: 'issue-algorithm', label: say('密钥算法', 'Kind of key') }}>
          <Choices
            kind="radio"
            name="algorithm"
            options={[
              { value: 'SM2', label: say('SM2（国密，推荐）', 'SM2 (the national standard)') },
              { value: 'RSA', label: 'RSA 2048' },
            ]}
            chosen={[chosen.algorithm]}
          />
        </Group>
        <NewPin />
        <div className="buttons">
          <button type="submit" className="button">
            {say('生成密钥并申请', 'Make the key and apply')}
          </button>
        </div>
      </form>
    </>
  )
}

function NewPin() {
  const { say } = useView()
  return (
    <>
      <TextInput
        labelled={{
          id: 'issue-pin',
          label: say('证书密码', 'PIN of the certificate'),
          hint: say(
            '至少 6 位。忘了无法找回，只能吊销后重新申请。',
            'At least 6 characters. It cannot be recovered; you would revoke the certificate and get another.',
          ),
        }}
        type="password"
        autoComplete="new-password"
        width="half"
      />
      <TextInput
        labelled={{ id: 'issue-pin-again', label: say('再输一次', 'Once more') }}
        type="password"
        autoComplete="new-password"
        width="half"
      />
    </>
  )
}

/** The one thing on the site that a script must do: keys are made and used in the browser, or nowhere. */
export function NeedsScript() {
  const { say } = useView()
  return (
    <noscript>
      <Notice kind="stop">
        {say(
          '证书的密钥只在浏览器里使用，需要启用脚本（JavaScript）。不用证书时，可以用手机号登录和办理。',
          'Keys are used in the browser only, which needs JavaScript. Without a certificate you can sign in and apply by phone.',
        )}
      </Notice>
    </noscript>
  )
}

async function askToRevoke({ identity, view, request }: Visit): Promise<Shown> {
  const listed = await identity.listCertificates({})
  if (isRefusal(listed)) return listed
  const certificate = listed.certificates.find(({ id }) => id === one(request.query, 'id'))
  if (!certificate || certificate.standing === 'revoked') return { redirect: '/my/account#certificates' }
  const title = view.say('吊销数字证书', 'Revoke a certificate')
  return {
    title,
    section: 'mine',
    crumbs: [{ label: view.say('我的账号', 'My account'), href: '/my/account' }],
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <form className="sheet" method="post" action={REVOKE}>
          <Hidden values={{ _csrf: request.csrfToken, id: certificate.id }} />
          <p>
            <b lang="zh-CN">{certificate.name}</b> <span className="code">{certificate.uscc}</span>
          </p>
          <p>
            {view.say(
              '吊销后立即不能再登录和签名，也不能恢复；此前的签名不受影响。',
              'From now on it neither signs in nor signs, and that cannot be undone; what it signed before stands.',
            )}
          </p>
          <Group labelled={{ id: 'reason', label: view.say('原因', 'Why') }}>
            <Choices
              kind="radio"
              name="reason"
              options={REVOCATION_REASONS.map((value) => ({ value, label: view.text(REASON_WORDS[value]) }))}
              chosen={['lost']}
            />
          </Group>
          <div className="buttons">
            <button type="submit" className="button button-danger">
              {view.say('吊销', 'Revoke')}
            </button>
            <a href="/my/account#certificates">{view.say('不吊销，返回', 'Keep it, go back')}</a>
          </div>
        </form>
      </div>
    ),
  }
}

async function revoke({ identity, request }: Visit): Promise<Shown> {
  const given = one(request.form, 'reason')
  const reason = REVOCATION_REASONS.find((known) => known === given) ?? 'other'
  const revoked = await identity.revokeCertificate({
    params: { id: one(request.form, 'id') },
    input: { reason },
  })
  return isRefusal(revoked) ? revoked : { redirect: '/my/account?done=revoked#certificates' }
}
