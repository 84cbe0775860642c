import type { ChargeView, FeesOfCase } from '@mashang/fees/contract'
import { FEE_DUE_WORDS } from '@mashang/flow'
import { formatMoney } from '@mashang/kit'
import { useQuery } from '@tanstack/react-query'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { CHARGE_STATUS, FEES, PAID_BY, REFUND_STATUS } from '../words/fees.ts'
import { useWords } from '../words/words.ts'
import { AnswerRequest } from './answer-request.tsx'
import { feesOfCaseQuery } from './fees-query.ts'
import { RaiseCharge } from './raise-charge.tsx'
import { AskRefund, PayRefund, RuleRefund } from './refund-forms.tsx'
import { TakePayment } from './take-payment.tsx'

/** What a case owes and paid, and what the reader may do about it. */
export function CaseFees({ id, quiet = false }: { readonly id: string; readonly quiet?: boolean }) {
  const { t } = useWords()
  const query = useQuery(feesOfCaseQuery(id))
  if (query.isPending) return quiet ? null : <Loading rows={4} />
  if (query.isError)
    return quiet ? null : <Failure error={query.error} onRetry={() => void query.refetch()} />
  const found = query.data
  // On the page of a free case there is nothing to say.
  if (quiet && found.state === 'free') return null
  return (
    <Panel title={t(FEES.title)} beside={found.charge && <StatusTag status={found.charge.status} />}>
      {found.charge ? <Charge found={found} charge={found.charge} /> : <NoCharge found={found} />}
    </Panel>
  )
}

export function StatusTag({ status }: { readonly status: ChargeView['status'] }) {
  const { t } = useWords()
  return <span className={status === 'owed' ? 'tag tag-soon' : 'tag'}>{t(CHARGE_STATUS[status])}</span>
}

function NoCharge({ found }: { readonly found: FeesOfCase }) {
  const { t } = useWords()
  if (found.state === 'free') return <p>{t(FEES.free)}</p>
  if (found.state === 'not-yet') return <p>{t(FEES.notYet)}</p>
  return (
    <>
      <p>{t(FEES.toAssess)}</p>
      <ul className="lines">
        {found.toAssess.map((fee) => (
          <li key={fee.name.zh}>
            <strong>{t(fee.name)}</strong> {t(fee.standard)} <span className="quiet">{fee.basis}</span>
          </li>
        ))}
      </ul>
      {found.actions.includes('raiseCharge') && <RaiseCharge found={found} />}
    </>
  )
}

function Charge({ found, charge }: { readonly found: FeesOfCase; readonly charge: ChargeView }) {
  const { t } = useWords()
  const may = (action: string) => found.actions.includes(action)
  const requested = charge.refunds.find(({ status }) => status === 'requested')
  const open = charge.refunds.find(({ status }) => status === 'asked')
  const approved = charge.refunds.find(({ status }) => status === 'approved')
  return (
    <>
      <ul className="lines charged">
        {charge.lines.map((line) => (
          <li key={line.name.zh}>
            <strong>{t(line.name)}</strong> {formatMoney(line.amount)}
            {line.how && <span className="quiet">{` ${line.how}`}</span>}
            {line.reduction && (
              <span className="quiet">{` −${line.reduction.percent}% ${t(line.reduction.reason)}`}</span>
            )}
            <span className="quiet">{` ${line.basis}`}</span>
          </li>
        ))}
      </ul>
      <ChargeFacts charge={charge} />
      {charge.refundable && (
        <p>
          {charge.refundable.amount > 0
            ? t(FEES.refundable(formatMoney(charge.refundable.amount)))
            : t(FEES.noRefundByRule)}
        </p>
      )}
      {may('takePayment') && <TakePayment id={found.caseId} charge={charge} />}
      {may('answerRefundRequest') && requested && (
        <AnswerRequest id={found.caseId} charge={charge} refund={requested} />
      )}
      {may('ruleRefund') && open && <RuleRefund id={found.caseId} charge={charge} refund={open} />}
      {may('payRefund') && approved && <PayRefund id={found.caseId} charge={charge} refund={approved} />}
      {may('askRefund') && !open && !requested && <AskRefund id={found.caseId} charge={charge} />}
    </>
  )
}

function ChargeFacts({ charge }: { readonly charge: ChargeView }) {
  const { t } = useWords()
  return (
    <dl className="facts">
      <Fact label={t(FEES.total)}>
        <strong>{formatMoney(charge.total)}</strong> {charge.capitals}
      </Fact>
      <Fact label={t(FEES.due)}>{t(FEE_DUE_WORDS[charge.due])}</Fact>
      <Fact label={t(FEES.payer)}>{charge.payer}</Fact>
      {charge.payment && (
        <Fact label={t(FEES.payment)} wide>
          {t(PAID_BY[charge.payment.method])} {formatMoney(charge.payment.amount)}
          {charge.payment.tendered !== undefined &&
            t(
              FEES.gaveChange(formatMoney(charge.payment.tendered), formatMoney(charge.payment.change ?? 0)),
            )}{' '}
          {fullInstant(charge.payment.at)} {charge.payment.by} ·{' '}
          <span className="quiet">{charge.payment.order}</span>
        </Fact>
      )}
      {charge.receipts.map((receipt) => (
        <Fact key={receipt.number} label={t(receipt.reverses ? FEES.red : FEES.receipts)}>
          <a href={receipt.href} target="_blank" rel="noreferrer">
            {receipt.code} {receipt.number}
          </a>{' '}
          {formatMoney(receipt.amount)} {receipt.isVoid && t(FEES.void)}
        </Fact>
      ))}
      {charge.sentBack.map((one) => (
        <Fact key={one.order} label={t(FEES.sentBack)}>
          {formatMoney(one.amount)} {one.order}
        </Fact>
      ))}
      {charge.refunds.map((refund) => (
        <Fact key={refund.id} label={t(FEES.refunds)} wide>
          {formatMoney(refund.amount)} · {t(REFUND_STATUS[refund.status])} · {refund.askedBy}
          <br />
          <span className="quiet">
            {refund.reason}
            {refund.note && ` — ${refund.ruledBy}：${refund.note}`}
          </span>
        </Fact>
      ))}
    </dl>
  )
}
