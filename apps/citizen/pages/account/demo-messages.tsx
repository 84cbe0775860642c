import { everyone, isRefusal } from '@mashang/kit'
import type { Route } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Moment } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Empty, Notice } from '../../parts/notice.tsx'

interface Message {
  readonly id: string
  readonly at: string
  readonly phone: string
  readonly text: string
}

/** In place of a telephone: the messages this demonstration would have sent. */
export const demoMessagesRoute: Route = {
  method: 'GET',
  path: '/demo/messages',
  access: everyone,
  async show({ identity, view }) {
    const answer = await identity.listDemoMessages({})
    if (isRefusal(answer)) return answer
    const title = view.say('演示短信', 'Messages of the demonstration')
    return { title, crumbs: [], main: <DemoMessages messages={answer.messages} title={title} /> }
  },
}

function DemoMessages({ messages, title }: { messages: readonly Message[]; title: string }) {
  const { say } = useView()
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <Notice kind="soon" title={say('只有演示系统才有这一页', 'Only a demonstration has this page')}>
        <p>
          {say(
            '正式系统会把验证码发到手机，任何人都看不到。这里显示最近一小时的短信，刷新页面可看到新的。',
            'A real system sends codes to your phone and shows them to nobody. Here are the messages of the last hour; reload for newer ones.',
          )}
        </p>
      </Notice>
      {messages.length === 0 ? (
        <Empty title={say('还没有短信', 'No messages yet')}>
          <p>
            <a href="/sign-in">{say('去登录页获取验证码', 'Ask for a code on the sign-in page')}</a>
          </p>
        </Empty>
      ) : (
        <ol className="messages">
          {messages.map((message) => (
            <li key={message.id} className="sheet">
              <p className="hint">
                <Icon name="message" /> {say('发给', 'To')} <span className="code">{message.phone}</span> ·{' '}
                <Moment at={message.at} />
              </p>
              <p className="message-text">{message.text}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
