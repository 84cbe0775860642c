import type { PublicAnswer } from '@mashang/knowledge/contract'
import { Said, useView } from '../../frame/view.tsx'

/** Questions often asked, each folded under its question. */
export function AnswerList({
  answers,
  open = false,
  withItem = false,
}: {
  answers: readonly PublicAnswer[]
  open?: boolean
  withItem?: boolean
}) {
  const { say } = useView()
  return (
    <div className="sheet faq">
      {answers.map(({ id, item, question, answer, cited }) => (
        <details key={id ?? question.zh} open={open}>
          <summary>
            <Said of={question} />
          </summary>
          <p className="answer">
            <Said of={answer} />
          </p>
          <Cited cited={cited} />
          {withItem ? (
            <p className="hint">
              {say('所属事项：', 'Service: ')}
              <a href={`/items/${encodeURIComponent(item.code)}`}>
                <Said of={item.name} />
              </a>
            </p>
          ) : null}
        </details>
      ))}
    </div>
  )
}

/** Articles that an answer rests on. */
export function Cited({ cited }: { cited: PublicAnswer['cited'] }) {
  const { say } = useView()
  if (cited.length === 0) return null
  return (
    <p className="hint">
      {say('依据：', 'Based on: ')}
      <span lang="zh-CN">{cited.map(({ law, article }) => `《${law}》${article}`).join('；')}</span>
    </p>
  )
}
