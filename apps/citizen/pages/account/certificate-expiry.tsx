import type { CertificateView } from '@mashang/identity/contract'
import { isRefusal } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Notice } from '../../parts/notice.tsx'
import { nextOf } from './signing-in.ts'

const EXPIRING = '/my/account/certificates/expiring'

/** After a sign-in by certificate: one that ends soon is told of; else on to where one was going. */
export const expiringRoute: Route = {
  method: 'GET',
  path: EXPIRING,
  access: { for: 'some', citizen: true, row: 'own-account' },
  show: showExpiring,
}

/** Certificates that end within the days of warning and have no successor; none where they cannot be read. */
export async function findExpiring({ identity }: Visit): Promise<readonly CertificateView[]> {
  const listed = await identity.listCertificates({})
  return isRefusal(listed)
    ? []
    : listed.certificates.filter(({ standing, renewed }) => standing === 'expiring' && !renewed)
}

async function showExpiring(visit: Visit): Promise<Shown> {
  const { view } = visit
  const next = nextOf(visit)
  const expiring = await findExpiring(visit)
  if (expiring.length === 0) return { redirect: next }
  const title = view.say('证书快到期了', 'A certificate ends soon')
  return {
    title,
    section: 'mine',
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <Expiring certificates={expiring} />
        <p>
          <a href={next}>{view.say('已登录，以后再说，继续', 'You are signed in; later, go on')}</a>
        </p>
      </div>
    ),
  }
}

/** 到期提醒 — each certificate that ends soon, with what it means and the button to renew it. */
export function Expiring({ certificates }: { certificates: readonly CertificateView[] }) {
  const { say } = useView()
  return certificates.map((certificate) => (
    <Notice
      key={certificate.id}
      kind="soon"
      title={say(
        `企业数字证书还有 ${certificate.daysLeft} 天到期`,
        `A certificate of your enterprise ends in ${certificate.daysLeft} days`,
      )}
    >
      <p>
        <b lang="zh-CN">{certificate.name}</b> <span className="code">{certificate.uscc}</span>
      </p>
      <p>
        {say('到期日：', 'Its last day: ')}
        <Day on={certificate.to} />
        {say('。到期后不能再用它登录和签名。', '. After it, it neither signs in nor signs.')}
      </p>
      <Renew certificate={certificate} />
    </Notice>
  ))
}

/** 续期 — one button where this system issues certificates; else whom to ask. */
export function Renew({ certificate }: { certificate: CertificateView }) {
  const { say } = useView()
  const { demo, uscc, algorithm, issuer, name } = certificate
  if (!demo)
    return (
      <p>
        {say('请向颁发机构换发：', 'Please have it renewed by its authority: ')}
        <span lang="zh-CN">{issuer}</span>
      </p>
    )
  return (
    <p className="buttons">
      <a
        className="button"
        href={`/my/account/certificates/new?${new URLSearchParams({ renew: uscc, algorithm })}`}
      >
        {say('续期', 'Renew')}
        <span className="unseen" lang="zh-CN">{` ${name}`}</span>
      </a>
    </p>
  )
}
