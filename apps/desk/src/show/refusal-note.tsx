import { Alert } from 'antd'
import { refusalOf, type ShownRefusal } from '../api/shown-refusal.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

/** Why something was refused: what is wrong and how to mend it, field by field, with the rule and its article. */
export function RefusalNote({ refusal }: { readonly refusal: ShownRefusal | undefined }) {
  const { t } = useWords()
  if (!refusal) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="refusal"
      title={t(refusal.words)}
      description={<Details refusal={refusal} />}
    />
  )
}

function Details({ refusal }: { readonly refusal: ShownRefusal }) {
  const { t, language } = useWords()
  const { fields, rule, article } = refusal
  if (fields.length === 0 && !rule && !article) return null
  return (
    <>
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={`${field.path}/${field.code}`}>
              {field.path && <code>{field.path}</code>} {t(field.words)}
            </li>
          ))}
        </ul>
      )}
      {(rule || article) && (
        <p className="refusal-basis">
          {article && `${t(SHELL.article)}${language === 'zh' ? '：' : ': '}${article}`}
          {article && rule && ' · '}
          {rule && (
            <span>
              {t(SHELL.rule)} <code>{rule}</code>
            </span>
          )}
        </p>
      )}
    </>
  )
}

/** The same for a query that failed, with a way to try again. */
export function Failure({ error, onRetry }: { readonly error: unknown; onRetry?(): void }) {
  const { t } = useWords()
  return (
    <div className="failure">
      <RefusalNote refusal={refusalOf(error)} />
      {onRetry && (
        <button type="button" className="plain-button" onClick={onRetry}>
          {t(SHELL.retry)}
        </button>
      )}
    </div>
  )
}
