import type { JournalLine } from '@mashang/approvals/contract'
import { fullInstant } from '../../show/dates.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { Panel } from './panel.tsx'

const SHORT = 16

/** Everything that happened, newest first; each entry with the digest that stands in the public log. */
export function JournalPanel({ lines }: { readonly lines: readonly JournalLine[] }) {
  const { t } = useWords()
  const newest = [...lines].sort((a, b) => b.revision - a.revision)
  return (
    <Panel title={t(CASE.journal)} beside={<span className="quiet">{t(CASE.journalHint)}</span>}>
      <ol className="journal">
        {newest.map((line) => (
          <li key={line.revision} className={`entry entry-${line.kind}`}>
            <p>
              <strong>{t(line.title)}</strong>
              {line.by && <span> · {line.by}</span>}
              <span className="quiet"> · {fullInstant(line.at)}</span>
            </p>
            {line.detail && <p className="prewrap">{line.detail}</p>}
            <p className="digest">
              {`#${line.revision} ${t(CASE.digest)} `}
              <code title={line.digest}>{line.digest.slice(0, SHORT)}…</code>
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
