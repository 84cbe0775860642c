import type { ItemGuide } from '@mashang/approvals/contract'
import type { Step } from '@mashang/flow'
import { CLOCK_STOP_WORDS, conditionText, inSentence, periodText, STEP_ROLE_WORDS } from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { BasisOf } from '../../parts/basis.tsx'
import { type DrawnStep, StepsDrawing } from '../../parts/steps-drawing.tsx'

/** 办理流程 — the drawing, and beside it the same in words. */
export function GuideSteps({ guide }: { guide: ItemGuide }) {
  const { language, say, text } = useView()
  const { item } = guide
  const drawn: readonly DrawnStep[] = [
    { id: 'apply', name: say('提交申请', 'Apply'), note: say('您', 'you'), kind: 'you' },
    {
      id: 'accept',
      name: say('受理', 'Acceptance'),
      note: say('窗口核对材料', 'documents are checked'),
      kind: 'step',
    },
    ...item.steps.map((step) => ({
      id: step.id,
      name: text(step.name),
      note: `${STEP_ROLE_WORDS[step.by][language]} · ${periodText(step.within, language)}`,
      kind: step.when ? ('sometimes' as const) : ('step' as const),
    })),
    { id: 'deliver', name: say('送达结果', 'Result'), note: text(item.result.name), kind: 'you' },
  ]
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say('怎么办', 'The steps')}</h2>
      <div className="sheet steps-two">
        <StepsDrawing
          steps={drawn}
          title={say('办理流程图', 'Drawing of the steps')}
          sometimes={say('视情况', 'if needed')}
        />
        <ol className="steps-words">
          <li>
            <h3>{say('提交申请', 'Apply')}</h3>
            <p>
              {guide.online
                ? say(
                    '网上填写、上传材料，或到窗口提交。',
                    'Fill in the form and upload documents here, or hand them in at a window.',
                  )
                : say('到窗口提交材料。', 'Hand in your documents at a window.')}
            </p>
          </li>
          <li>
            <h3>{say('受理', 'Acceptance')}</h3>
            <p>
              {say(
                '材料齐全的予以受理；缺材料的，一次告诉您全部要补的内容。',
                'Complete applications are accepted; if something is missing you are told once, and in full.',
              )}
            </p>
          </li>
          {item.steps.map((step) => (
            <li key={step.id}>
              <StepInWords step={step} guide={guide} />
            </li>
          ))}
          <li>
            <h3>{say('送达结果', 'Result')}</h3>
            <p>
              <Said of={item.result.name} />
            </p>
          </li>
        </ol>
      </div>
    </section>
  )
}

function StepInWords({ step, guide: { item } }: { step: Step; guide: ItemGuide }) {
  const { language, say } = useView()
  const stop = step['clock-stop']
  const kind = item['clock-stops'].find((one) => one === stop)
  return (
    <>
      <h3>
        <Said of={step.name} />
      </h3>
      <p>
        {say(
          `由${STEP_ROLE_WORDS[step.by].zh}办理，${periodText(step.within, 'zh')}${step.within === '0wd' ? '办结' : '内完成'}。`,
          `By the ${inSentence(STEP_ROLE_WORDS[step.by]).en}, ${step.within === '0wd' ? '' : 'within '}${periodText(step.within, 'en')}. `,
        )}
        {step.people
          ? say(`${step.people} 名以上工作人员到场。`, `At least ${step.people} members of staff take part. `)
          : null}
        {kind
          ? say(
              `${CLOCK_STOP_WORDS[kind].zh}的时间不计入时限。`,
              `Time for ${inSentence(CLOCK_STOP_WORDS[kind]).en} does not count. `,
            )
          : null}
      </p>
      {step.when ? (
        <p>
          {say('仅当', 'Only when ')}
          {conditionText(step.when, item.fields, language)}
          {say('时需要。', '.')}
        </p>
      ) : null}
      {step.basis ? (
        <p className="hint">
          <BasisOf basis={step.basis} />
        </p>
      ) : null}
    </>
  )
}
