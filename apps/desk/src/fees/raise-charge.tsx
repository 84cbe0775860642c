import type { FeesOfCase } from '@mashang/fees/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { fees } from '../api/calls.ts'
import { RefusalNote } from '../show/refusal-note.tsx'
import { FEES } from '../words/fees.ts'
import { useWords, w } from '../words/words.ts'
import { fenOf, MoneyInput } from './money-input.tsx'
import { useFeesWrite } from './use-fees-write.ts'

/** 核定: an amount for each fee that no rule reckons. */
export function RaiseCharge({ found }: { readonly found: FeesOfCase }) {
  const { t } = useWords()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const { pending, refusal, send } = useFeesWrite(FEES.assess)
  const amounts = found.toAssess.flatMap(({ name }) => {
    const amount = fenOf(texts[name.zh] ?? '')
    return amount === undefined ? [] : [{ name: name.zh, amount }]
  })
  const params = { id: found.caseId }
  return (
    <fieldset className="member">
      <legend>{t(FEES.assess)}</legend>
      <RefusalNote refusal={refusal} />
      {found.toAssess.map(({ name }) => (
        <MoneyInput
          key={name.zh}
          label={w(`${name.zh}（元）`, `${name.en ?? name.zh} (yuan)`)}
          text={texts[name.zh] ?? ''}
          onText={(text) => setTexts({ ...texts, [name.zh]: text })}
        />
      ))}
      <Button
        type="primary"
        loading={pending}
        disabled={amounts.length < found.toAssess.length}
        onClick={() =>
          void send({ ...params, amounts }, (key) => fees.raiseCharge({ params, input: { amounts }, key }))
        }
      >
        {t(FEES.assess)}
      </Button>
    </fieldset>
  )
}
