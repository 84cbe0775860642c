import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { approvals } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import { Panel } from '../case/facts/panel.tsx'
import { fullInstant } from '../show/dates.ts'
import { SUPERVISION } from '../words/supervision.ts'
import { useWords } from '../words/words.ts'

/** 重复索要: how often each organ asked for what the city holds, and the latest of these requests. */
export function RepeatedAsks({ organ }: { readonly organ: string | undefined }) {
  const { t } = useWords()
  const { data } = useQuery({
    queryKey: ['supervision', 'repeated-asks', organ ?? ''],
    queryFn: () => answerOf(approvals.countRepeatedAsks({ query: organ ? { organ } : {} })),
  })
  if (!data) return null
  const counts = data.byOrgan
  return (
    <Panel title={t(SUPERVISION.repeatedAsks)} className={counts.length > 0 ? 'panel-soon' : ''}>
      <p className="quiet">{t(SUPERVISION.repeatedAsksHint)}</p>
      {counts.length === 0 && <p>{t(SUPERVISION.noRepeatedAsks)}</p>}
      <ul className="lines">
        {counts.map((line) => (
          <li key={line.organ.id}>
            {t(line.organ.name)}{' '}
            <Link className="figure-link" to={`/supervision?organ=${encodeURIComponent(line.organ.id)}`}>
              {t(SUPERVISION.times(line.count))}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="lines">
        {data.asks.map((ask) => (
          <li key={ask.id}>
            <Link to={`/cases/${ask.application}`}>{ask.number}</Link> {t(ask.material)}
            <span className="quiet">{` · ${ask.held} · ${ask.by} · ${fullInstant(ask.at)}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
