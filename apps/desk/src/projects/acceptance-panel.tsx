import type { AcceptanceView } from '@mashang/projects/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { projects } from '../api/calls.ts'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { useMe } from '../session/use-session.ts'
import { Labelled } from '../show/labelled.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { TextInput } from '../show/text-input.tsx'
import { ACCEPTANCE_PHASE, COLON, JOINT } from '../words/joint.ts'
import { useWords } from '../words/words.ts'
import { JointForm, TextBox } from './joint-form.tsx'
import { DocumentLink, OfficesTable } from './offices-table.tsx'
import { acceptanceQuery } from './projects-query.ts'

/** 联合验收: one visit of all offices, what is to be put right, one opinion. */
export function AcceptancePanel({ id }: { readonly id: string }) {
  const { t, language } = useWords()
  const query = useQuery(acceptanceQuery(id, language))
  const view = query.data
  return (
    <Panel
      title={t(JOINT.acceptance)}
      beside={view && <span className="tag">{t(ACCEPTANCE_PHASE[view.phase])}</span>}
    >
      {query.isPending && <Loading rows={3} />}
      {query.isError && !view && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {view?.phase === 'not-begun' && <p className="quiet">{t(JOINT.notAsked)}</p>}
      {view && view.phase !== 'not-begun' && <Acceptance view={view} />}
    </Panel>
  )
}

interface Part {
  readonly view: AcceptanceView
}

function Acceptance({ view }: Part) {
  const { t } = useWords()
  const may = (action: string) => view.actions.includes(action)
  return (
    <>
      {view.requested && (
        <dl className="facts">
          <Fact label={t(JOINT.completedOn)}>{view.requested.completedOn}</Fact>
          <Fact label={t(JOINT.contact)}>{view.requested.contact}</Fact>
        </dl>
      )}
      {view.document && (
        <p>
          <DocumentLink project={view.project.id} document={view.document} />
        </p>
      )}
      <OfficesTable offices={view.offices} label={t(JOINT.acceptance)} />
      {view.visits.map((visit) => (
        <section key={visit.round} className="joint-meeting">
          <h3>
            {t(JOINT.visit(visit.round))}{' '}
            <span className="quiet">{`${visit.on} ${visit.time} ${visit.place}`}</span>
          </h3>
          <ul className="joint-list">
            {visit.offices.map(({ organ, staff, passed, findings }) => (
              <li key={organ.id}>
                {t(organ.short)} <span className="quiet">{staff.join('、')}</span>{' '}
                {passed !== undefined && (
                  <span className={passed ? 'tag tag-done' : 'tag tag-soon'}>
                    {t(passed ? JOINT.passed : JOINT.failed)}
                  </span>
                )}{' '}
                {findings}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {view.items.length > 0 && <Items view={view} />}
      {may('setVisit') && <SetVisit view={view} />}
      {may('staffVisit') && <StaffVisit view={view} />}
      {may('concludeVisit') && <Conclude view={view} />}
    </>
  )
}

function Items({ view }: Part) {
  const { t } = useWords()
  return (
    <section className="joint-meeting">
      <h3>{t(JOINT.items)}</h3>
      <ol className="joint-list">
        {view.items.map((item) => (
          <li key={item.id}>
            {item.text}{' '}
            <span className="quiet">{`${t(item.organ.short)} ${item.article} · ${item.due}`}</span>{' '}
            {item.cleared && <span className="tag tag-done">{t(JOINT.cleared)}</span>}
            {item.late && <span className="due-late">{t(JOINT.overdue)}</span>}
            {item.done && <span className="project-cause">{item.done.text}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function useKey({ project }: AcceptanceView) {
  const { language } = useWords()
  return acceptanceQuery(project.id, language).queryKey
}

function SetVisit({ view }: Part) {
  const { t } = useWords()
  const [input, setInput] = useState({ on: '', time: '', place: '' })
  const params = { id: view.project.id }
  return (
    <JointForm
      title={JOINT.setVisit}
      queryKey={useKey(view)}
      content={input}
      disabled={Object.values(input).some((text) => text.trim() === '')}
      send={(key) => projects.setVisit({ params, input, key })}
    >
      <TextInput
        label={t(JOINT.on)}
        type="date"
        value={input.on}
        onType={(on) => setInput({ ...input, on })}
      />
      <TextInput
        label={t(JOINT.time)}
        value={input.time}
        most={5}
        onType={(time) => setInput({ ...input, time })}
      />
      <TextInput
        label={t(JOINT.place)}
        value={input.place}
        onType={(place) => setInput({ ...input, place })}
      />
    </JointForm>
  )
}

function StaffVisit({ view }: Part) {
  const { t } = useWords()
  const [names, setNames] = useState('')
  const params = { id: view.project.id }
  const input = {
    staff: names
      .split(/[、，,]/)
      .map((name) => name.trim())
      .filter(Boolean),
  }
  return (
    <JointForm
      title={JOINT.staffVisit}
      queryKey={useKey(view)}
      content={input}
      send={(key) => projects.staffVisit({ params, input, key })}
    >
      <TextInput label={t(JOINT.staff)} value={names} onType={setNames} />
    </JointForm>
  )
}

interface ItemDraft {
  readonly key: number
  readonly text: string
  readonly article: string
  readonly due: string
}

function Conclude({ view }: Part) {
  const { t } = useWords()
  const { organ } = useMe().staff
  const [passed, setPassed] = useState(true)
  const [findings, setFindings] = useState('')
  const [items, setItems] = useState<readonly ItemDraft[]>([])
  const [cleared, setCleared] = useState<readonly string[]>([])
  const own = view.items.filter((item) => item.organ.id === organ && !item.cleared)
  const params = { id: view.project.id }
  const input = {
    passed,
    findings,
    items: items.map(({ key: _, ...item }) => item),
    cleared: [...cleared],
  }
  return (
    <JointForm
      title={JOINT.conclude}
      queryKey={useKey(view)}
      content={input}
      disabled={findings.trim() === ''}
      send={(key) => projects.concludeVisit({ params, input, key })}
    >
      <Radio.Group
        value={passed}
        onChange={(event) => setPassed(event.target.value === true)}
        options={[
          { value: true, label: t(JOINT.passed) },
          { value: false, label: t(JOINT.failed) },
        ]}
      />
      <TextBox label={t(JOINT.findings)} value={findings} onType={setFindings} />
      {own.map((item) => (
        <Checkbox
          key={item.id}
          checked={cleared.includes(item.id)}
          onChange={(event) =>
            setCleared(
              event.target.checked ? [...cleared, item.id] : cleared.filter((one) => one !== item.id),
            )
          }
        >
          {`${t(JOINT.cleared)}${t(COLON)}${item.text}`}
        </Checkbox>
      ))}
      {!passed && <ItemFields items={items} onChange={setItems} />}
    </JointForm>
  )
}

function ItemFields({
  items,
  onChange,
}: {
  readonly items: readonly ItemDraft[]
  readonly onChange: (items: readonly ItemDraft[]) => void
}) {
  const { t } = useWords()
  const set = (key: number, part: Partial<ItemDraft>) =>
    onChange(items.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <>
      {items.map((item) => (
        <div key={item.key} className="joint-row">
          <TextInput
            label={t(JOINT.itemText)}
            value={item.text}
            most={1000}
            onType={(text) => set(item.key, { text })}
          />
          <TextInput
            label={t(JOINT.article)}
            value={item.article}
            optional
            onType={(article) => set(item.key, { article })}
          />
          <Labelled label={t(JOINT.due)}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={item.due}
                onChange={(event) => set(item.key, { due: event.target.value })}
              />
            )}
          </Labelled>
          <Button onClick={() => onChange(items.filter(({ key }) => key !== item.key))}>
            {t(JOINT.remove)}
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          onChange([...items, { key: (items.at(-1)?.key ?? 0) + 1, text: '', article: '', due: '' }])
        }
      >
        {t(JOINT.addItem)}
      </Button>
    </>
  )
}
