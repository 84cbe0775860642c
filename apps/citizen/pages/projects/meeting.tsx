import type { MeetingView, ProjectHead } from '@mashang/projects/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Choices, Group, Hidden, TextInput } from '../../parts/inputs.tsx'
import { DocumentLink } from './joint-parts.tsx'

interface Part {
  readonly meeting: MeetingView
  readonly project: ProjectHead
  readonly action: string
  readonly csrfToken: string
}

/** 辅导会议: who comes, and what was agreed, by whom and until when. */
export function Meeting({ meeting, project, action, csrfToken }: Part) {
  const { say, text } = useView()
  const answers = {
    none: say('还没有答复', 'no answer yet'),
    coming: say('参加', 'comes'),
    'not-coming': say('不参加', 'does not come'),
  }
  const href = `${action}/meetings/${meeting.id}`
  return (
    <article className="sheet meeting" id={`meeting-${meeting.id}`}>
      <h3>{meeting.subject}</h3>
      <p>
        <b>
          <Day on={meeting.on} /> {meeting.time}
        </b>{' '}
        · {meeting.online ? say('线上：', 'Online: ') : ''}
        {meeting.place} ·{' '}
        <span className="hint">
          {say('召集人', 'Called by')} {meeting.calledBy}
        </span>
      </p>
      {meeting.cancelled === undefined ? null : (
        <p>
          <span className="tag tag-soon">{say('已取消', 'Called off')}</span> {meeting.cancelled}
        </p>
      )}
      {meeting.minutes ? (
        <Minutes
          meeting={meeting}
          minutes={meeting.minutes}
          project={project}
          href={href}
          csrfToken={csrfToken}
        />
      ) : (
        <ul className="plain">
          {meeting.invited.map((one) => (
            <li key={one.party}>
              {text(one.name)}
              {say('：', ': ')}
              {answers[one.answer]} {one.person} {one.note}
            </li>
          ))}
        </ul>
      )}
      {meeting.actions.includes('answerMeeting') ? (
        <Answer meeting={meeting} href={href} csrfToken={csrfToken} />
      ) : null}
    </article>
  )
}

function Answer({ meeting, href, csrfToken }: { meeting: MeetingView; href: string; csrfToken: string }) {
  const { say } = useView()
  return (
    <form method="post" action={`${href}/answer`}>
      <Hidden values={{ _csrf: csrfToken }} />
      <Group labelled={{ id: `coming-${meeting.id}`, label: say('您参加吗', 'Will you come') }}>
        <Choices
          kind="radio"
          name="coming"
          options={[
            { value: 'yes', label: say('参加', 'Yes') },
            { value: 'no', label: say('不能参加', 'No') },
          ]}
          chosen={[]}
        />
      </Group>
      <TextInput
        labelled={{ id: `person-${meeting.id}`, label: say('参加人', 'Who comes'), optional: true }}
        name="person"
        maxLength={60}
        width="half"
      />
      <button type="submit" className="button button-second">
        {say('答复', 'Answer')}
      </button>
    </form>
  )
}

function Minutes({
  meeting,
  minutes,
  project,
  href,
  csrfToken,
}: {
  meeting: MeetingView
  minutes: NonNullable<MeetingView['minutes']>
  project: ProjectHead
  href: string
  csrfToken: string
}) {
  const { say, text } = useView()
  return (
    <>
      <h4>{say('会议纪要', 'Minutes')}</h4>
      {minutes.summary.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ul className="plain">
        {minutes.present.map((one) => (
          <li key={one.party + one.person}>
            {text(one.name)} {one.person}
            {say('：', ': ')}
            {one.signedAt ? (
              <>
                <Icon name="done" /> {say('已签署', 'signed')} <Moment at={one.signedAt} />
              </>
            ) : (
              say('等待签署', 'to sign')
            )}
          </li>
        ))}
      </ul>
      {meeting.actions.includes('signMinutes') ? (
        <form method="post" action={`${href}/sign`}>
          <Hidden values={{ _csrf: csrfToken }} />
          <button type="submit" className="button">
            {say('签署纪要', 'Sign the minutes')}
          </button>
        </form>
      ) : null}
      {minutes.points.length > 0 ? <Points minutes={minutes} href={href} csrfToken={csrfToken} /> : null}
      {minutes.document ? (
        <DocumentLink id={project.id} document={minutes.document} name={say('会议纪要', 'Minutes')} />
      ) : null}
    </>
  )
}

function Points({
  minutes,
  href,
  csrfToken,
}: {
  minutes: NonNullable<MeetingView['minutes']>
  href: string
  csrfToken: string
}) {
  const { say } = useView()
  return (
    <ol className="points">
      {minutes.points.map((point) => (
        <li key={point.id}>
          <p>
            {point.text}{' '}
            <span className="hint">
              <Said of={point.name} /> · {say('最迟', 'by')} <Day on={point.due} />
            </span>{' '}
            {point.doneAt ? (
              <span className="tag tag-done">{say('已办结', 'Done')}</span>
            ) : point.late ? (
              <span className="tag tag-soon">{say('已超期', 'Overdue')}</span>
            ) : null}{' '}
            {point.note}
          </p>
          {point.mine ? (
            <form method="post" action={`${href}/points/${point.id}`}>
              <Hidden values={{ _csrf: csrfToken }} />
              <TextInput
                labelled={{
                  id: `note-${point.id}`,
                  label: say('办得怎样', 'What was done'),
                  optional: true,
                }}
                name="note"
                maxLength={1000}
              />
              <button type="submit" className="button button-second button-small">
                {say('这件事办完了', 'This is done')}
                <span className="unseen">{point.text}</span>
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
