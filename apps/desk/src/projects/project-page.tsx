import type { ProjectView } from '@mashang/projects/contract'
import { Gantt } from '@mashang/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { GANTT, PROJECT_STATUS, PROJECTS } from '../words/projects.ts'
import { useWords } from '../words/words.ts'
import { AcceptancePanel } from './acceptance-panel.tsx'
import { DrawingsPanel } from './drawings-panel.tsx'
import { GuidancePanel } from './guidance-panel.tsx'
import { projectQuery } from './projects-query.ts'
import { StageTable } from './stage-table.tsx'
import '@mashang/ui/gantt.css'
import '../styles/projects.css'

/** One project on one page: the plan beside what became of it, and everything that is done together. */
export function ProjectPage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const query = useQuery(projectQuery(id, language))
  return (
    <div className="page">
      <PageTitle
        title={query.data?.name ?? t(PROJECTS.title)}
        trail={[{ label: t(PROJECTS.title), to: '/projects' }]}
      />
      {query.isPending && <Loading rows={12} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Project view={query.data} />}
    </div>
  )
}

function Project({ view }: { readonly view: ProjectView }) {
  const { t } = useWords()
  return (
    <>
      {view.secret && <p className="note note-soon">{t(PROJECTS.secretHint)}</p>}
      <Panel title={t(PROJECTS.facts)}>
        <dl className="facts">
          <Fact label={t(PROJECTS.code)}>{view.code}</Fact>
          <Fact label={t(PROJECTS.status)}>{t(PROJECT_STATUS[view.status])}</Fact>
          <Fact label={t(PROJECTS.owner)}>{view.owner.name}</Fact>
          <Fact label={t(PROJECTS.agent)}>{view.owner.agent}</Fact>
          <Fact label={t(PROJECTS.phone)}>{view.owner.phone}</Fact>
          {view.facts
            .filter(({ id, text }) => id !== 'name' && text !== '')
            .map((fact) => (
              <Fact key={fact.id} label={t(fact.label)}>
                {fact.text}
              </Fact>
            ))}
        </dl>
      </Panel>
      <Panel title={t(PROJECTS.plan)} beside={<span className="quiet">{t(PROJECTS.total(view.total))}</span>}>
        <Gantt
          stages={view.stages.map((stage) => ({
            id: stage.id,
            name: t(stage.name),
            items: stage.items.map((item) => ({ ...item, name: t(item.name) })),
          }))}
          today={view.today}
          label={t(PROJECTS.chart)}
          words={{
            plan: t(GANTT.plan),
            critical: t(GANTT.critical),
            actual: t(GANTT.actual),
            pause: t(GANTT.pause),
            late: t(GANTT.late),
            today: t(GANTT.today),
          }}
        />
      </Panel>
      <GuidancePanel id={view.id} />
      <DrawingsPanel id={view.id} />
      <AcceptancePanel id={view.id} />
      {view.stages.map((stage) => (
        <Panel
          key={stage.id}
          title={t(stage.name)}
          beside={
            <span className="quiet">
              {t(PROJECTS.lead)} {t(stage.lead.short)} · {t(PROJECTS.workingDays(stage.days))} · {stage.from}{' '}
              – {stage.to}
            </span>
          }
        >
          <StageTable stage={stage} />
        </Panel>
      ))}
      <Panel title={t(PROJECTS.journal)}>
        <ol className="project-journal">
          {view.journal.map((line) => (
            <li key={line.at + line.title.zh + (line.detail ?? '')}>
              <span className="quiet">{fullInstant(line.at)}</span> {t(line.title)} {line.detail}{' '}
              <span className="quiet">{line.by}</span>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}
