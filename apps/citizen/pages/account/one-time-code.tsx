import { everyone, isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Hidden, TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { messageAt, refusedInputs } from './refused-input.ts'
import { nextOf, type SigningIn } from './signing-in.ts'

export const codeRoutes: readonly Route[] = [
  { method: 'POST', path: '/sign-in/code', access: everyone, perMinute: 30, show: signInByCode },
  { method: 'POST', path: '/sign-up', access: everyone, perMinute: 30, show: signUp },
]

interface Sent {
  readonly phone: string
  readonly sentTo: string
  readonly minutes: number
  readonly next: string
}

/** Asks for the code that was sent; the phone number travels in the form, never in an address. */
export function codeScreen({ view, request }: Visit, sent: Sent, errors: readonly InputError[] = []): Shown {
  const title = view.say('输入验证码', 'Enter the code')
  return {
    title,
    ...(errors.length > 0 ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <CodeForm sent={sent} csrfToken={request.csrfToken} errors={errors} />
      </div>
    ),
  }
}

function CodeForm({
  sent,
  csrfToken,
  errors,
}: {
  sent: Sent
  csrfToken: string
  errors: readonly InputError[]
}) {
  const { say, city } = useView()
  const { phone, next } = sent
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>
        {say(
          `验证码已发送到 ${sent.sentTo}，${sent.minutes} 分钟内有效。`,
          `A code was sent to ${sent.sentTo}; it is good for ${sent.minutes} minutes.`,
        )}
      </p>
      {city.demo ? (
        <Notice kind="info">
          <p>
            {say('这是演示系统，不会真的发短信。', 'This is a demonstration; no real message is sent. ')}
            <a href="/demo/messages" target="_blank" rel="noopener">
              {say('在新窗口查看验证码短信', 'Read the message in a new window')}
            </a>
          </p>
        </Notice>
      ) : null}
      <form method="post" action="/sign-in/code" className="sheet">
        <Hidden
          values={{ _csrf: csrfToken, phone, sentTo: sent.sentTo, minutes: String(sent.minutes), next }}
        />
        <TextInput
          labelled={{
            id: 'code',
            label: say('6 位验证码', 'Code of 6 digits'),
            error: messageAt(errors, 'code'),
          }}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          width="short"
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('登录', 'Sign in')}
          </button>
        </div>
      </form>
      <form method="post" action="/sign-in">
        <Hidden values={{ _csrf: csrfToken, phone, next }} />
        <button type="submit" className="button-link">
          {say('没有收到？重新发送', 'Nothing arrived? Send another code')}
        </button>
      </form>
      <p>
        <a href={`/sign-in?${new URLSearchParams({ next })}`}>{say('换一个手机号', 'Use another number')}</a>
      </p>
    </>
  )
}

async function signInByCode(visit: Visit): Promise<Shown> {
  const { request, identity, view } = visit
  const phone = one(request.form, 'phone')
  const code = one(request.form, 'code').replaceAll(/\s/g, '')
  const me = await identity.signInByCode({ input: { phone, code } })
  if (!isRefusal(me)) return { redirect: nextOf(visit) }
  if (me.code === 'phone-not-registered') return signUpScreen(visit, { phone, code, name: '', idCard: '' })
  const errors = refusedInputs(me, view, 'code', { code: view.say('验证码', 'Code') })
  const sent = {
    phone,
    sentTo: one(request.form, 'sentTo'),
    minutes: Number(one(request.form, 'minutes')) || 5,
    next: nextOf(visit),
  }
  return codeScreen(visit, sent, errors)
}

interface NewAccount {
  readonly phone: string
  readonly code: string
  readonly name: string
  readonly idCard: string
}

/** The number is new: name and identity number are asked for, and the same code serves. */
function signUpScreen(visit: Visit, account: NewAccount, errors: readonly InputError[] = []): Shown {
  const { view, request } = visit
  const title = view.say('完成注册', 'Complete your sign-up')
  return {
    title,
    ...(errors.length > 0 ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        <SignUpForm
          account={account}
          signing={{ next: nextOf(visit), csrfToken: request.csrfToken, errors }}
        />
      </div>
    ),
  }
}

/** Nobody should leave real identity data in a demonstration. */
function SignUpIntro() {
  const { say, city } = useView()
  return (
    <>
      <p>
        {say(
          '手机号已验证，还没有注册过。填好下面两项即可完成注册。',
          'The number is confirmed and new here. Two more answers and you have an account.',
        )}
      </p>
      {city.demo ? (
        <Notice kind="soon">
          <p>
            {say(
              '演示系统请勿填写真实身份信息，可用虚构的姓名和 11010519491231002X 一类的演示号码。',
              'Please do not enter real identity data in this demonstration; use an invented name and a number such as 11010519491231002X.',
            )}
          </p>
        </Notice>
      ) : null}
    </>
  )
}

function SignUpForm({
  account,
  signing: { next, csrfToken, errors },
}: {
  account: NewAccount
  signing: SigningIn
}) {
  const { say } = useView()
  return (
    <>
      <ErrorSummary errors={errors} />
      <SignUpIntro />
      <form method="post" action="/sign-up" className="sheet">
        <Hidden values={{ _csrf: csrfToken, phone: account.phone, code: account.code, next }} />
        <TextInput
          labelled={{
            id: 'name',
            label: say('姓名', 'Name'),
            hint: say('与身份证一致。', 'As on the identity card.'),
            error: messageAt(errors, 'name'),
          }}
          name="name"
          autoComplete="name"
          width="half"
          defaultValue={account.name}
        />
        <TextInput
          labelled={{
            id: 'idCard',
            label: say('身份证号', 'Identity number'),
            hint: say('18 位，最后一位可能是 X。', '18 characters; the last may be X.'),
            error: messageAt(errors, 'idCard'),
          }}
          name="idCard"
          autoComplete="off"
          spellCheck={false}
          maxLength={24}
          width="half"
          defaultValue={account.idCard}
        />
        <TextInput
          labelled={{
            id: 'password',
            label: say('密码', 'Password'),
            hint: say(
              '可以不设，以后用验证码登录。设的话至少 8 位，有字母和数字。',
              'You can leave it out and sign in by code. Otherwise at least 8 characters with letters and digits.',
            ),
            error: messageAt(errors, 'password'),
            optional: true,
          }}
          name="password"
          type="password"
          autoComplete="new-password"
          width="half"
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('注册并登录', 'Sign up')}
          </button>
        </div>
      </form>
    </>
  )
}

async function signUp(visit: Visit): Promise<Shown> {
  const { request, identity, view } = visit
  const account: NewAccount = {
    phone: one(request.form, 'phone'),
    code: one(request.form, 'code'),
    name: one(request.form, 'name').trim(),
    idCard: one(request.form, 'idCard').toUpperCase().replaceAll(/\s/g, ''),
  }
  const password = one(request.form, 'password')
  const me = await identity.signUp({ input: { ...account, ...(password ? { password } : {}) } })
  if (!isRefusal(me)) return { redirect: nextOf(visit) }
  const labels = {
    name: view.say('姓名', 'Name'),
    idCard: view.say('身份证号', 'Identity number'),
    password: view.say('密码', 'Password'),
  }
  const at = me.code.startsWith('password') ? 'password' : 'name'
  return signUpScreen(visit, account, refusedInputs(me, view, at, labels))
}
