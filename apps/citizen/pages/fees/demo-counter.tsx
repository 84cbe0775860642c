import type { feesEndpoints } from '@mashang/fees/contract'
import { formatMoney, isRefusal, type OutputOf } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Moment } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'

const own = { for: 'some', citizen: true, row: 'own-charge' } as const

/** The demonstration's counter: it stands where a bank's page would, and says that no money moves. */
export const demoCounterRoutes: readonly Route[] = [
  { method: 'GET', path: '/pay/demo/:order', access: own, show: showCounter },
  { method: 'POST', path: '/pay/demo/:order', access: own, show: payThere },
]

type Order = OutputOf<(typeof feesEndpoints)['getDemoOrder']>

async function showCounter({ request, view, fees }: Visit): Promise<Shown> {
  const order = await fees.getDemoOrder({ params: { order: request.params.order ?? '' } })
  if (isRefusal(order)) return order
  return {
    title: view.say('演示收银台', 'Demonstration counter'),
    section: 'mine',
    focused: true,
    crumbs: [{ label: view.say('返回缴费', 'Back to the payment'), href: order.backTo }],
    main: <Counter order={order} csrfToken={request.csrfToken} />,
  }
}

async function payThere({ request, fees }: Visit): Promise<Shown> {
  const paid = await fees.payAtDemoCounter({ params: { order: request.params.order ?? '' }, input: {} })
  return isRefusal(paid) ? paid : { redirect: paid.backTo }
}

function Counter({ order, csrfToken }: { order: Order; csrfToken: string }) {
  const { say } = useView()
  return (
    <div className="wrap narrow case">
      <h1>{say('演示收银台', 'Demonstration counter')}</h1>
      <Notice
        kind="soon"
        title={say('这是演示，不会动用任何资金', 'This is a demonstration; no money moves')}
      >
        <p>
          {say(
            '正式使用时，这里是银行或省统一支付平台的付款页面。请不要在这里填写任何银行卡信息。',
            'In real use a bank’s or the province’s page stands here. Do not enter any card details.',
          )}
        </p>
      </Notice>
      <div className="sheet">
        <Facts
          rows={[
            { label: say('订单号', 'Order'), value: <b className="code">{order.order}</b> },
            { label: say('用途', 'For'), value: order.subject, asIssued: true },
            {
              label: say('应付金额', 'Amount'),
              value: <b className="number fee-amount">{formatMoney(order.amount)}</b>,
            },
            { label: say('有效至', 'Valid until'), value: <Moment at={order.expires} /> },
          ]}
        />
        {order.paid ? (
          <p>{say('这个订单已经付过款。', 'This order has been paid.')}</p>
        ) : (
          <form method="post" action={`/pay/demo/${order.order}`} data-once="">
            <Hidden values={{ _csrf: csrfToken }} />
            <div className="buttons">
              <button type="submit" className="button">
                {say('模拟付款成功', 'Pretend that it was paid')}
              </button>
              <a className="button button-second" href={order.backTo}>
                {say('不付，返回', 'Go back without paying')}
              </a>
            </div>
          </form>
        )}
      </div>
    </div>
  )
}
