import type { Intake } from '@mashang/approvals/contract'
import type { ServiceItem } from '@mashang/flow'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Panel } from '../case/facts/panel.tsx'
import { guideQuery } from '../items/guide-query.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { dayAndTime } from '../show/dates.ts'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { FormSection } from './form-section.tsx'
import { intakeQuery } from './intake-query.ts'
import { lackingOf } from './lacking.ts'
import { MaterialsSection } from './materials-section.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { useIntake } from './use-intake.ts'

/** One intake on one page: form and materials left, what is lacking and the outcome right. */
export function IntakePage() {
  const { id = '' } = useParams()
  const { t } = useWords()
  const query = useQuery(intakeQuery(id))
  const item = query.data?.draft.item
  const guide = useQuery({ ...guideQuery(item?.code ?? '', item?.version), enabled: item !== undefined })
  return (
    <div className="page window">
      <PageTitle
        title={item ? t(item.name) : t(WINDOW.title)}
        trail={[{ label: t(WINDOW.title), to: '/window' }]}
      />
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={10} />}
      {query.data && guide.data && <InHand key={id} first={query.data} item={guide.data.item} />}
    </div>
  )
}

function InHand({ first, item }: { readonly first: Intake; readonly item: ServiceItem }) {
  const { t } = useWords()
  const hand = useIntake(first)
  const { applicant, draft } = hand.intake
  const lacking = lackingOf(item, hand.intake, hand.form)
  return (
    <>
      <p className="window-whom panel">
        <strong>{applicant.name}</strong> <span className="quiet">{applicant.code}</span>
        {applicant.agent && <span>{applicant.agent}</span>}
        <span className="quiet">{applicant.phone}</span>
        <span className="quiet window-saved" role="status">
          {hand.saving ? t(WINDOW.saving) : t(WINDOW.savedAt(dayAndTime(draft.savedAt).time))}
        </span>
      </p>
      <RefusalNote refusal={hand.refusal} />
      <div className="case-body">
        <div className="case-facts">
          <FormSection item={item} hand={hand} lacking={lacking} />
          <MaterialsSection item={item} hand={hand} />
        </div>
        <aside className="actions window-aside" aria-label={t(WINDOW.stepOutcome)}>
          <Panel title={t(WINDOW.lackingTitle)} className={lacking.length > 0 ? 'panel-soon' : 'panel-done'}>
            {lacking.length === 0 && <p>{t(WINDOW.nothingLacking)}</p>}
            <ul className="lines window-lacking">
              {lacking.map((lack) => (
                <li key={lack.target}>
                  <a href={`#${lack.target}`}>{t(lack.label)}</a> <span className="quiet">{t(lack.why)}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <OutcomePanel hand={hand} lacking={lacking} />
        </aside>
      </div>
    </>
  )
}
