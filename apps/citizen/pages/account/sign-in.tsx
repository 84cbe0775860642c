import { everyone, isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Hidden, TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { codeScreen } from './one-time-code.tsx'
import { messageAt, refusedInputs } from './refused-input.ts'
import { nextOf, type SigningIn } from './signing-in.ts'

export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in', access: everyone, show: async (visit) => showSignIn(visit, 'sign-in') },
  { method: 'POST', path: '/sign-in', access: everyone, perMinute: 30, show: sendCode },
  { method: 'GET', path: '/sign-up', access: everyone, show: async (visit) => showSignIn(visit, 'sign-up') },
  {
    method: 'GET',
    path: '/sign-in/password',
    access: everyone,
    show: async (visit) => passwordScreen(visit),
  },
  { method: 'POST', path: '/sign-in/password', access: everyone, perMinute: 30, show: signInByPassword },
  {
    method: 'GET',
    path: '/signed-in',
    access: { for: 'some', citizen: true },
    show: async (visit) => signedIn(visit),
  },
  { method: 'POST', path: '/sign-out', access: everyone, show: signOut },
]

function showSignIn(visit: Visit, purpose: 'sign-in' | 'sign-up'): Shown {
  if (visit.view.who.kind === 'citizen') return { redirect: nextOf(visit) }
  return phoneScreen(visit, purpose)
}

function phoneScreen(
  visit: Visit,
  purpose: 'sign-in' | 'sign-up',
  errors: readonly InputError[] = [],
  phone = '',
): Shown {
  const { view, request } = visit
  const title = purpose === 'sign-up' ? view.say('注册', 'Sign up') : view.say('登录', 'Sign in')
  return {
    title,
    ...(errors.length > 0 ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <PhoneForm
          signing={{ next: nextOf(visit), csrfToken: request.csrfToken, errors }}
          purpose={purpose}
          phone={phone}
        />
      </div>
    ),
  }
}

function PhoneForm({
  signing,
  purpose,
  phone,
}: {
  signing: SigningIn
  purpose: 'sign-in' | 'sign-up'
  phone: string
}) {
  const { say } = useView()
  const { next, csrfToken, errors } = signing
  return (
    <>
      <ErrorSummary errors={errors} />
      <form method="post" action="/sign-in" className="sheet">
        <Hidden values={{ _csrf: csrfToken, next, purpose }} />
        <TextInput
          labelled={{
            id: 'phone',
            label: say('手机号', 'Mobile number'),
            hint:
              purpose === 'sign-up'
                ? say(
                    '先验证手机号，再填写姓名和身份证号。',
                    'First we check the number, then you give your name and identity number.',
                  )
                : say(
                    '我们会发送 6 位验证码。没有注册过的，验证后即可注册。',
                    'We send a code of 6 digits. A new number can sign up right after it.',
                  ),
            error: messageAt(errors, 'phone'),
          }}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          width="half"
          defaultValue={phone}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('获取验证码', 'Send the code')}
          </button>
        </div>
      </form>
      <OtherWays next={next} purpose={purpose} />
    </>
  )
}

/** Signing in otherwise, or for the first time. */
function OtherWays({ next, purpose }: { next: string; purpose: 'sign-in' | 'sign-up' }) {
  const { say, city } = useView()
  const query = `?${new URLSearchParams({ next })}`
  return (
    <ul className="plain">
      <li>
        <a href={`/sign-in/password${query}`}>{say('用密码登录', 'Sign in with a password')}</a>
      </li>
      <li>
        <a href={`/sign-in/certificate${query}`}>
          {say('用企业数字证书登录', 'Sign in with a certificate of an enterprise')}
        </a>
      </li>
      {purpose === 'sign-in' ? (
        <li>
          <a href={`/sign-up${query}`}>{say('第一次来？注册', 'New here? Sign up')}</a>
        </li>
      ) : (
        <li>
          <a href={`/sign-in${query}`}>{say('已经注册？登录', 'Have an account? Sign in')}</a>
        </li>
      )}
      {city.demo ? (
        <li>
          <a href="/demo/messages">
            {say('演示系统：在这里看验证码短信', 'Demonstration: read the messages here')}
          </a>
        </li>
      ) : null}
    </ul>
  )
}

async function sendCode(visit: Visit): Promise<Shown> {
  const { request, identity, view } = visit
  const purpose = one(request.form, 'purpose') === 'sign-up' ? 'sign-up' : 'sign-in'
  const phone = one(request.form, 'phone')
    .replaceAll(/[\s-]/g, '')
    .replace(/^\+?86(?=1)/, '')
  const sent = await identity.sendCode({ input: { phone, purpose } })
  if (isRefusal(sent)) {
    const errors = refusedInputs(sent, view, 'phone', { phone: view.say('手机号', 'Mobile number') })
    return phoneScreen(visit, purpose, errors, one(request.form, 'phone'))
  }
  return codeScreen(visit, {
    phone,
    sentTo: sent.sentTo,
    minutes: Math.round(sent.validSeconds / 60),
    next: nextOf(visit),
  })
}

function passwordScreen(visit: Visit, errors: readonly InputError[] = [], phone = ''): Shown {
  const { view, request } = visit
  if (view.who.kind === 'citizen') return { redirect: nextOf(visit) }
  const title = view.say('用密码登录', 'Sign in with a password')
  return {
    title,
    ...(errors.length > 0 ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <PasswordForm signing={{ next: nextOf(visit), csrfToken: request.csrfToken, errors }} phone={phone} />
      </div>
    ),
  }
}

/** The accounts every demonstration city is founded with; they exist nowhere else, and their data is invented. */
function DemoAccounts() {
  const { say } = useView()
  return (
    <Notice kind="info" title={say('演示账号', 'Accounts of the demonstration')}>
      <p>
        {say(
          '手机号 13800000001、13800000002 或 13800000003，密码 ',
          'Number 13800000001, 13800000002 or 13800000003, password ',
        )}
        <b className="code">Mashang-2026</b>
        {say('。', '.')}
      </p>
    </Notice>
  )
}

function PasswordForm({
  signing: { next, csrfToken, errors },
  phone,
}: {
  signing: SigningIn
  phone: string
}) {
  const { say, city } = useView()
  return (
    <>
      <ErrorSummary errors={errors} />
      {city.demo ? <DemoAccounts /> : null}
      <form method="post" action="/sign-in/password" className="sheet">
        <Hidden values={{ _csrf: csrfToken, next }} />
        <TextInput
          labelled={{ id: 'phone', label: say('手机号', 'Mobile number'), error: messageAt(errors, 'phone') }}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="username"
          width="half"
          defaultValue={phone}
        />
        <TextInput
          labelled={{ id: 'password', label: say('密码', 'Password'), error: messageAt(errors, 'password') }}
          name="password"
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
      <p>
        <a href={`/sign-in?${new URLSearchParams({ next })}`}>
          {say('没有密码或忘记密码？用验证码登录', 'No password, or forgotten? Sign in with a code')}
        </a>
      </p>
    </>
  )
}

async function signInByPassword(visit: Visit): Promise<Shown> {
  const { request, identity, view } = visit
  const phone = one(request.form, 'phone').replaceAll(/[\s-]/g, '')
  const me = await identity.signInByPassword({ input: { phone, password: one(request.form, 'password') } })
  if (!isRefusal(me)) return { redirect: nextOf(visit) }
  const labels = { phone: view.say('手机号', 'Mobile number'), password: view.say('密码', 'Password') }
  return passwordScreen(visit, refusedInputs(me, view, 'password', labels), phone)
}

/** Where signing in ends for one who left a form open in another window. */
function signedIn({ view }: Visit): Shown {
  const title = view.say('您已登录', 'You have signed in')
  return {
    title,
    focused: true,
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <p className="lead">
          {view.say(
            '请关掉这个窗口，回到刚才填写的窗口，点“继续提交”。',
            'Please close this window, go back to the one you were filling in, and send it.',
          )}
        </p>
        <p>
          <a href="/my/applications">{view.say('或者去看我的办件', 'Or go to my cases')}</a>
        </p>
      </div>
    ),
  }
}

async function signOut({ identity }: Visit): Promise<Shown> {
  const done = await identity.signOut({})
  return isRefusal(done) ? done : { redirect: '/' }
}
