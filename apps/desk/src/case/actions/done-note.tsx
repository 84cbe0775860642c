import type { ApplicationView } from '@mashang/approvals/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { neighbours, recallOrder } from '../../inbox/case-order.ts'
import { ACT, ACTION_WORDS, type ActionName } from '../../words/actions.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'

/** Documents are typeset a moment after the act: looks for them a few times, not for ever. */
const LOOKS = [2_000, 5_000, 12_000] as const

function useDocumentsSoon(caseId: string, there: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (there) return
    const timers = LOOKS.map((wait) =>
      setTimeout(() => void client.invalidateQueries({ queryKey: ['case', caseId] }), wait),
    )
    return () => timers.forEach(clearTimeout)
  }, [client, caseId, there])
}

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
  // One of several signatures: the last one decides.
  const signedOnly = action === 'decideApplication' && !view.decision
  useDocumentsSoon(view.id, issued.length > 0)
  return (
    <div className="note note-done done" role="status">
      <p>
        <strong>{t(signedOnly ? ACT.signedOnly : ACTION_WORDS[action].done)}</strong>
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
