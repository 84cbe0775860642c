import { everyone } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Group, Hidden, TextInput } from '../../parts/inputs.tsx'
import { NeedsScript } from './certificates.tsx'
import { nextOf } from './signing-in.ts'

export const certificateSignInRoute: Route = {
  method: 'GET',
  path: '/sign-in/certificate',
  access: everyone,
  show: async (visit) => certificateScreen(visit),
}

function certificateScreen(visit: Visit): Shown {
  const { view, request } = visit
  if (view.who.kind === 'citizen') return { redirect: nextOf(visit) }
  const title = view.say('用企业数字证书登录', 'Sign in with a certificate')
  return {
    title,
    script: 'certificate',
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <NeedsScript />
        <CertificateForm next={nextOf(visit)} csrfToken={request.csrfToken} />
      </div>
    ),
  }
}

function CertificateForm({ next, csrfToken }: { next: string; csrfToken: string }) {
  const { say } = useView()
  const query = `?${new URLSearchParams({ next })}`
  return (
    <>
      <form className="sheet" data-certificate="sign-in" data-next={next} hidden>
        <Hidden values={{ _csrf: csrfToken }} />
        <Group labelled={{ id: 'kept', label: say('这个浏览器里的证书', 'Certificates in this browser') }}>
          <div className="choices" data-kept="" />
        </Group>
        <TextInput
          labelled={{
            id: 'sign-in-backup',
            label: say('证书备份文件', 'Backup file of a certificate'),
            hint: say('在别的电脑上申请的，选择它的备份文件。', 'For one that was made on another computer.'),
            optional: true,
          }}
          type="file"
          accept="application/json,.json"
        />
        <TextInput
          labelled={{ id: 'sign-in-pin', label: say('证书密码', 'PIN of the certificate') }}
          type="password"
          autoComplete="current-password"
          width="half"
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('登录', 'Sign in')}
          </button>
        </div>
      </form>
      <ul className="plain">
        <li>
          <a href={`/sign-in${query}`}>{say('用手机号登录', 'Sign in by phone')}</a>
        </li>
      </ul>
    </>
  )
}
