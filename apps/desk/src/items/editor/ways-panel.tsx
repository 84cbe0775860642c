import { PROCEDURES, type Step, type WayOfHandling, wayOf, withStepsLaid } from '@mashang/flow'
import { App, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { PROCEDURE_WORDS, WAYS } from '../../words/ways.ts'
import { useWords } from '../../words/words.ts'
import { useEditing } from './editing.ts'
import { isRec } from './paths.ts'

/** 办理方式: chosen in plain words, and the steps stand below, in the order of the law, to be edited. */
export function WaysPanel() {
  const { t, language } = useWords()
  const { message } = App.useApp()
  const { definition, setAll } = useEditing()
  const draft = isRec(definition) ? definition : {}
  const [way, setWay] = useState<WayOfHandling>(() => wayOf(draft))
  const change = (part: Partial<WayOfHandling>) => setWay({ ...way, ...part })
  const after = withStepsLaid(draft, way)
  const steps = after.steps as readonly Step[]
  const days = steps.reduce((sum, { within }) => sum + (Number.parseInt(within, 10) || 0), 0)
  function lay() {
    setAll(after)
    void message.success(t(WAYS.laid(steps.length)))
  }
  return (
    <section className="ways" aria-labelledby="ways-title">
      <h3 id="ways-title">{t(WAYS.title)}</h3>
      <p className="quiet">{t(WAYS.what)}</p>
      <fieldset className="choices">
        <legend className="legend">{t(WAYS.when)}</legend>
        <Radio.Group
          className="ways-choices"
          value={way.onTheSpot}
          options={[
            { value: false, label: t(WAYS.promised) },
            { value: true, label: t(WAYS.onTheSpot) },
          ]}
          onChange={({ target }) => change({ onTheSpot: target.value === true })}
        />
      </fieldset>
      {!way.onTheSpot && <Passes way={way} onWay={change} />}
      <fieldset className="choices">
        <legend className="legend">{t(WAYS.places)}</legend>
        <Radio.Group
          className="ways-choices"
          value={way.quota}
          options={[
            { value: 'none', label: t(WAYS.none) },
            { value: 'in-order', label: t(WAYS.inOrder) },
            { value: 'draw', label: t(WAYS.draw) },
          ]}
          onChange={({ target }) => change({ quota: target.value })}
        />
        {way.quota !== 'none' && <p className="hint">{t(WAYS.placesHint)}</p>}
      </fieldset>
      <p className="ways-outcome">
        <span className="quiet">{t(WAYS.willBe)}</span>{' '}
        {steps.map(({ name }) => nameIn(name, language)).join(' → ')}
        {days > 0 && (
          <span className="quiet">
            {' '}
            · {t(WAYS.inAll(language === 'zh' ? `${days} 个工作日` : `${days} working days`))}
          </span>
        )}
      </p>
      <Button type="primary" onClick={lay}>
        {t(WAYS.lay)}
      </Button>
    </section>
  )
}

/** Steps of a draft are whatever its author left there. */
const nameIn = (name: Step['name'] | undefined, language: 'zh' | 'en') =>
  (language === 'en' && name?.en) || name?.zh || '?'

interface PassesProps {
  readonly way: WayOfHandling
  onWay(part: Partial<WayOfHandling>): void
}

function Passes({ way, onWay }: PassesProps) {
  const { t } = useWords()
  return (
    <fieldset className="choices">
      <legend className="legend">{t(WAYS.passes)}</legend>
      <div className="ways-list">
        {PROCEDURES.map((one) => {
          const { label, what } = PROCEDURE_WORDS[one]
          const chosen = way.procedures.includes(one)
          return (
            <div key={one}>
              <Checkbox
                checked={chosen}
                aria-describedby={`ways-${one}`}
                onChange={() =>
                  onWay({
                    procedures: PROCEDURES.filter((other) =>
                      other === one ? !chosen : way.procedures.includes(other),
                    ),
                  })
                }
              >
                {t(label)}
              </Checkbox>
              <p className="hint" id={`ways-${one}`}>
                {t(what)}
              </p>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
