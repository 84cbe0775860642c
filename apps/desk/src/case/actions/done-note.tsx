import type { ApplicationView } from '@mashang/approvals/contract'
import { useState } from 'react'
import { Link } from 'react-router'
import { neighbours, recallOrder } from '../../inbox/case-order.ts'
import { ACT, ACTION_WORDS, type ActionName } from '../../words/actions.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'

interface Props {
  readonly view: ApplicationView
  readonly action: ActionName
  /** Documents that were there before. */
  readonly before: readonly string[]
}

/** What was done, the documents that came of it, and where to go next. */
export function DoneNote({ view, action, before }: Props) {
  const { t } = useWords()
  const [order] = useState(recallOrder)
  const { after } = neighbours(order, view.id)
  const issued = view.documents.filter(({ id }) => !before.includes(id))
  return (
    <div className="note note-done done" role="status">
      <p>
        <strong>{t(ACTION_WORDS[action].done)}</strong>
      </p>
      {issued.length > 0 && (
        <p>
          {t(ACT.issued)}{' '}
          {issued.map((document) => (
            <a key={document.id} href={`#document-${document.id}`}>
              {`${t(document.title)} `}
            </a>
          ))}
        </p>
      )}
      <p>
        {after ? (
          <Link to={`/cases/${after}`}>{t(ACT.next)}</Link>
        ) : (
          <Link to={order.from}>{t(CASE.back)}</Link>
        )}
      </p>
    </div>
  )
}
