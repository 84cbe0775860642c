import type { ChargeView } from '@mashang/fees/contract'
import { formatMoney } from '@mashang/kit'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { fees } from '../api/calls.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { FEES, PAID_BY } from '../words/fees.ts'
import { useWords } from '../words/words.ts'
import { fenOf, MoneyInput } from './money-input.tsx'
import { useFeesWrite } from './use-fees-write.ts'

/** 窗口收款: cash with its change, or a card with its voucher. */
export function TakePayment({ id, charge }: { readonly id: string; readonly charge: ChargeView }) {
  const { t } = useWords()
  const [method, setMethod] = useState<'cash' | 'card'>('cash')
  const [tendered, setTendered] = useState('')
  const [voucher, setVoucher] = useState('')
  const { pending, refusal, send } = useFeesWrite(FEES.taken)
  const given = fenOf(tendered)
  const change = given === undefined ? undefined : given - charge.total

  function take() {
    const proof = method === 'cash' ? { tendered: given ?? 0 } : { voucher: voucher.trim() }
    const input = { expected: charge.revision, method, ...proof }
    void send({ id, ...input }, (key) => fees.takePayment({ params: { id }, input, key }))
  }

  return (
    <fieldset className="member">
      <legend>{t(FEES.take)}</legend>
      <RefusalNote refusal={refusal} />
      <Radio.Group
        aria-label={t(FEES.method)}
        value={method}
        onChange={(event) => setMethod(event.target.value === 'card' ? 'card' : 'cash')}
        options={[
          { value: 'cash', label: t(PAID_BY.cash) },
          { value: 'card', label: t(PAID_BY.card) },
        ]}
      />
      {method === 'cash' ? (
        <MoneyInput label={FEES.tendered} text={tendered} onText={setTendered} />
      ) : (
        <Labelled label={t(FEES.voucher)}>
          {(field) => (
            <Input
              id={field}
              value={voucher}
              maxLength={40}
              onChange={(event) => setVoucher(event.target.value)}
            />
          )}
        </Labelled>
      )}
      {method === 'cash' && change !== undefined && change >= 0 && (
        <p aria-live="polite">
          <strong>{t(FEES.change(formatMoney(change)))}</strong>
        </p>
      )}
      <Button type="primary" loading={pending} onClick={take}>
        {t(FEES.take)} {formatMoney(charge.total)}
      </Button>
    </fieldset>
  )
}
