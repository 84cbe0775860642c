import { isRefusal, refuse } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'

const own = { for: 'some', citizen: true, row: 'own-application' } as const

export const receiptRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/applications/:id/receipt', access: own, show: showReceipt },
  { method: 'GET', path: '/my/applications/:id/receipt.json', access: own, show: downloadReceipt },
]

async function showReceipt({ request, approvals, view }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const answer = await approvals.getReceipt({ params: { id } })
  if (isRefusal(answer)) return answer
  const title = view.say('可验证的提交回执', 'Verifiable receipt')
  const found = answer.sequenced ? JSON.stringify(answer.receipt, null, 2) : undefined
  return {
    title,
    section: 'mine',
    crumbs: [
      { label: view.say('我的办件', 'My cases'), href: '/my/applications' },
      { label: view.say('办件', 'Case'), href: `/my/applications/${id}` },
    ],
    main: <Receipt id={id} title={title} receipt={found} />,
  }
}

function Receipt({ id, title, receipt }: { id: string; title: string; receipt: string | undefined }) {
  const { say } = useView()
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <p>
        {say(
          '您的每一步都记入一本公开的、只能追加的日志。回执证明您这次提交确实在那本日志里：谁也不能事后删掉或改掉它，包括我们。',
          'Every step is written into a public log to which one can only add. The receipt proves that your submission stands in it: nobody can remove or change it afterwards, not even we.',
        )}
      </p>
      {receipt ? (
        <>
          <p className="buttons">
            <a className="button" href={`/my/applications/${id}/receipt.json`} download="">
              <Icon name="download" />
              {say('下载回执文件（JSON）', 'Download the receipt (JSON)')}
            </a>
            <a className="button button-second" href="/verify/receipt">
              <Icon name="shield" />
              {say('去验证', 'Check it')}
            </a>
          </p>
          <details className="sheet">
            <summary>{say('查看回执内容', 'Show the receipt')}</summary>
            <pre className="code">{receipt}</pre>
          </details>
        </>
      ) : (
        <Notice kind="info" title={say('回执正在写入日志', 'The receipt is being written')}>
          <p>
            {say(
              '通常只要几秒钟，请稍后刷新本页。',
              'This usually takes a few seconds; please reload the page.',
            )}
          </p>
        </Notice>
      )}
    </div>
  )
}

async function downloadReceipt({ request, approvals }: Visit): Promise<Shown> {
  const answer = await approvals.getReceipt({ params: { id: request.params.id ?? '' } })
  if (isRefusal(answer)) return answer
  if (!answer.sequenced) return refuse('not-found')
  return {
    type: 'application/json; charset=utf-8',
    filename: `receipt-${request.params.id}.json`,
    body: JSON.stringify(answer.receipt, null, 2),
  }
}
