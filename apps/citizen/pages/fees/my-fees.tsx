import type { ChargeRow } from '@mashang/fees/contract'
import { formatMoney, isRefusal } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Empty } from '../../parts/notice.tsx'
import { CHARGE_STATUS } from './charge-parts.tsx'

export const myFeesRoute: Route = {
  method: 'GET',
  path: '/my/fees',
  access: { for: 'some', citizen: true },
  show: showMyFees,
}

/** 我的缴费 — whatever one owes comes first, then what was paid, the newest first. */
async function showMyFees({ view, fees }: Visit): Promise<Shown> {
  const found = await fees.listMyCharges({})
  if (isRefusal(found)) return found
  const title = view.say('我的缴费', 'My payments')
  return {
    title,
    section: 'mine',
    crumbs: [{ label: view.say('我的账号', 'My account'), href: '/my/account' }],
    main: <MyFees charges={found.charges} title={title} />,
  }
}

function MyFees({ charges, title }: { charges: readonly ChargeRow[]; title: string }) {
  const { say } = useView()
  const owed = charges.filter(({ status }) => status === 'owed')
  const others = charges.filter(({ status }) => status !== 'owed')
  const total = owed.reduce((sum, one) => sum + one.total, 0)
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      {charges.length === 0 ? (
        <Empty title={say('还没有收费的办件', 'Nothing was charged yet')}>
          <p>
            {say(
              '多数事项不收费。收费的事项受理后会给您缴费通知书，也会显示在这里。',
              'Most services are free. Where one is not, you get a notice of payment after acceptance, and it stands here.',
            )}
          </p>
          <p>
            <a href="/my/applications">{say('看看我的办件', 'See my cases')}</a>
          </p>
        </Empty>
      ) : null}
      {owed.length > 0 ? (
        <section aria-labelledby="owed">
          <h2 id="owed">
            {say(
              `待缴费 ${owed.length} 笔，共 ${formatMoney(total)}`,
              `${owed.length} to be paid, ${formatMoney(total)} in all`,
            )}
          </h2>
          <Rows charges={owed} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="over">
          <h2 id="over">{say('缴费记录', 'What was paid')}</h2>
          <Rows charges={others} />
        </section>
      ) : null}
      {charges.length > 0 ? (
        <p className="hint">
          {say(
            '打开一笔可以看明细、下载电子票据，多缴了也在那里申请退费。',
            'Open one for its lines and receipts, or to ask for money back.',
          )}
        </p>
      ) : null}
    </div>
  )
}

function Rows({ charges }: { charges: readonly ChargeRow[] }) {
  const { say, text } = useView()
  return (
    <ul className="rows sheet">
      {charges.map((charge) => (
        <li key={charge.caseId}>
          <p>
            <a href={`/my/applications/${charge.caseId}/fees`}>
              <Said of={charge.item} />
            </a>
            <br />
            <span className="hint">
              <span className="code">{charge.number}</span> · <Said of={charge.organ} /> ·{' '}
              {charge.paidAt ? (
                <>
                  {say('缴费于 ', 'paid ')}
                  <Day on={charge.paidAt} />
                </>
              ) : (
                <>
                  {say('开具于 ', 'asked for ')}
                  <Day on={charge.raisedAt} />
                </>
              )}
            </span>
          </p>
          <p className="fee-row">
            <b className="number">{formatMoney(charge.total)}</b>
            <span className={charge.status === 'owed' ? 'tag tag-soon' : 'tag'}>
              {text(CHARGE_STATUS[charge.status])}
              {charge.refunded > 0 ? ` ${formatMoney(charge.refunded)}` : ''}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
