import { problemOf, type Refusal } from '@mashang/kit'
import type { Screen } from '../frame/render.tsx'
import { useView, type View } from '../frame/view.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'

/** A refusal as a page: what is wrong, which rule and article, what to do. */
export function refusalScreen(refusal: Refusal, view: View, status?: number): Screen {
  const problem = problemOf(refusal, view.language)
  return {
    title: problem.title,
    status: status ?? problem.status,
    main: <Trouble refusal={refusal} status={status ?? problem.status} />,
  }
}

function Trouble({ refusal, status }: { refusal: Refusal; status: number }) {
  const { language, say, city } = useView()
  const problem = problemOf(refusal, language)
  const mend = problem.detail.slice(problem.title.length).trim()
  return (
    <div className="wrap narrow trouble">
      <Icon name={iconOf(status)} size="large" />
      <h1>{problem.title}</h1>
      {mend ? <p className="lead">{mend}</p> : null}
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
      <p className="hint">
        {say('需要帮助？请拨打', 'Need help? Call')} <a href={`tel:${city.hotline}`}>{city.hotline}</a>
        {say('。', '.')}
      </p>
    </div>
  )
}

function iconOf(status: number): IconName {
  if (status === 404) return 'search'
  if (status === 429) return 'clock'
  return status === 401 || status === 403 ? 'shield' : 'warning'
}
