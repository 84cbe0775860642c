import { ELEMENT_WORDS, FEE_DUE_WORDS, type Field, PART_WORDS, REFUND_AFTER_WORDS } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import { EDITOR } from '../../words/editor.ts'
import { useWords, w } from '../../words/words.ts'
import { BasisControls } from './basis-controls.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { Choice, Count, type Options, Pair, Several, YesNo } from './controls.tsx'
import { useEditing, usePlace } from './editing.ts'
import { listAt } from './paths.ts'
import { Repeated } from './repeated.tsx'

const named = (key: string): Words => ELEMENT_WORDS[key] ?? PART_WORDS[key] ?? w(key, key)

/** Largest amount that one fee can have here: a hundred million yuan. */
const MOST = 100_000_000

/** 收费: what is asked for, how it is reckoned from the form, what is let off, when it is due and given back. */
export function FeesSection() {
  return (
    <>
      <YesNo path="online-payment" label={named('online-payment')} />
      <Repeated
        path="fees"
        one={EDITOR.fee}
        make={() => ({ name: { zh: '' }, standard: { zh: '' }, basis: { law: '' } })}
      >
        {(path) => <FeeControls path={path} />}
      </Repeated>
    </>
  )
}

function FeeControls({ path }: { readonly path: string }) {
  const { t } = useWords()
  const { definition } = useEditing()
  const fields = listAt(definition, 'fields') as readonly Field[]
  const when = usePlace(`${path}.when`)
  return (
    <>
      <Pair path={`${path}.name`} label={named('name')} />
      <div className="columns">
        <Count
          path={`${path}.amount`}
          label={named('amount')}
          hint={EDITOR.amountHint}
          factor={100}
          max={MOST}
          optional
        />
        <Choice
          path={`${path}.due`}
          label={named('due')}
          hint={EDITOR.feeDueHint}
          options={FEE_DUE_WORDS}
          optional
        />
      </div>
      <Pair path={`${path}.standard`} label={named('standard')} long />
      <BasisControls path={`${path}.basis`} />
      <ReckoningControls path={`${path}.reckon`} fields={fields} />
      <ConditionEditor
        label={t(EDITOR.feeWhen)}
        value={when.value}
        fields={fields}
        error={when.error}
        onValue={when.set}
      />
      <Repeated
        path={`${path}.reductions`}
        one={EDITOR.reduction}
        optional
        make={() => ({
          when: { field: fields[0]?.id ?? '', filled: true },
          percent: 100,
          reason: { zh: '' },
          basis: { law: '' },
        })}
      >
        {(reduction) => <ReductionControls path={reduction} fields={fields} />}
      </Repeated>
      <Repeated
        path={`${path}.refunds`}
        one={EDITOR.refundRule}
        optional
        make={() => ({ after: 'withdrawn', percent: 100 })}
      >
        {(refund) => (
          <div className="columns">
            <Choice path={`${refund}.after`} label={named('after')} options={REFUND_AFTER_WORDS} />
            <Count path={`${refund}.percent`} label={EDITOR.refundPercent} min={1} max={100} />
          </div>
        )}
      </Repeated>
    </>
  )
}

interface Props {
  readonly path: string
  readonly fields: readonly Field[]
}

/** From the form: a unit price, a price by choice, or steps of a number; times what is counted. */
function ReckoningControls({ path, fields }: Props) {
  const { value, error } = usePlace(path)
  const tiers = usePlace(`${path}.tiers`)
  const rates = usePlace(`${path}.rates`)
  const reckon = (value ?? {}) as { rates?: unknown; tiers?: unknown }
  const ofTypes = (types: readonly Field['type'][]): Options =>
    Object.fromEntries(
      fields
        .filter(({ type }) => types.includes(type))
        .map(({ id, label }) => [id, w(label.zh, label.en ?? label.zh)]),
    )
  return (
    <>
      {[error, tiers.error, rates.error].filter(Boolean).map((one) => (
        <p key={one} className="field-error">
          {one}
        </p>
      ))}
      <div className="columns">
        <Count
          path={`${path}.unit`}
          label={EDITOR.unitPrice}
          hint={EDITOR.unitPriceHint}
          factor={100}
          max={MOST}
          optional
        />
        <Choice path={`${path}.rates.by`} label={EDITOR.ratesBy} options={ofTypes(['choice'])} optional />
        <Choice path={`${path}.tiers.by`} label={EDITOR.tiersBy} options={ofTypes(['number'])} optional />
      </div>
      {reckon.rates !== undefined && <Rates path={`${path}.rates`} fields={fields} />}
      {reckon.tiers !== undefined && (
        <Repeated path={`${path}.tiers.of`} one={EDITOR.tier} optional make={() => ({ amount: 0 })}>
          {(tier) => (
            <div className="columns">
              <Count path={`${tier}.upto`} label={EDITOR.upto} hint={EDITOR.uptoHint} max={1e9} optional />
              <Count path={`${tier}.amount`} label={named('amount')} factor={100} max={MOST} />
            </div>
          )}
        </Repeated>
      )}
      <Several
        path={`${path}.per`}
        label={EDITOR.per}
        options={ofTypes(['number', 'choices', 'list'])}
        optional
      />
      <div className="columns">
        <Count path={`${path}.free`} label={named('free')} max={1e6} optional />
        <Count path={`${path}.most`} label={named('most')} factor={100} max={MOST} optional />
      </div>
    </>
  )
}

function Rates({ path, fields }: Props) {
  const { value: by } = usePlace(`${path}.by`)
  const options: Options = Object.fromEntries(
    (fields.find(({ id }) => id === by)?.options ?? []).map(({ value, label }) => [
      value,
      w(label.zh, label.en ?? label.zh),
    ]),
  )
  return (
    <Repeated path={`${path}.of`} one={EDITOR.rate} optional make={() => ({ is: '', amount: 0 })}>
      {(rate) => (
        <div className="columns">
          <Choice path={`${rate}.is`} label={EDITOR.value} options={options} />
          <Count path={`${rate}.amount`} label={EDITOR.unitPrice} factor={100} max={MOST} />
        </div>
      )}
    </Repeated>
  )
}

function ReductionControls({ path, fields }: Props) {
  const { t } = useWords()
  const when = usePlace(`${path}.when`)
  return (
    <>
      <ConditionEditor
        label={t(EDITOR.reductionWhen)}
        value={when.value}
        fields={fields}
        error={when.error}
        onValue={when.set}
      />
      <Count path={`${path}.percent`} label={EDITOR.letOff} min={1} max={100} />
      <Pair path={`${path}.reason`} label={named('reason')} />
      <BasisControls path={`${path}.basis`} />
    </>
  )
}
