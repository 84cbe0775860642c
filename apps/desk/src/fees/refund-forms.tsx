import type { ChargeView, RefundView } from '@mashang/fees/contract'
import { formatMoney } from '@mashang/kit'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { fees } from '../api/calls.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { FEES } from '../words/fees.ts'
import { useWords } from '../words/words.ts'
import { fenOf, MoneyInput, yuanOf } from './money-input.tsx'
import { useFeesWrite } from './use-fees-write.ts'

interface Props {
  readonly id: string
  readonly charge: ChargeView
}

/** 申请退费: how much, on what grounds, why. */
export function AskRefund({ id, charge }: Props) {
  const { t } = useWords()
  const byRule = charge.refundable?.amount ?? 0
  const [grounds, setGrounds] = useState<'by-rule' | 'mistake'>(byRule > 0 ? 'by-rule' : 'mistake')
  const [text, setText] = useState(byRule > 0 ? yuanOf(byRule) : '')
  const [reason, setReason] = useState('')
  const { pending, refusal, send } = useFeesWrite(FEES.asked)
  const amount = fenOf(text)

  function ask() {
    const input = { expected: charge.revision, amount: amount ?? 0, grounds, reason: reason.trim() }
    void send({ id, ...input }, (key) => fees.askRefund({ params: { id }, input, key }))
  }

  return (
    <details>
      <summary>{t(FEES.askRefund)}</summary>
      <RefusalNote refusal={refusal} />
      <Radio.Group
        aria-label={t(FEES.grounds)}
        value={grounds}
        onChange={(event) => setGrounds(event.target.value === 'by-rule' ? 'by-rule' : 'mistake')}
        options={[
          { value: 'by-rule', label: t(FEES.byRule), disabled: byRule === 0 },
          { value: 'mistake', label: t(FEES.mistake) },
        ]}
      />
      <MoneyInput label={FEES.amountYuan} text={text} onText={setText} />
      <Reason label={t(FEES.reason)} text={reason} onText={setReason} />
      <Button loading={pending} disabled={!amount || reason.trim().length < 2} onClick={ask}>
        {t(FEES.askRefund)}
      </Button>
    </details>
  )
}

/** 退费审批: by another than who asked. */
export function RuleRefund({ id, charge, refund }: Props & { readonly refund: RefundView }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const { pending, refusal, send } = useFeesWrite(FEES.ruled)
  const rule = (outcome: 'approved' | 'refused') => {
    const input = { expected: charge.revision, outcome, note: note.trim() }
    const params = { id, refund: refund.id }
    void send({ ...params, ...input }, (key) => fees.ruleRefund({ params, input, key }))
  }
  return (
    <fieldset className="member">
      <legend>
        {t(FEES.approve)} {formatMoney(refund.amount)}
      </legend>
      <RefusalNote refusal={refusal} />
      <Reason label={t(FEES.ruling)} text={note} onText={setNote} />
      <div className="button-row">
        <Button type="primary" loading={pending} onClick={() => rule('approved')}>
          {t(FEES.approve)}
        </Button>
        <Button danger loading={pending} disabled={note.trim().length < 2} onClick={() => rule('refused')}>
          {t(FEES.refuse)}
        </Button>
      </div>
    </fieldset>
  )
}

/** 退款: cash over the counter, or back to the card. */
export function PayRefund({ id, charge, refund }: Props & { readonly refund: RefundView }) {
  const { t } = useWords()
  const [voucher, setVoucher] = useState('')
  const { pending, refusal, send } = useFeesWrite(FEES.paidOut)
  const card = charge.payment?.method === 'card'
  function pay() {
    const input = { expected: charge.revision, ...(card ? { voucher: voucher.trim() } : {}) }
    const params = { id, refund: refund.id }
    void send({ ...params, ...input }, (key) => fees.payRefund({ params, input, key }))
  }
  return (
    <fieldset className="member">
      <legend>{t(FEES.payOut)}</legend>
      <RefusalNote refusal={refusal} />
      {card && (
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
      <Button type="primary" loading={pending} onClick={pay}>
        {t(FEES.payOut)} {formatMoney(refund.amount)}
      </Button>
    </fieldset>
  )
}

export function Reason({ label, text, onText }: { label: string; text: string; onText(text: string): void }) {
  return (
    <Labelled label={label}>
      {(field) => (
        <Input.TextArea
          id={field}
          rows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Labelled>
  )
}
