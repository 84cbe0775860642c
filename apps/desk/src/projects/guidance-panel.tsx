import type { GuidanceView } from '@mashang/projects/contract'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { projects } from '../api/calls.ts'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { fullInstant } from '../show/dates.ts'
import { Labelled } from '../show/labelled.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { TextInput } from '../show/text-input.tsx'
import { COLON, JOINT } from '../words/joint.ts'
import { useWords } from '../words/words.ts'
import { JointForm, TextBox } from './joint-form.tsx'
import { MeetingPart } from './meeting-part.tsx'
import { DocumentLink } from './offices-table.tsx'
import { guidanceQuery } from './projects-query.ts'

/** 前期辅导: who guides, what was listed, what was named later, the meetings. */
export function GuidancePanel({ id }: { readonly id: string }) {
  const { t, language } = useWords()
  const query = useQuery(guidanceQuery(id, language))
  return (
    <Panel title={t(JOINT.guidance)}>
      {query.isPending && <Loading rows={3} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Guidance view={query.data} />}
    </Panel>
  )
}

function Guidance({ view }: { readonly view: GuidanceView }) {
  const { t, language } = useWords()
  const key = guidanceQuery(view.project.id, language).queryKey
  if (!view.requested) return <p className="quiet">{t(JOINT.notAsked)}</p>
  const may = (action: string) => view.actions.includes(action)
  return (
    <>
      <dl className="facts">
        <Fact label={t(JOINT.assistant)}>
          {view.assistant ? `${view.assistant.name} ${view.assistant.phone}` : t(JOINT.noAssistant)}
        </Fact>
        {view.requested.question && <Fact label={t(JOINT.question)}>{view.requested.question}</Fact>}
      </dl>
      <ul className="joint-list">
        {view.versions.map(({ version, at, by, note, document }) => (
          <li key={version}>
            {t(JOINT.listVersion(version))} {fullInstant(at)} {by} {note}{' '}
            {document && <DocumentLink project={view.project.id} document={document} />}
          </li>
        ))}
      </ul>
      {view.later.length > 0 && (
        <div className="note note-soon">
          <p>{t(JOINT.later(view.later.length))}</p>
          <ul>
            {view.later.map(({ at, organ, material, reason, number }) => (
              <li key={at + material}>
                {t(organ.short)} {material}
                {t(COLON)}
                {reason} {number}
              </li>
            ))}
          </ul>
        </div>
      )}
      {view.meetings.map((meeting) => (
        <MeetingPart key={meeting.id} meeting={meeting} project={view.project.id} queryKey={key} />
      ))}
      {may('assignAssistant') && !view.assistant && <Assign view={view} />}
      {/* Once given, each begins anew. */}
      {may('giveList') && <GiveList key={`list-${view.versions.length}`} view={view} />}
      {may('callMeeting') && <CallMeeting key={`meeting-${view.meetings.length}`} view={view} />}
      {may('nameMaterial') && <NameMaterial key={`later-${view.later.length}`} view={view} />}
    </>
  )
}

interface Part {
  readonly view: GuidanceView
}

function useKey({ project }: GuidanceView) {
  const { language } = useWords()
  return guidanceQuery(project.id, language).queryKey
}

function Assign({ view }: Part) {
  const { t } = useWords()
  const [assistant, setAssistant] = useState<string>()
  const [phone, setPhone] = useState('')
  const params = { id: view.project.id }
  const input = { assistant: assistant ?? '', phone }
  return (
    <JointForm
      title={JOINT.nameAssistant}
      queryKey={useKey(view)}
      content={input}
      disabled={!assistant}
      send={(key) => projects.assignAssistant({ params, input, key })}
    >
      <Labelled label={t(JOINT.assistant)}>
        {(id) => (
          <Select
            id={id}
            {...(assistant ? { value: assistant } : {})}
            options={view.colleagues.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={setAssistant}
          />
        )}
      </Labelled>
      <TextInput label={t(JOINT.phone)} value={phone} most={40} optional onType={setPhone} />
    </JointForm>
  )
}

function GiveList({ view }: Part) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const params = { id: view.project.id }
  return (
    <JointForm
      title={JOINT.giveList}
      queryKey={useKey(view)}
      {...(view.list ? { folded: JOINT.giveListAgain } : {})}
      content={{ note }}
      send={(key) => projects.giveList({ params, input: { note }, key })}
    >
      <TextBox label={t(JOINT.note)} value={note} onType={setNote} optional />
    </JointForm>
  )
}

function NameMaterial({ view }: Part) {
  const { t } = useWords()
  const [material, setMaterial] = useState('')
  const [reason, setReason] = useState('')
  const params = { id: view.project.id }
  const input = { material, reason }
  return (
    <JointForm
      title={JOINT.nameMaterial}
      folded={JOINT.nameMaterialAsk}
      queryKey={useKey(view)}
      content={input}
      disabled={material.trim() === '' || reason.trim() === ''}
      send={(key) => projects.nameMaterial({ params, input, key })}
    >
      <p className="quiet">{t(JOINT.nameMaterialHint)}</p>
      <TextInput label={t(JOINT.material)} value={material} onType={setMaterial} />
      <TextBox label={t(JOINT.reason)} value={reason} onType={setReason} />
    </JointForm>
  )
}

const EMPTY = { subject: '', on: '', time: '', place: '', online: false, offices: [] as string[] }

function CallMeeting({ view }: Part) {
  const { t } = useWords()
  const [input, setInput] = useState(EMPTY)
  const set = (change: Partial<typeof EMPTY>) => setInput({ ...input, ...change })
  const params = { id: view.project.id }
  return (
    <JointForm
      title={JOINT.callMeeting}
      folded={JOINT.callMeetingAsk}
      queryKey={useKey(view)}
      content={input}
      disabled={[input.subject, input.on, input.time, input.place].some((text) => text.trim() === '')}
      send={(key) => projects.callMeeting({ params, input, key })}
    >
      <TextInput label={t(JOINT.subject)} value={input.subject} onType={(subject) => set({ subject })} />
      <TextInput label={t(JOINT.on)} type="date" value={input.on} onType={(on) => set({ on })} />
      <TextInput label={t(JOINT.time)} value={input.time} most={5} onType={(time) => set({ time })} />
      <TextInput label={t(JOINT.place)} value={input.place} onType={(place) => set({ place })} />
      <Checkbox checked={input.online} onChange={(event) => set({ online: event.target.checked })}>
        {t(JOINT.online)}
      </Checkbox>
      <Labelled label={t(JOINT.invite)}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={input.offices}
            showSearch={{ optionFilterProp: 'names' }}
            options={view.organs.map(({ id: value, name, short }) => ({
              value,
              label: t(short),
              // Offices are looked for by what people call them: 防空 stands in the full name alone.
              names: `${t(short)} ${t(name)}`,
            }))}
            onChange={(offices: string[]) => set({ offices })}
          />
        )}
      </Labelled>
    </JointForm>
  )
}
