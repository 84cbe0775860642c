import { everyone, isRefusal } from '@mashang/kit'
import type { PublicAnswer } from '@mashang/knowledge/contract'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Icon } from '../../parts/icon.tsx'
import { TextInput } from '../../parts/inputs.tsx'
import { Empty } from '../../parts/notice.tsx'
import { Pagination } from '../../parts/pagination.tsx'
import { AnswerList } from './answer-list.tsx'

export const publicAnswersRoute: Route = { method: 'GET', path: '/questions', access: everyone, show }

async function show({ knowledge, request, view }: Visit): Promise<Shown> {
  const text = one(request.query, 'text').trim().slice(0, 200)
  const page = Math.min(Math.max(Number(one(request.query, 'page')) || 1, 1), 100)
  const found = await knowledge.findAnswers({ query: { page, ...(text ? { text } : {}) } })
  if (isRefusal(found)) return found
  return {
    title: view.say('常见问题', 'Questions often asked'),
    section: 'items',
    crumbs: [{ label: view.say('办事', 'Services'), href: '/items' }],
    main: <Answers {...found} text={text} />,
  }
}

interface Found {
  readonly text: string
  readonly answers: readonly PublicAnswer[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

function Answers({ text, answers, total, page, pages }: Found) {
  const { say } = useView()
  const href = (to: number) =>
    `/questions?${new URLSearchParams({ ...(text ? { text } : {}), page: String(to) })}`
  return (
    <div className="wrap narrow">
      <div className="section-head">
        <h1>{say('常见问题', 'Questions often asked')}</h1>
        <a href="/my/questions">
          <Icon name="message" /> {say('我的咨询', 'My questions')}
        </a>
      </div>
      <p className="lead">
        {say(
          '别人问过、部门答复过的问题。事项变更后会重新核对。',
          'What others asked and departments answered. Each is read again when its service changes.',
        )}
      </p>
      <search>
        <form action="/questions">
          <TextInput
            labelled={{
              id: 'text',
              label: say('您想知道什么？', 'What would you like to know?'),
              hint: say('说日常的话就行。', 'Your own words will do.'),
            }}
            name="text"
            type="search"
            maxLength={200}
            defaultValue={text}
          />
          <p>
            <button type="submit" className="button">
              <Icon name="search" />
              {say('查找', 'Search')}
            </button>
          </p>
        </form>
      </search>
      {answers.length === 0 ? (
        <Empty title={say('没有找到相近的问题', 'No question is near to this')}>
          <p>
            {say(
              '可以换一种说法，或者在事项的办事指南里向部门咨询。',
              'Try other words, or ask the department from the guide of a service.',
            )}
          </p>
          <p className="buttons">
            <a className="button" href="/items">
              {say('查找事项', 'Find a service')}
            </a>
          </p>
        </Empty>
      ) : (
        <>
          <p aria-live="polite">
            {text
              ? say(`找到 ${total} 个相近的问题，最近的排在前面。`, `${total} found, the nearest first.`)
              : say(`共 ${total} 个问题。`, `${total} in all.`)}
          </p>
          <AnswerList answers={answers} withItem />
          <Pagination page={page} pages={pages} href={href} />
        </>
      )}
    </div>
  )
}
