import type { HelpView } from '@mashang/assistance/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { assistance } from '../api/calls.ts'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure, RefusalNote } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { useWrite } from '../show/use-write.ts'
import { ASSISTANCE, CIRCUMSTANCES, HELP_KINDS, HELP_STATUS, PLACES } from '../words/assistance.ts'
import { useWords } from '../words/words.ts'
import { helpQuery } from './assistance-query.ts'
import { Checklist } from './checklist.tsx'
import { AppointmentForm, EndForm, MessageForm } from './help-forms.tsx'
import { MandatePanel } from './mandate-panel.tsx'

/** One request: whom to help with what, what was agreed, and what may be done in his name. */
export function HelpPage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const client = useQueryClient()
  const query = useQuery(helpQuery(id, language))
  const view = query.data
  const renew = () => {
    void client.invalidateQueries({ queryKey: ['help'] })
    void client.invalidateQueries({ queryKey: ['help-one', id] })
  }
  const may = (name: string) => view?.actions.includes(name) === true
  return (
    <div className="page">
      <PageTitle
        title={view ? `${t(HELP_KINDS[view.kind])} ${view.number}` : t(ASSISTANCE.title)}
        trail={[{ label: t(ASSISTANCE.title), to: '/assistance' }]}
      />
      {query.isPending && <Loading rows={8} />}
      {query.isError && !view && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {view && (
        <>
          <Facts view={view} />
          {may('takeHelp') && <Take view={view} onDone={renew} />}
          {view.kind === 'agency' && <MandatePanel view={view} onDone={renew} />}
          <Checklist view={view} onDone={renew} key={`${view.id}${view.revision}`} />
          {may('appointHelp') && <AppointmentForm view={view} onDone={renew} />}
          <Lines view={view} />
          {may('writeToPrincipal') && <MessageForm view={view} onDone={renew} />}
          {may('concludeHelp') && <EndForm view={view} onDone={renew} />}
        </>
      )}
    </div>
  )
}

function Facts({ view }: { readonly view: HelpView }) {
  const { t } = useWords()
  const { contact, appointment } = view
  return (
    <Panel title={t(view.item.name)}>
      <dl className="facts">
        <Fact label={t(ASSISTANCE.status)}>{t(HELP_STATUS[view.status])}</Fact>
        <Fact label={t(ASSISTANCE.principal)}>{view.principal}</Fact>
        <Fact label={t(ASSISTANCE.phone)}>{contact.phone}</Fact>
        {contact.idCard && <Fact label={t(ASSISTANCE.idCard)}>{contact.idCard}</Fact>}
        {contact.enterprise && <Fact label={t(ASSISTANCE.enterprise)}>{contact.enterprise.name}</Fact>}
        <Fact label={t(ASSISTANCE.circumstance)}>{t(CIRCUMSTANCES[view.circumstance])}</Fact>
        {view.case && <Fact label={t(ASSISTANCE.application)}>{view.case.number}</Fact>}
        {view.assistant && <Fact label={t(ASSISTANCE.assistant)}>{view.assistant}</Fact>}
        {appointment && (
          <Fact label={t(ASSISTANCE.appointment)}>
            {appointment.day} {appointment.time} {t(PLACES[appointment.place])} {appointment.detail}
          </Fact>
        )}
        <Fact label={t(ASSISTANCE.text)}>
          <span className="prewrap">{view.text}</span>
          {view.by === 'window' && <span className="quiet"> （{t(ASSISTANCE.byWindow)}）</span>}
        </Fact>
        {view.result && <Fact label={t(ASSISTANCE.result)}>{view.result}</Fact>}
      </dl>
      <p className="quiet">{t(ASSISTANCE.masked)}</p>
    </Panel>
  )
}

function Take({ view, onDone }: { readonly view: HelpView; onDone(): void }) {
  const { t } = useWords()
  const { pending, refusal, write } = useWrite<HelpView>()
  async function take() {
    const params = { id: view.id }
    const input = { expected: view.revision }
    const done = await write({ ...params, ...input }, (key) => assistance.takeHelp({ params, input, key }))
    if (done) onDone()
  }
  return (
    <Panel title={t(ASSISTANCE.take)}>
      <RefusalNote refusal={refusal} />
      <p>
        {t(ASSISTANCE.due)} {view.due}
      </p>
      <details>
        <summary>{t(ASSISTANCE.why)}</summary>
        <ol>
          {view.explanation.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <Button type="primary" loading={pending} onClick={take}>
        {t(ASSISTANCE.take)}
      </Button>
    </Panel>
  )
}

function Lines({ view }: { readonly view: HelpView }) {
  const { t } = useWords()
  return (
    <Panel title={t(ASSISTANCE.lines)}>
      <ol>
        {view.lines.map((line) => (
          <li key={line.at + line.title.zh + (line.text ?? '')}>
            <span className="quiet">{fullInstant(line.at)}</span> {t(line.title)}{' '}
            <span className="quiet">{line.by}</span>
            {line.text && <p className="prewrap">{line.text}</p>}
          </li>
        ))}
      </ol>
      {view.intakes.map((draft) => (
        <p key={draft}>
          <Link to={`/window/${draft}`}>{t(ASSISTANCE.intake)}</Link>
        </p>
      ))}
    </Panel>
  )
}
