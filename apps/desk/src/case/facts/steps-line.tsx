import { roleWords } from 'virtual:contract'
import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import type { StepView } from '@mashang/approvals/contract'
import { dayAndTime, shortDay, shortInstant } from '../../show/dates.ts'
import { CASE } from '../../words/case.ts'
import { PROCEEDINGS } from '../../words/proceedings.ts'
import { type SomeWords, useWords } from '../../words/words.ts'

/** The way of the case as a line of names: what is done, what runs, what is ahead. */
export function StepsLine({ steps }: { readonly steps: readonly StepView[] }) {
  const { t } = useWords()
  return (
    <ol className="steps panel" aria-label={t(CASE.steps)}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={`step step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="step-name">
            <Sign step={step} /> {t(step.name)}
          </span>
          <StepDetail step={step} />
        </li>
      ))}
    </ol>
  )
}

function Sign({ step }: { readonly step: StepView }) {
  const { t } = useWords()
  const label = t(step.passed === false ? CASE.failed : CASE.stepState[step.state])
  if (step.passed === false) return <CloseCircleFilled className="step-failed" aria-label={label} />
  if (step.state === 'done') return <CheckCircleFilled aria-label={label} />
  if (step.state === 'skipped') return <MinusCircleOutlined aria-label={label} />
  return <span className="step-dot" role="img" aria-label={label} />
}

function StepDetail({ step }: { readonly step: StepView }) {
  const { t, language } = useWords()
  const now = new Date()
  const people = step.by?.join(language === 'zh' ? '、' : ', ')
  const parts = [
    step.state === 'done' ? people : roleOf(step.role, t),
    step.state !== 'done' && step.people !== undefined && step.people > 1 && t(CASE.people(step.people)),
    step.state !== 'done' && step.signers !== undefined && t(PROCEEDINGS.signs(step.signers)),
    step.at && shortInstant(step.at, now),
    step.state === 'current' && step.due && `${t(CASE.stepDue)} ${shortDay(step.due, dayAndTime(now).day)}`,
  ]
  return (
    <span className="step-detail">
      {parts.filter(Boolean).join(' · ')}
      {step.findings && <span className="step-findings">{step.findings}</span>}
    </span>
  )
}

function roleOf(role: string | undefined, t: (words: SomeWords) => string): string | undefined {
  const words = Object.entries(roleWords).find(([name]) => name === role)?.[1]
  return words ? t(words) : role
}
