import type { CitizenView } from '@mashang/identity/contract'
import { isRefusal } from '@mashang/kit'
import { ownPath } from '../../frame/preferences.ts'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { ErrorSummary, type InputError } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Certificates, type ListedCertificates } from './certificates.tsx'
import { messageAt, refusedInputs } from './refused-input.ts'

const citizens = { for: 'some', citizen: true, row: 'own-account' } as const

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/account', access: citizens, show: (visit) => accountScreen(visit, {}) },
  { method: 'POST', path: '/my/account/enterprises', access: citizens, show: addEnterprise },
  { method: 'POST', path: '/my/account/enterprises/remove', access: citizens, show: removeEnterprise },
  { method: 'POST', path: '/my/account/password', access: citizens, perMinute: 30, show: changePassword },
  { method: 'POST', path: '/my/account/sign-out-everywhere', access: citizens, show: signOutEverywhere },
]

interface State {
  readonly errors?: readonly InputError[]
  /** What was typed and refused, to be mended. */
  readonly typed?: { readonly uscc: string; readonly name: string }
}

async function accountScreen(visit: Visit, state: State): Promise<Shown> {
  const { identity, view, request } = visit
  const [me, listed] = await Promise.all([identity.me({}), identity.listCertificates({})])
  if (isRefusal(me)) return me
  if (isRefusal(listed)) return listed
  const title = view.say('我的账号', 'My account')
  const next = ownPath(one(request.form, 'next') || one(request.query, 'next'), '')
  const done = one(request.query, 'done')
  return {
    title,
    section: 'mine',
    script: 'certificate',
    crumbs: [],
    ...(state.errors ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        {done ? <Notice kind="done">{doneText(done, view.say)}</Notice> : null}
        <ErrorSummary errors={state.errors ?? []} />
        {me.citizen ? (
          <Account
            name={me.name}
            citizen={me.citizen}
            listed={listed}
            state={state}
            csrfToken={request.csrfToken}
            next={next}
          />
        ) : null}
      </div>
    ),
  }
}

function doneText(done: string, say: (zh: string, en: string) => string): string {
  if (done === 'password')
    return say('密码已修改，其他设备已退出登录。', 'The password is changed; other devices are signed out.')
  if (done === 'certificate')
    return say(
      '证书已颁发，保存在这个浏览器里。建议备份到文件。',
      'The certificate is issued and kept in this browser. Do back it up to a file.',
    )
  if (done === 'revoked') return say('证书已吊销。', 'The certificate is revoked.')
  return say('已保存。', 'Saved.')
}

interface AccountParts {
  readonly citizen: CitizenView
  readonly state: State
  readonly csrfToken: string
  readonly next: string
}

function Account({ name, listed, ...parts }: AccountParts & { name: string; listed: ListedCertificates }) {
  const { say } = useView()
  const { citizen, csrfToken } = parts
  return (
    <>
      <section className="sheet" aria-label={say('本人信息', 'About you')}>
        <Facts
          rows={[
            { label: say('姓名', 'Name'), value: name },
            {
              label: say('身份证号', 'Identity number'),
              value: <span className="code">{citizen.idCard}</span>,
            },
            { label: say('手机号', 'Mobile number'), value: <span className="code">{citizen.phone}</span> },
          ]}
        />
      </section>
      <ul className="rows sheet">
        <li>
          <a href="/my/privacy">
            {say('谁看过我的信息、下载副本、请求更正', 'Who looked at my data, a copy of it, its correction')}
          </a>
        </li>
        <li>
          <a href="/my/fees">{say('我的缴费：待缴的费用和票据', 'My payments: what I owe, and receipts')}</a>
        </li>
        <li>
          <a href="/my/help">
            {say('我的帮办代办：谁在帮我、委托了谁', 'My helpers: who helps me, and who may act for me')}
          </a>
        </li>
      </ul>
      <Enterprises {...parts} />
      <Certificates listed={listed} />
      <PasswordForm {...parts} />
      <form method="post" action="/sign-out">
        <Hidden values={{ _csrf: csrfToken }} />
        <p>
          <button type="submit" className="button button-second">
            <Icon name="sign-out" />
            {say('退出登录', 'Sign out')}
          </button>
        </p>
      </form>
      <section className="sheet" aria-labelledby="everywhere">
        <h2 id="everywhere">{say('退出所有设备', 'Sign out everywhere')}</h2>
        <p>
          {say(
            '丢了手机，或在公用电脑上登录过？这里可以让所有设备都退出。',
            'Lost a phone, or signed in on a shared computer? This signs you out on every device.',
          )}
        </p>
        <form method="post" action="/my/account/sign-out-everywhere">
          <Hidden values={{ _csrf: csrfToken }} />
          <button type="submit" className="button button-danger">
            {say('退出所有设备', 'Sign out everywhere')}
          </button>
        </form>
      </section>
    </>
  )
}

function Enterprises({ citizen, state, csrfToken, next }: AccountParts) {
  const { say } = useView()
  const errors = state.errors ?? []
  return (
    <section className="sheet" aria-labelledby="enterprises">
      <h2 id="enterprises">{say('我代表的企业', 'Enterprises I act for')}</h2>
      {citizen.enterprises.length === 0 ? (
        <p>{say('还没有添加。添加后可以用企业的名义申请。', 'None yet. Add one to apply in its name.')}</p>
      ) : (
        <EnterpriseRows enterprises={citizen.enterprises} csrfToken={csrfToken} />
      )}
      <form method="post" action="/my/account/enterprises">
        <Hidden values={{ _csrf: csrfToken, next }} />
        <h3>{say('添加企业', 'Add an enterprise')}</h3>
        <TextInput
          labelled={{
            id: 'uscc',
            label: say('统一社会信用代码', 'Unified social credit code'),
            hint: say(
              '18 位数字或大写字母，见营业执照。',
              '18 digits or capital letters, as on the business licence.',
            ),
            error: messageAt(errors, 'uscc'),
          }}
          name="uscc"
          autoComplete="off"
          spellCheck={false}
          maxLength={24}
          width="half"
          defaultValue={state.typed?.uscc}
        />
        <TextInput
          labelled={{
            id: 'enterprise',
            label: say('企业名称', 'Name of the enterprise'),
            error: messageAt(errors, 'enterprise'),
          }}
          name="enterprise"
          autoComplete="organization"
          maxLength={100}
          defaultValue={state.typed?.name}
        />
        <div className="buttons">
          <button type="submit" className="button button-second">
            {say('添加', 'Add')}
          </button>
        </div>
      </form>
    </section>
  )
}

function EnterpriseRows({
  enterprises,
  csrfToken,
}: {
  enterprises: CitizenView['enterprises']
  csrfToken: string
}) {
  const { say } = useView()
  return (
    <ul className="rows">
      {enterprises.map((enterprise) => (
        <li key={enterprise.uscc}>
          <p>
            <b lang="zh-CN">{enterprise.name}</b>
            <br />
            <span className="code">{enterprise.uscc}</span>
            <span className="hint">
              {say(' · 添加于 ', ' · added ')}
              <Day on={enterprise.since} />
            </span>
          </p>
          <form method="post" action="/my/account/enterprises/remove">
            <Hidden values={{ _csrf: csrfToken, uscc: enterprise.uscc }} />
            <button type="submit" className="button-link">
              {say('移除', 'Remove')}
              <span className="unseen" lang="zh-CN">{` ${enterprise.name}`}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function PasswordForm({ citizen, state, csrfToken }: AccountParts) {
  const { say } = useView()
  const errors = state.errors ?? []
  return (
    <section className="sheet" aria-labelledby="password">
      <h2 id="password">
        {citizen.hasPassword ? say('修改密码', 'Change the password') : say('设置密码', 'Set a password')}
      </h2>
      <form method="post" action="/my/account/password">
        <Hidden values={{ _csrf: csrfToken }} />
        {citizen.hasPassword ? (
          <TextInput
            labelled={{
              id: 'current',
              label: say('当前密码', 'Present password'),
              error: messageAt(errors, 'current'),
            }}
            name="current"
            type="password"
            autoComplete="current-password"
            width="half"
          />
        ) : null}
        <TextInput
          labelled={{
            id: 'next-password',
            label: say('新密码', 'New password'),
            hint: say('至少 8 位，有字母和数字。', 'At least 8 characters, with letters and digits.'),
            error: messageAt(errors, 'next-password'),
          }}
          name="next-password"
          type="password"
          autoComplete="new-password"
          width="half"
        />
        <div className="buttons">
          <button type="submit" className="button button-second">
            {say('保存密码', 'Save the password')}
          </button>
        </div>
      </form>
    </section>
  )
}

async function addEnterprise(visit: Visit): Promise<Shown> {
  const { request, identity, view } = visit
  const uscc = one(request.form, 'uscc').toUpperCase().replaceAll(/\s/g, '')
  const name = one(request.form, 'enterprise').trim()
  const added = await identity.addEnterprise({ input: { uscc, name } })
  const next = ownPath(one(request.form, 'next'), '/my/account?done=enterprise#enterprises')
  if (!isRefusal(added)) return { redirect: next }
  const labels = { uscc: view.say('统一社会信用代码', 'Credit code'), name: view.say('企业名称', 'Name') }
  const errors = refusedInputs(added, view, 'uscc', labels)
  return accountScreen(visit, {
    errors: errors.map((error) => (error.at === 'name' ? { ...error, at: 'enterprise' } : error)),
    typed: { uscc: one(request.form, 'uscc'), name },
  })
}

async function removeEnterprise({ request, identity }: Visit): Promise<Shown> {
  const removed = await identity.removeEnterprise({ params: { uscc: one(request.form, 'uscc') } })
  return isRefusal(removed) ? removed : { redirect: '/my/account?done=enterprise#enterprises' }
}

async function changePassword(visit: Visit): Promise<Shown> {
  const { request, identity, view } = visit
  const current = one(request.form, 'current')
  const changed = await identity.changePassword({
    input: { next: one(request.form, 'next-password'), ...(current ? { current } : {}) },
  })
  if (!isRefusal(changed)) return { redirect: '/my/account?done=password' }
  const at =
    changed.code === 'password-wrong' || changed.code === 'sign-in-locked' ? 'current' : 'next-password'
  const errors = refusedInputs(changed, view, at, {
    next: view.say('新密码', 'New password'),
    current: view.say('当前密码', 'Present password'),
  })
  return accountScreen(visit, {
    errors: errors.map((error) => (error.at === 'next' ? { ...error, at: 'next-password' } : error)),
  })
}

async function signOutEverywhere({ identity }: Visit): Promise<Shown> {
  const done = await identity.signOutEverywhere({})
  return isRefusal(done) ? done : { redirect: '/' }
}
