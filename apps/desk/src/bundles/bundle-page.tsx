import type { BundleView } from '@mashang/bundles/contract'
import { Gantt } from '@mashang/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { BUNDLE_STATUS, BUNDLES } from '../words/bundles.ts'
import { GANTT } from '../words/projects.ts'
import { useWords } from '../words/words.ts'
import { bundleQuery } from './bundles-query.ts'
import { PartsTable } from './parts-table.tsx'
import '@mashang/ui/gantt.css'

/** One bundle on one page, for its offices and the organ that leads it. */
export function BundlePage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const query = useQuery(bundleQuery(id, language))
  return (
    <div className="page">
      <PageTitle
        title={query.data ? t(query.data.name) : t(BUNDLES.title)}
        trail={[{ label: t(BUNDLES.title), to: '/bundles' }]}
      />
      {query.isPending && <Loading rows={10} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Bundle view={query.data} />}
    </div>
  )
}

function Bundle({ view }: { readonly view: BundleView }) {
  const { t } = useWords()
  return (
    <>
      <Panel title={t(BUNDLES.facts)}>
        <p>{t(view.sentence)}</p>
        <dl className="facts">
          <Fact label={t(BUNDLES.status)}>{t(BUNDLE_STATUS[view.status])}</Fact>
          <Fact label={t(BUNDLES.applicant)}>{view.applicant ?? view.owner.name}</Fact>
          <Fact label={t(BUNDLES.phone)}>{view.owner.phone}</Fact>
          <Fact label={t(BUNDLES.lead)}>{t(view.lead.name)}</Fact>
          <Fact label={t(BUNDLES.due)}>{view.to}</Fact>
          {view.circumstances.map(({ label, text }) => (
            <Fact key={label.zh} label={t(label)}>
              {text}
            </Fact>
          ))}
        </dl>
      </Panel>
      <Panel
        title={t(BUNDLES.parts)}
        beside={
          <a href={`/bundles/${view.bundle}`} target="_blank" rel="noreferrer">
            {t(BUNDLES.guide)}
          </a>
        }
      >
        <Gantt
          stages={[
            {
              id: view.id,
              name: t(view.name),
              items: view.parts.map((part) => ({ ...part, name: t(part.name) })),
            },
          ]}
          today={view.today}
          label={t(BUNDLES.chart)}
          words={{
            plan: t(GANTT.plan),
            critical: t(GANTT.critical),
            actual: t(GANTT.actual),
            pause: t(GANTT.pause),
            late: t(GANTT.late),
            today: t(GANTT.today),
          }}
        />
        <PartsTable parts={view.parts} />
      </Panel>
    </>
  )
}
