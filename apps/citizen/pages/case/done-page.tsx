import type { ApplicationView } from '@mashang/approvals/contract'
import { isRefusal } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { QrCode } from '../../parts/qr-code.tsx'

const own = { for: 'some', citizen: true, row: 'own-application' } as const

export const donePageRoute: Route = {
  method: 'GET',
  path: '/my/applications/:id/done',
  access: own,
  show: showDone,
}

async function showDone({ request, approvals, view }: Visit): Promise<Shown> {
  const found = await approvals.getApplication({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  return {
    title: view.say('申请已提交', 'Application submitted'),
    section: 'mine',
    main: <Done found={found} />,
  }
}

/** The number, the receipt, and what happens now. */
function Done({ found }: { found: ApplicationView }) {
  const { say, origin } = useView()
  const track = `${origin}/track/${found.id}`
  const receipt = found.documents.find(({ kind }) => kind === 'material-receipt')
  return (
    <div className="wrap narrow">
      <div className="done-panel">
        <Icon name="done" size="large" />
        <h1>{say('申请已提交', 'Application submitted')}</h1>
        <p>
          <Said of={found.item.name} />
        </p>
        <p>
          {say('办件编号', 'Case number')}
          <b className="done-number code">{found.number}</b>
        </p>
      </div>
      <NextSteps found={found} />
      <section className="sheet receipt" aria-labelledby="receipt">
        <div>
          <h2 id="receipt">{say('您的回执', 'Your receipt')}</h2>
          <p>
            {say('提交时间：', 'Submitted: ')}
            <Moment at={found.submittedAt} />
          </p>
          <ul className="plain-links">
            {receipt ? (
              <li>
                <a href={receipt.href}>
                  <Icon name="download" />
                  {say('申请材料接收凭证（PDF）', 'Receipt of your documents (PDF)')}
                </a>
              </li>
            ) : null}
            <li>
              <a href={`/my/applications/${found.id}/receipt`}>
                <Icon name="shield" />
                {say('可验证的电子回执', 'Verifiable electronic receipt')}
              </a>
            </li>
          </ul>
        </div>
        <figure className="guide-qr">
          <QrCode text={track} title={say('查询进度的二维码', 'QR code to track this case')} />
          <figcaption>
            {say('扫码查进度，可发给家人或同事', 'Scan to track it; share it if you like')}
          </figcaption>
        </figure>
      </section>
      <p className="buttons">
        <a className="button" href={`/my/applications/${found.id}`}>
          {say('查看办件', 'See the case')}
        </a>
        <a className="button button-second" href="/my/applications">
          {say('我的全部办件', 'All my cases')}
        </a>
      </p>
    </div>
  )
}

function NextSteps({ found }: { found: ApplicationView }) {
  const { say } = useView()
  return (
    <section className="sheet" aria-labelledby="next">
      <h2 id="next">{say('接下来', 'What happens now')}</h2>
      <ol className="plain">
        {found.intakeDue ? (
          <li>
            <Said of={found.organ.short} />
            {say('核对材料，最晚', ' looks through your documents and tells you by ')}
            <Day on={found.intakeDue.due} />
            {say(
              '告诉您是否受理；缺什么会一次说全。',
              ' whether it is accepted; if something is missing you are told once, in full.',
            )}
          </li>
        ) : (
          <li>
            <Said of={found.sentence} />
          </li>
        )}
        <li>
          {say(
            '受理后审查并作出决定，两个期限都写在办件页面上。',
            'Then it is reviewed and decided; both limits stand on the page of your case.',
          )}
        </li>
        <li>
          {say(
            '结果出来后，在办件页面下载带签章的文书和证照。',
            'The sealed decision and licence can be downloaded from that page.',
          )}
        </li>
      </ol>
    </section>
  )
}
