import type { FeesOfCase } from '@mashang/fees/contract'
import { formatMoney, isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Empty, Notice } from '../../parts/notice.tsx'
import { CHARGE_STATUS, ChargeFacts, FeeLines, Paid, Receipts, Refunds } from './charge-parts.tsx'

const own = { for: 'some', citizen: true, row: 'own-charge' } as const

export const feesRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/applications/:id/fees', access: own, show: showFees },
  { method: 'POST', path: '/my/applications/:id/fees/pay', access: own, show: pay },
  { method: 'POST', path: '/my/applications/:id/fees/check', access: own, show: check },
]

async function showFees({ request, view, fees }: Visit): Promise<Shown> {
  const found = await fees.getMyFees({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  return {
    title: view.say('缴费', 'Payment'),
    section: 'mine',
    crumbs: [
      { label: view.say('我的办件', 'My cases'), href: '/my/applications' },
      { label: view.text(found.item.name), href: `/my/applications/${found.caseId}` },
    ],
    main: (
      <FeesPage
        found={found}
        csrfToken={request.csrfToken}
        isAsked={one(request.query, 'done') === 'refund'}
      />
    ),
  }
}

async function pay({ request, fees }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const ordered = await fees.payOnline({ params: { id }, input: {} })
  return isRefusal(ordered) ? ordered : { redirect: ordered.payAt }
}

async function check({ request, fees }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const checked = await fees.checkPayment({ params: { id }, input: {} })
  return isRefusal(checked) ? checked : { redirect: `/my/applications/${id}/fees` }
}

interface Props {
  readonly found: FeesOfCase
  readonly csrfToken: string
}

function FeesPage({ found, csrfToken, isAsked }: Props & { readonly isAsked: boolean }) {
  const { say, text } = useView()
  const { charge } = found
  const back = `/my/applications/${found.caseId}`
  if (!charge) return <NoCharge found={found} back={back} />
  return (
    <div className="wrap narrow case">
      <header className="case-head sheet">
        <p className="case-name">
          <span className={charge.status === 'owed' ? 'tag tag-soon' : 'tag'}>
            {text(CHARGE_STATUS[charge.status])}
          </span>
        </p>
        <h1>
          <Said of={found.item.name} />
        </h1>
        <p className="sentence">{sentenceOf(found, say)}</p>
        <p className="hint">
          {say('办件编号', 'Case number')} <b className="code">{found.number}</b> · <Said of={found.organ} />
        </p>
      </header>
      {isAsked ? (
        <Notice kind="done">
          {say(
            '已收到您的退费申请，核实后答复会显示在这里，并用短信告诉您。',
            'Your request was received. The answer will stand here, and you get a text message.',
          )}
        </Notice>
      ) : null}
      {charge.status === 'owed' ? <ToPay found={found} csrfToken={csrfToken} /> : null}
      <section aria-labelledby="lines">
        <h2 id="lines">{say('收费明细', 'What is charged')}</h2>
        <FeeLines lines={charge.lines} total={charge.total} />
        <div className="sheet">
          <ChargeFacts charge={charge} />
        </div>
      </section>
      <Paid charge={charge} />
      <Refunds charge={charge} />
      <Receipts charge={charge} />
      {found.actions.includes('requestRefund') ? (
        <p>
          <a href={`${back}/fees/refund`}>
            {say('多缴了、缴错了？申请退费', 'Paid too much or by mistake? Ask for it back')}
          </a>
        </p>
      ) : null}
      <p>
        <a href={back}>
          {say(
            '返回办件（缴费通知书在“文书和回执”中）',
            'Back to the case (the notice of payment is among its documents)',
          )}
        </a>
      </p>
    </div>
  )
}

/** What it comes to, in a sentence. */
function sentenceOf({ charge }: FeesOfCase, say: (zh: string, en: string) => string): string {
  if (!charge) return ''
  const money = formatMoney(charge.total)
  switch (charge.status) {
    case 'owed':
      return say(`待缴费 ${money}。`, `${money} to be paid.`)
    case 'paid':
      return say(`已缴费 ${money}。`, `${money} paid.`)
    case 'closed':
      return say('办件已经结束，不用缴费。', 'The case has ended; nothing is to be paid.')
    default:
      return say(
        `已缴费 ${money}，退回 ${formatMoney(charge.refunded)}。`,
        `${money} paid, ${formatMoney(charge.refunded)} given back.`,
      )
  }
}

function ToPay({ found, csrfToken }: Props) {
  const { say } = useView()
  const { charge } = found
  if (!charge) return null
  const at = `/my/applications/${found.caseId}/fees`
  return (
    <section className="sheet" aria-labelledby="pay">
      <h2 id="pay">{say('怎么缴费', 'How to pay')}</h2>
      <ul className="plain">
        {(charge.online ? charge.howToPay.slice(1) : charge.howToPay).map((way) => (
          <li key={way.zh}>
            <Said of={way} />
          </li>
        ))}
      </ul>
      <p>
        {charge.due === 'before-decision'
          ? say(
              '缴费后才能作出准予的决定；办理期限照常计算。',
              'It is granted once this is paid; the time limits run on meanwhile.',
            )
          : say(
              '缴费后才能领取结果；办理期限照常计算。',
              'The result is handed over once this is paid; the time limits run on meanwhile.',
            )}
      </p>
      {charge.online ? (
        <div className="buttons">
          <form method="post" action={`${at}/pay`} data-once="">
            <Hidden values={{ _csrf: csrfToken }} />
            <button type="submit" className="button">
              {say(`网上缴费 ${formatMoney(charge.total)}`, `Pay ${formatMoney(charge.total)} online`)}
            </button>
          </form>
          {charge.order ? (
            <form method="post" action={`${at}/check`} data-once="">
              <Hidden values={{ _csrf: csrfToken }} />
              <button type="submit" className="button button-second">
                {say('我已付款，查询结果', 'I have paid; look for it')}
              </button>
            </form>
          ) : null}
        </div>
      ) : (
        <Notice kind="info">
          <p>
            {say('这项收费请到窗口缴纳，带上办件编号。', 'Please pay at the window; bring the case number.')}
          </p>
        </Notice>
      )}
    </section>
  )
}

function NoCharge({ found, back }: { found: FeesOfCase; back: string }) {
  const { say } = useView()
  const { state, expected } = found
  const title =
    state === 'free'
      ? say('这个办件不收费', 'This case is free')
      : state === 'to-assess'
        ? say('金额正在核定', 'The amount is being assessed')
        : say('还不用缴费', 'Nothing is to be paid yet')
  return (
    <div className="wrap narrow">
      <h1>
        <Said of={found.item.name} />
      </h1>
      <Empty title={title}>
        <p>
          {state === 'free'
            ? say('不用缴纳任何费用。', 'There is nothing to pay.')
            : say(
                '受理后会给您缴费通知书，那时再缴。',
                'You get a notice of payment once the application is accepted; pay then.',
              )}
        </p>
        <p>
          <a href={back}>{say('返回办件', 'Back to the case')}</a>
        </p>
      </Empty>
      {state === 'not-yet' && expected.length > 0 ? (
        <section aria-labelledby="expected">
          <h2 id="expected">{say('预计收费', 'What it will be')}</h2>
          <FeeLines lines={expected} total={expected.reduce((sum, { amount }) => sum + amount, 0)} />
        </section>
      ) : null}
    </div>
  )
}
