import type { ApplicationView } from '@mashang/approvals/contract'
import { Button } from 'antd'
import { fullInstant } from '../../show/dates.ts'
import { ACT } from '../../words/actions.ts'
import { useWords } from '../../words/words.ts'
import { newsSince } from './news.ts'

interface Props {
  readonly view: ApplicationView
  readonly seen: number
  onSeen(): void
}

/** Somebody else acted, or a job did: what happened, before one goes on. */
export function NewsNote({ view, seen, onSeen }: Props) {
  const { t } = useWords()
  return (
    <div className="note note-soon news" role="alert">
      <p>
        <strong>{t(ACT.newer)}</strong>
      </p>
      <ul className="lines">
        {newsSince(view.journal, seen).map((line) => (
          <li key={line.revision}>
            {t(line.title)}
            {line.by && ` · ${line.by}`} <span className="quiet">{fullInstant(line.at)}</span>
            {line.detail && <span className="prewrap quiet">{` ${line.detail}`}</span>}
          </li>
        ))}
      </ul>
      <p>{t(ACT.newerHint)}</p>
      <Button size="small" onClick={onSeen}>
        {t(ACT.seen)}
      </Button>
    </div>
  )
}
