import { useQuery } from '@tanstack/react-query'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import { Panel } from '../case/facts/panel.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { TABS } from '../words/item-tabs.ts'
import { useWords } from '../words/words.ts'

/** Who did what to which version, when, and what became different. */
export function ItemHistory({ code }: { readonly code: string }) {
  const { t } = useWords()
  const query = useQuery({
    queryKey: ['catalogue', 'history', code],
    queryFn: () => answerOf(approvals.getItemHistory({ params: { code } })),
  })
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return (
    <Panel title={t(TABS.history)}>
      <ol className="item-history">
        {query.data.lines.map((line) => (
          <li key={line.revision}>
            <p>
              <strong>{t(line.title)}</strong> · {t(CASE.version(line.version))} · {line.by}
              <span className="quiet"> {fullInstant(line.at)}</span>
            </p>
            {line.detail && <p className="prewrap">{line.detail}</p>}
            {line.changes.length > 0 && (
              <ul className="bullets">
                {line.changes.map((words) => (
                  <li key={words.zh}>{t(words)}</li>
                ))}
                {line.more > 0 && <li className="quiet">{t(TABS.more(line.more))}</li>}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
