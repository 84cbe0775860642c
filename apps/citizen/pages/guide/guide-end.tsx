import type { ItemGuide } from '@mashang/approvals/contract'
import { formatDay } from '@mashang/kit'
import { Said, useView } from '../../frame/view.tsx'
import { Notice } from '../../parts/notice.tsx'

/** 取消 — announced or come: from which day on, why, and what takes its place. */
export function GuideEnd({ guide: { item, status, ends } }: { guide: ItemGuide }) {
  const { language, say } = useView()
  const day = ends?.on ?? item.effective.to
  const isOver = status === 'cancelled'
  return (
    <Notice
      kind={isOver ? 'stop' : 'soon'}
      title={
        isOver
          ? say('本事项已取消', 'This service has been cancelled')
          : say('本事项即将取消', 'This service is about to end')
      }
    >
      <p>
        {day ? say(`自${formatDay(day, 'zh')}起`, `From ${formatDay(day, 'en')} on, `) : ''}
        {say(
          '不再受理新的申请，已受理的继续办理。',
          'no new application is taken; those accepted are finished.',
        )}
      </p>
      {ends ? (
        <p>
          {say('原因：', 'Why: ')}
          <span lang={language === 'zh' ? undefined : 'zh-CN'}>{ends.reason}</span>
        </p>
      ) : null}
      {ends && ends.successors.length > 0 ? (
        <>
          <p>{say('请改为办理：', 'In its place there is:')}</p>
          <ul>
            {ends.successors.map(({ code, name }) => (
              <li key={code}>
                <a href={`/items/${encodeURIComponent(code)}`}>
                  <Said of={name} />
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}

/** 草案 — only the office reads this. */
export function GuideDraft() {
  const { say } = useView()
  return (
    <Notice kind="soon" title={say('草案，尚未公布', 'A draft, not published')}>
      <p>
        {say(
          '仅供事项管理员预览，内容没有效力，请勿对外提供。',
          'For catalogue editors to look at; it has no effect and is not for the public.',
        )}
      </p>
    </Notice>
  )
}
