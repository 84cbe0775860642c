import { Radio, Select } from 'antd'
import { useState } from 'react'
import { approvals } from '../../api/calls.ts'
import { Labelled } from '../../show/labelled.tsx'
import { ACT, ACTION_WORDS } from '../../words/actions.ts'
import { type SomeWords, useWords } from '../../words/words.ts'
import { ActionForm, type FormProps } from './action-form.tsx'
import { isReason, LongText } from './long-text.tsx'
import { RightsTold } from './rights-told.tsx'
import { useDraft } from './use-draft.ts'

const REVIEW = { passed: true, findings: '', with: [] as string[] }

export function ConcludeStepForm(props: FormProps) {
  const { t } = useWords()
  // The step it was opened for: where the case has moved on meanwhile, these findings are not the next step's.
  const current = props.view.steps.find(({ state }) => state === 'current')
  const [step] = useState(current)
  const [typed, type, clear] = useDraft(props.view.id, `concludeStep:${step?.id ?? ''}`, REVIEW)
  const people = step?.people ?? 1
  const lacking = people - 1 - typed.with.length
  const input = {
    passed: typed.passed,
    findings: typed.findings.trim(),
    ...(typed.with.length > 0 ? { with: typed.with } : {}),
  }
  const missing =
    lacking > 0 ? t(ACT.withMissing(lacking)) : isReason(typed.findings) ? undefined : t(ACT.findingsMissing)
  return (
    <ActionForm
      {...props}
      name="concludeStep"
      allowed={props.allowed && step?.id === current?.id}
      missing={missing}
      content={input}
      danger={!typed.passed}
      send={(key) =>
        approvals.concludeStep({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onSent={clear}
    >
      {step && <p className="step-now">{t(step.name)}</p>}
      <Choice
        legend={t(ACT.passed)}
        value={typed.passed ? 'pass' : 'fail'}
        options={[
          ['pass', ACT.pass],
          ['fail', ACT.fail],
        ]}
        onChoose={(value) => type({ ...typed, passed: value === 'pass' })}
      />
      <LongText
        label={t(ACT.findings)}
        value={typed.findings}
        onType={(findings) => type({ ...typed, findings })}
      />
      {people > 1 && (
        <TookPart names={typed.with} people={people} onNames={(names) => type({ ...typed, with: names })} />
      )}
    </ActionForm>
  )
}

interface TookPartProps {
  readonly names: string[]
  readonly people: number
  onNames(names: string[]): void
}

function TookPart({ names, people, onNames }: TookPartProps) {
  const { t } = useWords()
  return (
    <Labelled label={t(ACT.with)} hint={t(ACT.withHint(people))}>
      {(id) => (
        <Select
          id={id}
          mode="tags"
          open={false}
          suffixIcon={null}
          value={names}
          tokenSeparators={['、', '，', ',', ' ']}
          placeholder={t(ACT.withPlaceholder)}
          onChange={(next: string[]) => onNames(next.map((name) => name.trim()).filter(Boolean))}
        />
      )}
    </Labelled>
  )
}

const DECISION = { outcome: '' as '' | 'grant' | 'refuse', reasons: '' }

export function DecideForm(props: FormProps) {
  const { t } = useWords()
  const [typed, type, clear] = useDraft(props.view.id, 'decideApplication', DECISION)
  const outcome = typed.outcome === '' ? 'grant' : typed.outcome
  const input = { outcome, reasons: typed.reasons.trim() }
  const refuses = typed.outcome === 'refuse'
  const missing =
    typed.outcome === ''
      ? t(ACT.outcomeMissing)
      : refuses && !isReason(typed.reasons)
        ? t(ACT.reasonsMissing)
        : undefined
  const what =
    typed.outcome === '' ? ACTION_WORDS.decideApplication.what : refuses ? ACT.refuseWhat : ACT.grantWhat
  return (
    <ActionForm
      {...props}
      name="decideApplication"
      missing={missing}
      content={input}
      what={t(what)}
      danger={refuses}
      okText={t(refuses ? ACT.refuse : ACT.grant)}
      ask={
        <DecisionAsked refuses={refuses} what={t(what)} reasons={input.reasons} rights={props.view.rights} />
      }
      send={(key) =>
        approvals.decideApplication({
          params: { id: props.view.id },
          input: { expected: props.seen, ...input },
          key,
        })
      }
      onSent={clear}
    >
      <Choice
        legend={t(ACT.outcome)}
        value={typed.outcome}
        options={[
          ['grant', ACT.grant],
          ['refuse', ACT.refuse],
        ]}
        onChoose={(value) => type({ ...typed, outcome: value === 'refuse' ? 'refuse' : 'grant' })}
      />
      <LongText
        label={t(ACT.reasons)}
        optional={!refuses}
        hint={refuses ? t(ACT.reasonsHintRefuse) : ''}
        most={4000}
        rows={4}
        value={typed.reasons}
        onType={(reasons) => type({ ...typed, reasons })}
      />
      {refuses && <RightsTold rights={props.view.rights} />}
    </ActionForm>
  )
}

interface AskedProps {
  readonly refuses: boolean
  readonly what: string
  readonly reasons: string
  readonly rights: SomeWords | undefined
}

function DecisionAsked({ refuses, what, reasons, rights }: AskedProps) {
  const { t } = useWords()
  return (
    <>
      <p>
        <strong>{t(refuses ? ACT.refuse : ACT.grant)}</strong>
      </p>
      <p>{what}</p>
      {reasons && <p className="prewrap quoted">{reasons}</p>}
      {refuses && <RightsTold rights={rights} />}
    </>
  )
}

interface ChoiceProps {
  readonly legend: string
  readonly value: string
  readonly options: readonly (readonly [string, SomeWords])[]
  onChoose(value: string): void
}

function Choice({ legend, value, options, onChoose }: ChoiceProps) {
  const { t } = useWords()
  return (
    <fieldset className="choices">
      <legend className="legend">{legend}</legend>
      <Radio.Group
        value={value}
        options={options.map(([one, label]) => ({ value: one, label: t(label) }))}
        onChange={(event) => onChoose(String(event.target.value))}
      />
    </fieldset>
  )
}
