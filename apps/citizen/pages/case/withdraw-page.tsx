import type { ApplicationView } from '@mashang/approvals/contract'
import { isRefusal, refuse } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { CaseHead } from './case-page.tsx'

const own = { for: 'some', citizen: true, row: 'own-application' } as const

export const withdrawRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/applications/:id/withdraw', access: own, show: ask },
  { method: 'POST', path: '/my/applications/:id/withdraw', access: own, show: withdraw },
]

async function ask({ request, approvals, view }: Visit): Promise<Shown> {
  const found = await approvals.getApplication({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  if (!found.actions.includes('withdrawApplication'))
    return refuse('case-already-concluded', { facts: { status: found.sentence } })
  return {
    title: view.say('撤回申请', 'Withdraw'),
    section: 'mine',
    focused: true,
    crumbs: [
      { label: view.say('我的办件', 'My cases'), href: '/my/applications' },
      { label: view.text(found.item.name), href: `/my/applications/${found.id}` },
    ],
    main: <Ask found={found} csrfToken={request.csrfToken} />,
  }
}

function Ask({ found, csrfToken }: { found: ApplicationView; csrfToken: string }) {
  const { say } = useView()
  return (
    <div className="wrap narrow case">
      <CaseHead found={found} />
      <h2>{say('确定要撤回吗？', 'Do you really want to withdraw?')}</h2>
      <Notice kind="soon">
        <p>
          {say(
            '撤回后本件终止办理，不能恢复；以后需要时可以重新申请。会给您一份撤回确认书。',
            'The case ends and cannot be taken up again; you may apply anew later. You get a written confirmation.',
          )}
        </p>
      </Notice>
      <form method="post" action={`/my/applications/${found.id}/withdraw`} data-once="">
        <Hidden values={{ _csrf: csrfToken, expected: String(found.revision) }} />
        <InputBox
          labelled={{
            id: 'reason',
            label: say('原因', 'Reason'),
            hint: say('最多 500 个字。', 'At most 500 characters.'),
            optional: true,
          }}
          name="reason"
          rows={3}
          value=""
          maxLength={500}
        />
        <div className="buttons">
          <button type="submit" className="button button-danger">
            {say('确认撤回', 'Withdraw')}
          </button>
          <a className="button button-second" href={`/my/applications/${found.id}`}>
            {say('不撤回，返回', 'Keep it')}
          </a>
        </div>
      </form>
    </div>
  )
}

async function withdraw({ request, approvals }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const expected = Number(one(request.form, 'expected'))
  const answer = await approvals.withdrawApplication({
    params: { id },
    input: {
      reason: one(request.form, 'reason').trim().slice(0, 500),
      ...(Number.isInteger(expected) && expected > 0 ? { expected } : {}),
    },
  })
  return isRefusal(answer) ? answer : { redirect: `/my/applications/${id}` }
}
