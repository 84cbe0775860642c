import { type Trouble as DoorTrouble, problemOf, type Refusal } from '@mashang/kit'
import type { Screen } from '../frame/render.tsx'
import { useView, type View } from '../frame/view.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Hidden } from '../parts/inputs.tsx'

/** A refusal as a page: what is wrong, which rule and article, what to do. */
export function refusalScreen(refusal: Refusal, view: View): Screen {
  const { title, status } = problemOf(refusal, view.language)
  return { title, status, main: <Trouble refusal={refusal} status={status} title={title} /> }
}

/** The same where the door itself refuses; what was typed goes with it and can be sent once more. */
export function troubleScreen(
  { refusal, status, typed }: DoorTrouble,
  view: View,
  csrfToken: () => string,
): Screen {
  // A password is typed anew.
  const canSend = typed && isWorthSending(refusal, status) && !('password' in typed.fields)
  const again = canSend ? { typed, csrfToken: csrfToken() } : undefined
  const title =
    again && status === 403
      ? view.say('请再提交一次', 'Please send it once more')
      : problemOf(refusal, view.language).title
  return { title, status, main: <Trouble refusal={refusal} status={status} title={title} again={again} /> }
}

/** Where the same again may succeed: signed in, with a fresh token, or a little later. */
function isWorthSending({ code }: Refusal, status: number): boolean {
  return status === 401 || status === 429 || status >= 500 || code === 'csrf-token-missing'
}

function Trouble({
  refusal,
  status,
  title,
  again,
}: {
  refusal: Refusal
  status: number
  title: string
  again?: Again | undefined
}) {
  const { language, say, city } = useView()
  const problem = problemOf(refusal, language)
  const mend = problem.detail.slice(problem.title.length).trim()
  return (
    <div className="wrap narrow trouble">
      <Icon name={iconOf(status)} size="large" />
      <h1>{title}</h1>
      {again ? <OnceMore again={again} status={status} mend={mend} /> : null}
      {mend && !again ? <p className="lead">{mend}</p> : null}
      {problem.fields.length > 0 ? (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.path + field.code}>{field.message}</li>
          ))}
        </ul>
      ) : null}
      {problem.article ? (
        <p className="trouble-rule">
          {say('依据：', 'Basis: ')}
          {problem.article}
        </p>
      ) : null}
      {again ? null : <WaysOn status={status} />}
      <p className="hint">
        {say('需要帮助？请拨打', 'Need help? Call')} <a href={`tel:${city.hotline}`}>{city.hotline}</a>
        {say('。', '.')}
      </p>
    </div>
  )
}

function WaysOn({ status }: { status: number }) {
  const { say } = useView()
  return (
    <p className="buttons">
      {status === 401 ? (
        <a className="button" href="/sign-in">
          {say('去登录', 'Sign in')}
        </a>
      ) : null}
      <a className={status === 401 ? 'button button-second' : 'button'} href="/">
        {say('回首页', 'Go to the home page')}
      </a>
      <a className="button button-second" href="/items">
        {say('查找事项', 'Find a service')}
      </a>
    </p>
  )
}

interface Again {
  readonly typed: NonNullable<DoorTrouble['typed']>
  readonly csrfToken: string
}

/** What was typed, to be sent again; signing in stands in a window of its own, so that this one keeps it. */
function OnceMore({
  again: { typed, csrfToken },
  status,
  mend,
}: {
  again: Again
  status: number
  mend: string
}) {
  const { say, url } = useView()
  const isFiles = typed.takes === 'multipart'
  const signedOut = status === 401
  return (
    <>
      <p className="lead">
        {useWhatToDo(status, mend)}
        {isFiles
          ? say('还没有上传的文件要重新选择。', ' Files not yet uploaded have to be chosen again.')
          : ''}
      </p>
      <form method="post" action={url} encType={isFiles ? 'multipart/form-data' : undefined}>
        <Hidden values={{ _csrf: csrfToken }} />
        <Kept fields={typed.fields} />
        <div className="buttons">
          {signedOut ? (
            <a className="button" href="/sign-in?next=/signed-in" target="_blank" rel="noopener">
              {say('在新窗口登录', 'Sign in in a new window')}
            </a>
          ) : null}
          <button type="submit" className={signedOut ? 'button button-second' : 'button'}>
            {signedOut
              ? say('已登录，继续提交', 'I have signed in: send it')
              : say('再次提交', 'Send it again')}
          </button>
        </div>
      </form>
    </>
  )
}

function useWhatToDo(status: number, mend: string): string {
  const { say } = useView()
  if (status === 401)
    return say(
      '您刚才填的都还在这里。请在新窗口登录，再回到这个窗口继续提交。',
      'What you typed is still here. Please sign in in a new window, then come back to this one and send it.',
    )
  if (status === 403)
    return say(
      '登录状态变了，为了您的账号安全，要请您再确认一次。您填的都还在。',
      'You have signed in or out since the page was opened, so for your safety we ask once more. What you typed is still here.',
    )
  return say(`${mend}您填的都还在。`, `${mend} What you typed is still here.`)
}

function Kept({ fields }: { fields: NonNullable<DoorTrouble['typed']>['fields'] }) {
  return Object.entries(fields).flatMap(([name, values]) =>
    [values]
      .flat()
      .map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
  )
}

function iconOf(status: number): IconName {
  if (status === 404) return 'search'
  if (status === 429) return 'clock'
  return status === 401 || status === 403 ? 'shield' : 'warning'
}
