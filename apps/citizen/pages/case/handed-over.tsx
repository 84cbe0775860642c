import type { ApplicationView } from '@mashang/approvals/contract'
import { DELIVERY_WORDS } from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'

/** Where the result is on its way, and to whom it was handed. */
export function HandedOver({ found: { postage, delivered } }: { found: ApplicationView }) {
  const { language, say } = useView()
  if (!postage && !delivered) return null
  const collector = delivered?.collector
  return (
    <section className="sheet" aria-labelledby="handed-over">
      <h2 id="handed-over">{say('送达', 'Delivery')}</h2>
      <Facts
        rows={[
          postage
            ? {
                label: say('状态', 'Status'),
                value: postage.received
                  ? say('已签收', 'Signed for')
                  : say('已交寄，在途', 'Posted, on its way'),
              }
            : undefined,
          postage
            ? {
                label: say('快递', 'Carrier'),
                value: (
                  <>
                    <Said of={postage.carrier} /> <b className="code">{postage.number}</b>
                    {postage.track ? (
                      <>
                        {' '}
                        <a href={postage.track} rel="noreferrer">
                          {say('到承运人网站查询', 'Follow it on the carrier’s site')}
                        </a>
                      </>
                    ) : null}
                  </>
                ),
              }
            : undefined,
          postage ? { label: say('交寄日期', 'Posted on'), value: <Day on={postage.at} /> } : undefined,
          delivered
            ? { label: say('送达方式', 'Delivered'), value: DELIVERY_WORDS[delivered.how][language] }
            : undefined,
          delivered ? { label: say('送达日期', 'On'), value: <Day on={delivered.at} /> } : undefined,
          collector
            ? {
                label: say('领取人', 'Collected by'),
                value: `${collector.name}${
                  collector.as === 'agent'
                    ? say('（受委托人）', ' (authorised)')
                    : say('（本人）', ' (in person)')
                }${collector.authorisation ? say('，', ', ') + collector.authorisation : ''}`,
              }
            : undefined,
        ]}
      />
    </section>
  )
}
