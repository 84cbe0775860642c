import type { MeetingView } from '@mashang/projects/contract'
import type { QueryKey } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { projects } from '../api/calls.ts'
import { Labelled } from '../show/labelled.tsx'
import { TextInput } from '../show/text-input.tsx'
import { COLON, JOINT } from '../words/joint.ts'
import { useWords } from '../words/words.ts'
import { JointForm, TextBox } from './joint-form.tsx'
import { DocumentLink } from './offices-table.tsx'

interface Props {
  readonly meeting: MeetingView
  readonly project: string
  readonly queryKey: QueryKey
}

/** 辅导会议 at the desk: who comes, the minutes, who has signed, what is still to be done. */
export function MeetingPart(props: Props) {
  const { t } = useWords()
  const { meeting, project, queryKey } = props
  const { minutes } = meeting
  const params = { id: project, meeting: meeting.id }
  const may = (action: string) => meeting.actions.includes(action)
  return (
    <section className="joint-meeting" aria-label={meeting.subject}>
      <h3>
        {meeting.subject} <span className="quiet">{`${meeting.on} ${meeting.time} ${meeting.place}`}</span>{' '}
        {meeting.cancelled !== undefined && <span className="tag">{t(JOINT.cancelled)}</span>}
      </h3>
      {meeting.cancelled && (
        <p>
          {t(JOINT.reason)}
          {t(COLON)}
          {meeting.cancelled}
        </p>
      )}
      {minutes ? (
        <MinutesPart {...props} minutes={minutes} />
      ) : (
        <p>
          {t(JOINT.invited)}
          {t(COLON)}
          {meeting.invited.map((one) => (
            <span key={one.party} className="tag">
              {t(one.name)}{' '}
              {t(
                one.answer === 'none'
                  ? JOINT.noAnswer
                  : one.answer === 'coming'
                    ? JOINT.coming
                    : JOINT.notComing,
              )}{' '}
              {one.person}
            </span>
          ))}
        </p>
      )}
      {may('answerMeeting') && !may('writeMinutes') && <Answer {...props} />}
      {may('writeMinutes') && <WriteMinutes {...props} />}
      {may('cancelMeeting') && <CallOff {...props} />}
      {may('signMinutes') && (
        <JointForm
          title={JOINT.sign}
          queryKey={queryKey}
          content={params}
          send={(key) => projects.signMinutes({ params, input: {}, key })}
        />
      )}
    </section>
  )
}

function Answer({ meeting, project, queryKey }: Props) {
  const { t } = useWords()
  const [coming, setComing] = useState(true)
  const [person, setPerson] = useState('')
  const params = { id: project, meeting: meeting.id }
  const input = { coming, person, note: '' }
  return (
    <JointForm
      title={JOINT.answer}
      queryKey={queryKey}
      content={input}
      send={(key) => projects.answerMeeting({ params, input, key })}
    >
      <Radio.Group
        value={coming}
        onChange={(event) => setComing(event.target.value === true)}
        options={[
          { value: true, label: t(JOINT.coming) },
          { value: false, label: t(JOINT.notComing) },
        ]}
      />
      <TextInput label={t(JOINT.person)} value={person} most={60} optional onType={setPerson} />
    </JointForm>
  )
}

/** 取消会议: asks once, and says who will be told. */
function CallOff({ meeting, project, queryKey }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const params = { id: project, meeting: meeting.id }
  return (
    <JointForm
      title={JOINT.callOff}
      folded={JOINT.callOffAsk}
      queryKey={queryKey}
      content={reason}
      disabled={reason.trim() === ''}
      danger
      send={(key) => projects.cancelMeeting({ params, input: { reason: reason.trim() }, key })}
    >
      <p className="quiet">{t(JOINT.callOffHint)}</p>
      <TextBox label={t(JOINT.reason)} value={reason} most={1000} onType={setReason} />
    </JointForm>
  )
}

function MinutesPart({
  minutes,
  meeting,
  project,
  queryKey,
}: Props & { readonly minutes: NonNullable<MeetingView['minutes']> }) {
  const { t } = useWords()
  return (
    <>
      <p className="prewrap">{minutes.summary}</p>
      {minutes.internal && (
        <p className="note">
          {t(JOINT.internal)}
          {t(COLON)}
          {minutes.internal}
        </p>
      )}
      <p>
        {minutes.present.map((one) => (
          <span key={one.party} className={one.signedAt ? 'tag tag-done' : 'tag'}>
            {t(one.name)} {one.person} {t(one.signedAt ? JOINT.signed : JOINT.toSign)}
          </span>
        ))}{' '}
        {minutes.document && <DocumentLink project={project} document={minutes.document} />}
      </p>
      <ol className="joint-list">
        {minutes.points.map((point) => (
          <li key={point.id}>
            {point.text} <span className="quiet">{`${t(point.name)} · ${t(JOINT.due)} ${point.due}`}</span>{' '}
            {point.doneAt ? (
              <span className="tag tag-done">{t(JOINT.done)}</span>
            ) : (
              point.late && <span className="due-late">{t(JOINT.overdue)}</span>
            )}{' '}
            {point.note}
            {point.mine && (
              <JointForm
                title={JOINT.finish}
                queryKey={queryKey}
                content={point.id}
                send={(key) =>
                  projects.finishPoint({
                    params: { id: project, meeting: meeting.id, point: point.id },
                    input: { note: '' },
                    key,
                  })
                }
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

interface PointDraft {
  readonly key: number
  readonly text: string
  readonly party: string
  readonly due: string
}

function WriteMinutes({ meeting, project, queryKey }: Props) {
  const { t } = useWords()
  const [summary, setSummary] = useState('')
  const [internal, setInternal] = useState('')
  const [people, setPeople] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(meeting.invited.map(({ party, person }) => [party, person ?? ''])),
  )
  const [points, setPoints] = useState<readonly PointDraft[]>([])
  const parties = meeting.invited.map(({ party, name }) => ({ value: party, label: t(name) }))
  const input = {
    summary,
    internal,
    present: Object.entries(people).flatMap(([party, name]) =>
      name.trim() === '' ? [] : [{ party, name: name.trim() }],
    ),
    points: points.map(({ text, party, due }) => ({ text, party, due })),
  }
  return (
    <JointForm
      title={JOINT.writeMinutes}
      queryKey={queryKey}
      content={input}
      disabled={summary.trim() === ''}
      send={(key) => projects.writeMinutes({ params: { id: project, meeting: meeting.id }, input, key })}
    >
      {meeting.invited.map(({ party, name }) => (
        <TextInput
          key={party}
          label={`${t(JOINT.person)} · ${t(name)}`}
          value={people[party] ?? ''}
          optional
          most={60}
          onType={(value) => setPeople({ ...people, [party]: value })}
        />
      ))}
      <TextBox label={t(JOINT.summary)} value={summary} most={5000} onType={setSummary} />
      <PointFields points={points} parties={parties} onChange={setPoints} />
      <TextBox label={t(JOINT.internal)} value={internal} most={5000} onType={setInternal} optional />
    </JointForm>
  )
}

function PointFields({
  points,
  parties,
  onChange,
}: {
  readonly points: readonly PointDraft[]
  readonly parties: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (points: readonly PointDraft[]) => void
}) {
  const { t } = useWords()
  const change = (key: number, part: Partial<PointDraft>) =>
    onChange(points.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <>
      {points.map((point) => (
        <div key={point.key} className="joint-row">
          <TextInput
            label={t(JOINT.point)}
            value={point.text}
            most={1000}
            onType={(text) => change(point.key, { text })}
          />
          <Labelled label={t(JOINT.party)}>
            {(id) => (
              <Select
                id={id}
                value={point.party}
                options={[...parties]}
                onChange={(party: string) => change(point.key, { party })}
              />
            )}
          </Labelled>
          <Labelled label={t(JOINT.due)}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={point.due}
                onChange={(event) => change(point.key, { due: event.target.value })}
              />
            )}
          </Labelled>
          <Button onClick={() => onChange(points.filter(({ key }) => key !== point.key))}>
            {t(JOINT.remove)}
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          onChange([
            ...points,
            { key: (points.at(-1)?.key ?? 0) + 1, text: '', party: parties[0]?.value ?? '', due: '' },
          ])
        }
      >
        {t(JOINT.addPoint)}
      </Button>
    </>
  )
}
