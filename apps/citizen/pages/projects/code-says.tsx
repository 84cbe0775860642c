import type { CodeAnswer } from '@mashang/projects/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Notice } from '../../parts/notice.tsx'

/** 校验代码: whether its check digit fits, and what its digits say. */
export function CodeSays({ answer }: { answer: CodeAnswer }) {
  const { say, text } = useView()
  if (!answer.valid)
    return (
      <Notice kind="stop" title={say('这个代码不对', 'This code is wrong')}>
        {answer.problem ? (
          <p>
            <Said of={answer.problem} />
          </p>
        ) : null}
      </Notice>
    )
  return (
    <>
      <Notice
        kind="done"
        title={
          answer.generation === 'month'
            ? say('代码正确，校验位相符', 'The code is right: its check digit fits')
            : say('格式正确（早期代码，没有校验位）', 'Well formed (an early code, without a check digit)')
        }
      >
        <p className="code">{answer.code}</p>
      </Notice>
      <Facts
        rows={answer.parts.map((part) => ({
          label: text(part.label),
          value: (
            <>
              <span className="code">{part.digits}</span> {part.means ? <Said of={part.means} /> : null}
            </>
          ),
        }))}
      />
    </>
  )
}
