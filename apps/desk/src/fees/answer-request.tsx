import type { ChargeView, RefundView } from '@mashang/fees/contract'
import { formatMoney } from '@mashang/kit'
import { Button } from 'antd'
import { useState } from 'react'
import { fees } from '../api/calls.ts'
import { Fact } from '../case/facts/panel.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { FEES, REFUND_CAUSE } from '../words/fees.ts'
import { useWords } from '../words/words.ts'
import { fenOf, MoneyInput, yuanOf } from './money-input.tsx'
import { Reason } from './refund-forms.tsx'
import { useFeesWrite } from './use-fees-write.ts'

interface Props {
  readonly id: string
  readonly charge: ChargeView
  readonly refund: RefundView
}

/** 答复退费申请: the payer's request, taken up for an amount that another then approves, or declined with a reason. */
export function AnswerRequest({ id, charge, refund }: Props) {
  const { t } = useWords()
  const [text, setText] = useState(yuanOf(refund.amount))
  const [note, setNote] = useState('')
  const { pending, refusal, send } = useFeesWrite(FEES.answered)
  const amount = fenOf(text) ?? 0
  const unsaid = note.trim().length < 2

  function answer(outcome: 'taken-up' | 'declined') {
    const input = { expected: charge.revision, outcome, amount, note: note.trim() }
    const params = { id, refund: refund.id }
    void send({ ...params, ...input }, (key) => fees.answerRefundRequest({ params, input, key }))
  }

  return (
    <fieldset className="member">
      <legend>{t(FEES.request)}</legend>
      {refund.request && (
        <dl className="facts">
          <Fact label={t(FEES.cause)}>{t(REFUND_CAUSE[refund.request.cause])}</Fact>
          <Fact label={t(FEES.requested)}>{formatMoney(refund.request.amount)}</Fact>
          <Fact label={t(FEES.says)} wide>
            {refund.request.reason}
          </Fact>
        </dl>
      )}
      <RefusalNote refusal={refusal} />
      <MoneyInput label={FEES.amountYuan} text={text} onText={setText} />
      <Reason label={t(FEES.found)} text={note} onText={setNote} />
      <div className="button-row">
        <Button
          type="primary"
          loading={pending}
          disabled={unsaid || amount === 0}
          onClick={() => answer('taken-up')}
        >
          {t(FEES.takeUp)}
        </Button>
        <Button danger loading={pending} disabled={unsaid} onClick={() => answer('declined')}>
          {t(FEES.declineRequest)}
        </Button>
      </div>
    </fieldset>
  )
}
