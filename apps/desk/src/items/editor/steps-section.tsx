import type { Field } from '@mashang/flow'
import {
  CLOCK_STOP_WORDS,
  ELEMENT_WORDS,
  OUTCOME_WORDS,
  PART_WORDS,
  periodText,
  STEP_KIND_WORDS,
  STEP_ROLE_WORDS,
  type Step,
} from '@mashang/flow'
import { conditionText } from '@mashang/ui'
import { EDITOR } from '../../words/editor.ts'
import { useWords, w } from '../../words/words.ts'
import { BasisControls } from './basis-controls.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { Choice, Count, Line, type Options, Pair, Period, Several } from './controls.tsx'
import { useEditing, usePlace } from './editing.ts'
import { freeId, isRec, listAt, numbered } from './paths.ts'
import { Repeated } from './repeated.tsx'
import { WaysPanel } from './ways-panel.tsx'

const named = (key: string) => PART_WORDS[key] ?? ELEMENT_WORDS[key] ?? w(key, key)
const nameOf = (one: unknown) => {
  const name = isRec(one) && isRec(one.name) ? one.name : {}
  return { zh: String(name.zh ?? ''), en: String(name.en ?? name.zh ?? '') }
}

/** 环节: who does what within which time, and what comes next; drawn as they lead on. */
export function StepsSection() {
  const { t } = useWords()
  const { definition } = useEditing()
  const steps = listAt(definition, 'steps')
  const fields = listAt(definition, 'fields') as readonly Field[]
  return (
    <>
      <WaysPanel />
      <PathDrawing steps={steps as readonly Step[]} fields={fields} />
      <Repeated path="steps" one={EDITOR.step} titleOf={(step) => t(nameOf(step))} make={newStep}>
        {(path, at) => <StepControls path={path} at={at} steps={steps} fields={fields} />}
      </Repeated>
    </>
  )
}

/** A new step leads to the one that decides; which one leads to it is for its author to say. */
function newStep(list: readonly unknown[]) {
  const decides = list.find((one) => isRec(one) && one.ends !== undefined)
  const to = isRec(decides) && typeof decides.id === 'string' ? { to: [decides.id] } : {}
  return { id: freeId(list, 'step'), name: { zh: '' }, by: 'handling-officer', within: '', ...to }
}

interface StepProps {
  readonly path: string
  readonly at: number
  readonly steps: readonly unknown[]
  readonly fields: readonly Field[]
}

function StepControls({ path, at, steps, fields }: StepProps) {
  const { t } = useWords()
  const whole = usePlace(path)
  const when = usePlace(`${path}.when`)
  const others: Options = Object.fromEntries(
    steps.flatMap((one, index) => {
      const id = isRec(one) ? String(one.id) : ''
      const { zh, en } = nameOf(one)
      return index === at || id === '' ? [] : [[id, { zh: zh || id, en: en || id }]]
    }),
  )
  return (
    <>
      {whole.error && <p className="field-error">{whole.error}</p>}
      <Pair path={`${path}.name`} label={named('name')} />
      <div className="columns">
        <Line path={`${path}.id`} label={EDITOR.id} hint={EDITOR.idHint} />
        <Choice path={`${path}.by`} label={named('by')} options={STEP_ROLE_WORDS} />
        <Count
          path={`${path}.people`}
          label={named('people')}
          hint={EDITOR.peopleHint}
          min={1}
          max={9}
          optional
        />
        <Period path={`${path}.within`} label={named('within')} />
        <Choice
          path={`${path}.clock-stop`}
          label={named('clock-stop')}
          hint={EDITOR.clockStopHint}
          options={CLOCK_STOP_WORDS}
          optional
        />
      </div>
      <KindControls path={path} />
      <Several path={`${path}.to`} label={EDITOR.goesOn} hint={EDITOR.goesOnHint} options={others} optional />
      <Several
        path={`${path}.ends`}
        label={EDITOR.decides}
        hint={EDITOR.decidesHint}
        options={OUTCOME_WORDS}
        optional
      />
      <ConditionEditor
        label={t(EDITOR.enteredWhen)}
        value={when.value}
        fields={fields}
        error={when.error}
        onValue={when.set}
      />
      <BasisControls path={`${path}.basis`} optional />
    </>
  )
}

/** 环节类型, and what each kind of procedure takes. */
function KindControls({ path }: { readonly path: string }) {
  const { choices, definition } = useEditing()
  const { value } = usePlace(`${path}.kind`)
  const ends = usePlace(`${path}.ends`).value
  const organs = Object.fromEntries(choices.organs.map(({ id, name }) => [id, name]))
  const addresses: Options = Object.fromEntries(
    (listAt(definition, 'fields') as readonly Field[])
      .filter(({ type }) => type === 'address')
      .map(({ id, label }) => [id, w(label.zh, label.en ?? label.zh)]),
  )
  return (
    <div className="columns">
      <Choice
        path={`${path}.kind`}
        label={EDITOR.stepKind}
        hint={EDITOR.stepKindHint}
        options={STEP_KIND_WORDS}
        optional
      />
      {value === 'joint-review' && (
        <Several
          path={`${path}.organs`}
          label={EDITOR.organsAsked}
          hint={EDITOR.organsAskedHint}
          options={organs}
          optional
        />
      )}
      {value === 'lower-review' && (
        <Choice
          path={`${path}.by-region-of`}
          label={EDITOR.byRegionOf}
          hint={EDITOR.byRegionOfHint}
          options={addresses}
          optional
        />
      )}
      {value === 'expert-review' && (
        <Count path={`${path}.experts`} label={EDITOR.experts} min={3} max={99} optional />
      )}
      {value === 'announcement' && <Period path={`${path}.announcement.days`} label={EDITOR.announced} />}
      {ends !== undefined && (
        <Count
          path={`${path}.signers`}
          label={EDITOR.signers}
          hint={EDITOR.signersHint}
          min={2}
          max={9}
          optional
        />
      )}
    </div>
  )
}

/** The way from acceptance to the decision, as the steps stand. */
function PathDrawing({
  steps,
  fields,
}: {
  readonly steps: readonly Step[]
  readonly fields: readonly Field[]
}) {
  const { t, language } = useWords()
  if (steps.length === 0) return null
  return (
    <figure className="path-drawing">
      <figcaption>{t(EDITOR.path)}</figcaption>
      <ol>
        {numbered(steps).map(({ key, member: step }) => {
          const next = (step.to ?? []).map((id) =>
            t(nameOf(steps.find((one) => one.id === id) ?? { name: { zh: id } })),
          )
          const ends = (step.ends ?? []).map((end) => t(OUTCOME_WORDS[end]))
          return (
            <li key={key}>
              <strong>{t(nameOf(step)) || step.id}</strong>
              <span className="quiet">
                {[step.by && t(STEP_ROLE_WORDS[step.by]), step.within && periodText(step.within, language)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {step.when && <span className="quiet">{conditionText(step.when, fields, language)}</span>}
              <span className="path-next">
                {ends.length > 0
                  ? `■ ${ends.join(' / ')}`
                  : next.length > 0
                    ? `→ ${next.join(' / ')}`
                    : '→ ?'}
              </span>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
