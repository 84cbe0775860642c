import type { ApplicationView } from '@mashang/approvals/contract'
import { fullInstant } from '../../show/dates.ts'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { Panel } from './panel.tsx'

/** What the applicant was asked to correct and has not yet answered. */
export function CorrectionPanel({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  const { correction } = view
  if (!correction) return null
  return (
    <Panel
      title={t(CASE.correctionAsked)}
      beside={<span className="quiet">{fullInstant(correction.at)}</span>}
      className="panel-soon"
    >
      <ol className="numbered lines">
        {correction.points.map((point) => (
          <li key={point.target}>
            <strong>{t(point.label)}</strong>
            <br />
            <span className="prewrap">{point.what}</span>
          </li>
        ))}
      </ol>
      {correction.note && (
        <p className="prewrap">
          <span className="quiet">{t(CASE.correctionNote)}</span> {correction.note}
        </p>
      )}
    </Panel>
  )
}
