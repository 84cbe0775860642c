import type { FeesOfCase } from '@mashang/fees/contract'
import { formatMoney } from '@mashang/kit'
import { useView } from '../../frame/view.tsx'
import { Notice } from '../../parts/notice.tsx'
import { CHARGE_STATUS } from './charge-parts.tsx'

/** On the page of a case: what is to be paid, or what was; nothing on one that is free. */
export function FeesOfCaseBox({ fees }: { fees: FeesOfCase | undefined }) {
  const { say, text } = useView()
  if (!fees || fees.state === 'free') return null
  const href = `/my/applications/${fees.caseId}/fees`
  const { charge } = fees
  if (charge?.status === 'owed')
    return (
      <Notice
        kind="soon"
        title={say(`待缴费 ${formatMoney(charge.total)}`, `${formatMoney(charge.total)} to be paid`)}
      >
        <p>
          {charge.due === 'before-decision'
            ? say(
                '缴费后才能准予，办理期限照常计算。',
                'It is granted once this is paid; the time limits run on.',
              )
            : say(
                '缴费后才能领取结果，办理期限照常计算。',
                'The result is handed over once this is paid; the time limits run on.',
              )}
        </p>
        <p>
          <a className="button" href={href}>
            {say('去缴费', 'Go and pay')}
          </a>
        </p>
      </Notice>
    )
  return (
    <p className="sheet">
      {say('收费：', 'Fees: ')}
      {charge
        ? `${text(CHARGE_STATUS[charge.status])} ${formatMoney(charge.total)}`
        : fees.state === 'to-assess'
          ? say('金额正在核定', 'the amount is being assessed')
          : say('受理后缴纳', 'to be paid after acceptance')}{' '}
      · <a href={href}>{say('收费明细和票据', 'What is charged, and receipts')}</a>
    </p>
  )
}
