import type { ChargeView, FeesOfCase } from '@mashang/fees/contract'
import { formatMoney } from '@mashang/kit'
import { FEE_DUE_WORDS } from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { Moment } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'

export const CHARGE_STATUS = {
  owed: { zh: '待缴费', en: 'To be paid' },
  paid: { zh: '已缴费', en: 'Paid' },
  'part-refunded': { zh: '已部分退费', en: 'Partly refunded' },
  refunded: { zh: '已退费', en: 'Refunded' },
  closed: { zh: '不用缴费', en: 'Nothing to pay' },
} as const

const METHOD = {
  cash: { zh: '窗口现金', en: 'Cash at the window' },
  card: { zh: '窗口银行卡', en: 'Card at the window' },
  online: { zh: '网上支付', en: 'Online' },
} as const

const SENT_BACK = {
  'paid-already': { zh: '已经缴过费', en: 'it had been paid already' },
  expired: { zh: '订单已过期', en: 'the order had expired' },
  closed: { zh: '办件已经结束', en: 'the case had ended' },
} as const

/** What is charged, line by line, with its reckoning and its basis. */
export function FeeLines({ lines, total }: { lines: FeesOfCase['expected']; total: number }) {
  const { say } = useView()
  return (
    <div className="sheet">
      <ul className="fees">
        {lines.map((line) => (
          <li key={line.name.zh}>
            <h3>
              <Said of={line.name} />
              <b className="number">{formatMoney(line.amount)}</b>
            </h3>
            {line.how ? (
              <p className="number">
                {line.how} = {formatMoney(line.full)}
              </p>
            ) : null}
            {line.reduction ? (
              <p>
                {say(`减收 ${line.reduction.percent}%：`, `${line.reduction.percent}% off: `)}
                <Said of={line.reduction.reason} />
                {say('（', ' (')}
                <span lang="zh-CN">{line.reduction.basis}</span>
                {say('）', ')')}
              </p>
            ) : null}
            <p className="hint">
              {say('收费依据：', 'Basis: ')}
              <span lang="zh-CN">{line.basis}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className="fee-total">
        {say('合计', 'Total')} <b className="number">{formatMoney(total)}</b>
      </p>
    </div>
  )
}

/** The amount in capitals, when it is due, and who asks. */
export function ChargeFacts({ charge }: { charge: ChargeView }) {
  const { say, language } = useView()
  return (
    <Facts
      rows={[
        { label: say('大写', 'In capitals'), value: charge.capitals, asIssued: true },
        { label: say('缴费时间', 'When'), value: FEE_DUE_WORDS[charge.due][language] },
        { label: say('交款人', 'Payer'), value: charge.payer },
        { label: say('开具时间', 'Asked for'), value: <Moment at={charge.raisedAt} /> },
      ]}
    />
  )
}

/** How it was paid, what was sent back, what was refunded. */
export function Paid({ charge }: { charge: ChargeView }) {
  const { say, text } = useView()
  const { payment } = charge
  if (!payment && charge.sentBack.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="paid">
      <h2 id="paid">{say('缴费情况', 'What was paid')}</h2>
      {payment ? (
        <Facts
          rows={[
            { label: say('金额', 'Amount'), value: <b className="number">{formatMoney(payment.amount)}</b> },
            { label: say('方式', 'How'), value: text(METHOD[payment.method]) },
            { label: say('时间', 'When'), value: <Moment at={payment.at} /> },
            { label: say('订单号', 'Order'), value: <span className="code">{payment.order}</span> },
            charge.refunded > 0
              ? {
                  label: say('已退', 'Refunded'),
                  value: <b className="number">{formatMoney(charge.refunded)}</b>,
                }
              : undefined,
          ]}
        />
      ) : null}
      {charge.sentBack.map((one) => (
        <p key={one.order}>
          <Icon name="back" />{' '}
          {say(
            `订单 ${one.order} 的 ${formatMoney(one.amount)} 已原路退回：`,
            `${formatMoney(one.amount)} of the order ${one.order} was sent back: `,
          )}
          {text(SENT_BACK[one.why as keyof typeof SENT_BACK])}
        </p>
      ))}
    </section>
  )
}

/** Each refund: how far it has come, what was asked and what was answered. */
export function Refunds({ charge }: { charge: ChargeView }) {
  const { say, text } = useView()
  if (charge.refunds.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="refunds">
      <h2 id="refunds">{say('退费', 'Refunds')}</h2>
      <ul className="rows">
        {charge.refunds.map((refund) => (
          <li key={refund.id}>
            <div>
              <p>
                <b className="number">{formatMoney(refund.amount)}</b> · {text(REFUND_STATUS[refund.status])}
                <br />
                <span className="hint">
                  <Moment at={refund.request?.at ?? refund.askedAt} />
                </span>
              </p>
              {refund.request ? (
                <p>
                  {text(REFUND_CAUSE[refund.request.cause])}
                  {say('：', ': ')}
                  <span lang="zh-CN">{refund.request.reason}</span>
                </p>
              ) : null}
              {refund.reason !== refund.request?.reason ? (
                <p>
                  {refund.request ? say('核实情况：', 'What was found: ') : say('原因：', 'Reason: ')}
                  <span lang="zh-CN">{refund.reason}</span>
                </p>
              ) : null}
              {refund.note ? (
                <p>
                  {say('答复：', 'Answer: ')}
                  <span lang="zh-CN">{refund.note}</span>
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const REFUND_CAUSE = {
  'paid-twice': { zh: '重复缴费', en: 'I paid twice' },
  'too-much': { zh: '多缴了', en: 'I paid too much' },
  'not-due': { zh: '不该缴这笔费', en: 'I should not have been charged' },
  other: { zh: '其他', en: 'Something else' },
} as const

const REFUND_STATUS = {
  requested: { zh: '已申请，正在核实', en: 'asked for, being looked into' },
  declined: { zh: '不予退费', en: 'declined' },
  asked: { zh: '已核实，等待审批', en: 'looked into, waiting for approval' },
  approved: { zh: '已批准，等待退款', en: 'approved, to be paid out' },
  refused: { zh: '没有批准', en: 'not approved' },
  paid: { zh: '已退款', en: 'paid out' },
} as const

/** Receipts as they stand: which counts, which was reversed. */
export function Receipts({ charge }: { charge: ChargeView }) {
  const { say } = useView()
  if (charge.receipts.length === 0) return null
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts">{say('电子票据', 'Electronic receipts')}</h2>
      <ul className="documents sheet">
        {charge.receipts.map((receipt) => (
          <li key={receipt.number}>
            <Icon name="file" />
            <div>
              <a href={receipt.href}>
                {receipt.reverses
                  ? say('红字电子票据（PDF）', 'Red receipt (PDF)')
                  : say('非税收入电子票据（PDF）', 'Electronic receipt (PDF)')}
              </a>{' '}
              <b className="number">{formatMoney(receipt.amount)}</b>
              {receipt.isVoid ? say('（已作废）', ' (void)') : null}
              <p className="hint">
                {say('代码', 'Code')} <span className="code">{receipt.code}</span> · {say('号码', 'number')}{' '}
                <span className="code">{receipt.number}</span> · {say('校验码', 'check')}{' '}
                <span className="code">{receipt.check}</span> · <Moment at={receipt.at} />
              </p>
              <p>
                <a href={`/verify/fees?code=${receipt.code}&number=${receipt.number}&check=${receipt.check}`}>
                  {say('公开查验', 'Check it publicly')}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="hint">
        {say('刚开的票据几秒后可以打开。', 'A receipt that was just given can be opened within seconds.')}
      </p>
    </section>
  )
}
