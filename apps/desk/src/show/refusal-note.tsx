import { CloseCircleFilled } from '@ant-design/icons'
import { refusalOf, type ShownRefusal } from '../api/shown-refusal.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'

/** Why something was refused: what is wrong and how to mend it, field by field, with the rule and its article. */
export function RefusalNote({ refusal }: { readonly refusal: ShownRefusal | undefined }) {
  const { t } = useWords()
  if (!refusal) return null
  return (
    <div className="note note-late refusal" role="alert">
      <p>
        <CloseCircleFilled aria-hidden="true" className="refusal-sign" /> {t(refusal.words)}
      </p>
      <Details refusal={refusal} />
    </div>
  )
}

function Details({ refusal }: { readonly refusal: ShownRefusal }) {
  const { t, language } = useWords()
  const { rule, article } = refusal
  // A field that says no more than the whole is not said twice.
  const fields = refusal.fields.filter((field) => field.words.zh !== refusal.words.zh)
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

/** Whether asking again may give another answer: the server was not there, too busy, or at fault. */
function mayPass({ status }: ShownRefusal): boolean {
  return status === 0 || status === 429 || status >= 500
}

/** The same for a query that failed, with a way to try again. */
export function Failure({ error, onRetry }: { readonly error: unknown; onRetry(): void }) {
  const { t } = useWords()
  const refusal = refusalOf(error)
  return (
    <div className="failure">
      <RefusalNote refusal={refusal} />
      {mayPass(refusal) && (
        <button type="button" className="plain-button" onClick={onRetry}>
          {t(SHELL.retry)}
        </button>
      )}
    </div>
  )
}
