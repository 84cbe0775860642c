import type { FollowUpStep, RatingView } from '@mashang/hall/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { hall } from '../api/calls.ts'
import { LongText } from '../case/actions/long-text.tsx'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { FOUND, RATINGS } from '../words/ratings.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly view: RatingView
}

/** What this reader may do about the rating now, the next step first. */
export function RatingActions({ view }: Props) {
  const { t } = useWords()
  const may = (name: string) => view.actions.includes(name)
  return (
    <aside className="actions" aria-label={t(RATINGS.acts)}>
      <h2 className="actions-title">{t(RATINGS.acts)}</h2>
      {view.actions.length === 0 && (
        <div className="panel">
          <p>{t(RATINGS.nothingToDo)}</p>
        </div>
      )}
      {may('continueFollowUp') && <NextStep view={view} />}
      {may('appealRating') && <Appeal view={view} />}
      {may('ruleOnRating') && <Ruling view={view} />}
      {may('reviewWords') && <Review view={view} />}
    </aside>
  )
}

/** Writes, then shows the rating as it is by then, here and in the lists. */
function useRatingWrite(view: RatingView) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { pending, refusal, write } = useWrite<RatingView>()
  const params = { id: view.id }
  const expected = view.revision
  async function send(run: Parameters<typeof write>[1], content: unknown) {
    const done = await write(content, run)
    if (!done) return
    void message.success(t(RATINGS.done))
    await client.invalidateQueries({ queryKey: ['rating', view.id] })
    void client.invalidateQueries({ queryKey: ['ratings'] })
  }
  return { pending, refusal, params, expected, send }
}

type Found = keyof typeof FOUND
type Outcome = 'stands' | 'excluded'
type StepKind = FollowUpStep['kind']

/** Which step comes next; called back again as long as nobody was reached. */
function nextIn({ followUp }: RatingView): StepKind {
  if (!followUp || followUp.callBacks.length === 0) return 'called-back'
  if (!followUp.verification) return 'verified'
  if (!followUp.fix && followUp.verification.found !== 'not-true') return 'fixed'
  return 'answered'
}

const STEP_WORDS = {
  'called-back': RATINGS.callBack,
  verified: RATINGS.verify,
  fixed: RATINGS.fix,
  answered: RATINGS.answer,
} as const

function NextStep({ view }: Props) {
  const { t } = useWords()
  const kind = nextIn(view)
  const { pending, refusal, params, expected, send } = useRatingWrite(view)
  const [text, setText] = useState('')
  const [reached, setReached] = useState(true)
  const [found, setFound] = useState<Found>('true')
  const step = stepOf(kind, text.trim(), reached, found)
  return (
    <section className="panel act-form">
      <h3>{t(STEP_WORDS[kind])}</h3>
      <RefusalNote refusal={refusal} />
      {kind === 'called-back' && (
        <Choice
          label={t(RATINGS.callBack)}
          value={reached ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t(RATINGS.reached) },
            { value: 'no', label: t(RATINGS.notReached) },
          ]}
          onChoose={(value) => setReached(value === 'yes')}
        />
      )}
      {kind === 'verified' && (
        <Choice<Found>
          label={t(RATINGS.found)}
          value={found}
          options={(['true', 'partly-true', 'not-true'] as const).map((value) => ({
            value,
            label: t(FOUND[value]),
          }))}
          onChoose={setFound}
        />
      )}
      <LongText
        label={t(kind === 'answered' ? RATINGS.answer : RATINGS.note)}
        {...(kind === 'answered' ? { hint: t(RATINGS.answerHint) } : {})}
        value={text}
        most={1000}
        rows={4}
        onType={setText}
      />
      <Button
        type="primary"
        loading={pending}
        disabled={text.trim().length < 2}
        onClick={() =>
          void send((key) => hall.continueFollowUp({ params, input: { expected, step }, key }), step)
        }
      >
        {t(RATINGS.save)}
      </Button>
    </section>
  )
}

function stepOf(kind: StepKind, text: string, reached: boolean, found: Found): FollowUpStep {
  switch (kind) {
    case 'called-back':
      return { kind, reached, note: text }
    case 'verified':
      return { kind, found, note: text }
    case 'fixed':
      return { kind, note: text }
    case 'answered':
      return { kind, text }
  }
}

function Appeal({ view }: Props) {
  const { t } = useWords()
  const { pending, refusal, params, expected, send } = useRatingWrite(view)
  const [grounds, setGrounds] = useState('')
  const input = { expected, grounds: grounds.trim() }
  return (
    <section className="panel act-form">
      <h3>{t(RATINGS.appeal)}</h3>
      <p className="quiet">{t(RATINGS.appealWhat)}</p>
      <RefusalNote refusal={refusal} />
      <LongText label={t(RATINGS.grounds)} value={grounds} most={1000} onType={setGrounds} />
      <Button
        loading={pending}
        disabled={input.grounds.length < 5}
        onClick={() => void send((key) => hall.appealRating({ params, input, key }), input)}
      >
        {t(RATINGS.sendAppeal)}
      </Button>
    </section>
  )
}

function Ruling({ view }: Props) {
  const { t } = useWords()
  const { pending, refusal, params, expected, send } = useRatingWrite(view)
  const [outcome, setOutcome] = useState<Outcome>('stands')
  const [reasons, setReasons] = useState('')
  const input = { expected, outcome, reasons: reasons.trim() }
  return (
    <section className="panel act-form">
      <h3>{t(RATINGS.ruling)}</h3>
      <p className="quiet">{t(RATINGS.rulingWhat)}</p>
      <RefusalNote refusal={refusal} />
      <Choice<Outcome>
        label={t(RATINGS.ruling)}
        value={outcome}
        options={(['stands', 'excluded'] as const).map((value) => ({ value, label: t(RATINGS[value]) }))}
        onChoose={setOutcome}
      />
      <LongText label={t(RATINGS.reasonsOfRuling)} value={reasons} most={1000} onType={setReasons} />
      <Button
        type="primary"
        loading={pending}
        disabled={input.reasons.length < 5}
        onClick={() => void send((key) => hall.ruleOnRating({ params, input, key }), input)}
      >
        {t(RATINGS.rule)}
      </Button>
    </section>
  )
}

function Review({ view }: Props) {
  const { t } = useWords()
  const { pending, refusal, params, expected, send } = useRatingWrite(view)
  const [text, setText] = useState(view.given?.words ?? '')
  const [reason, setReason] = useState('')
  const review = (outcome: 'published' | 'withheld', words: string) => {
    const input = { expected, outcome, text: words.trim() }
    void send((key) => hall.reviewWords({ params, input, key }), input)
  }
  return (
    <section className="panel act-form">
      <h3>{t(RATINGS.review)}</h3>
      <p className="quiet">{t(RATINGS.reviewWhat)}</p>
      <RefusalNote refusal={refusal} />
      <LongText label={t(RATINGS.publicText)} value={text} most={500} onType={setText} />
      <Button
        type="primary"
        loading={pending}
        disabled={text.trim().length < 2}
        onClick={() => review('published', text)}
      >
        {t(RATINGS.publish)}
      </Button>
      <LongText label={t(RATINGS.withholdReason)} value={reason} most={500} rows={2} onType={setReason} />
      <Button
        loading={pending}
        disabled={reason.trim().length < 2}
        onClick={() => review('withheld', reason)}
      >
        {t(RATINGS.withhold)}
      </Button>
    </section>
  )
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  onChoose(value: V): void
}

function Choice<V extends string>({ label, value, options, onChoose }: ChoiceProps<V>) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Select<V> id={id} className="act-choice" value={value} options={[...options]} onChange={onChoose} />
      )}
    </Labelled>
  )
}
