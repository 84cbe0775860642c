import { useView } from '../frame/view.tsx'
import { Icon } from './icon.tsx'

/** One thing to mend: which input, under which name, and what to do. */
export interface InputError {
  /** Id of the input's wrapper on this page, or a whole address when it stands on another page. */
  readonly at: string
  readonly label?: string
  readonly message: string
}

/** All errors of a page on top, each a link to its input. The script moves the focus here when the page opens. */
export function ErrorSummary({ errors, title }: { errors: readonly InputError[]; title?: string }) {
  const { say } = useView()
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-focus="">
      <h2>
        <Icon name="warning" />
        {title ??
          say(
            `有 ${errors.length} 处需要修改`,
            errors.length === 1 ? 'One thing to mend' : `${errors.length} things to mend`,
          )}
      </h2>
      <ul>
        {errors.map(({ at, label, message }) => (
          <li key={at + message}>
            <a href={at.startsWith('/') ? at : `#${at}`}>
              {label ? `${label}${say('：', ': ')}` : ''}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The message beside one input. */
export function InputMessage({ id, message }: { id: string; message: string | undefined }) {
  const { say } = useView()
  if (!message) return null
  return (
    <p className="input-error" id={id}>
      <Icon name="warning" />
      <span className="unseen">{say('错误：', 'Error: ')}</span>
      {message}
    </p>
  )
}
