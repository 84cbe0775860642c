import type { Draft, ItemGuide } from '@mashang/approvals/contract'
import type { Enterprise } from '@mashang/identity/contract'
import { isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { dayAndTime } from '../../parts/day.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Choices, Group, Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { contextOf, inHand } from './draft.ts'
import { firstPage } from './form-page.tsx'

const citizens = { for: 'some', citizen: true } as const

export const startRoutes: readonly Route[] = [
  { method: 'GET', path: '/apply/:code', access: citizens, show: (visit) => startScreen(visit) },
  { method: 'POST', path: '/apply/:code', access: citizens, show: start },
]

async function startScreen(visit: Visit, error?: string): Promise<Shown> {
  const { request, approvals, identity, view } = visit
  const [guide, listed, kept] = await Promise.all([
    approvals.getItemGuide({ params: { code: request.params.code ?? '' } }),
    identity.listEnterprises({}),
    approvals.listDrafts({}),
  ])
  if (isRefusal(guide)) return guide
  const enterprises = isRefusal(listed) ? [] : listed.enterprises
  const drafts = isRefusal(kept) ? [] : kept.drafts.filter((draft) => draft.item.code === guide.item.code)
  const title = view.say('谁来申请', 'Who applies')
  return {
    title: `${title} - ${view.text(guide.item.name)}`,
    section: 'items',
    focused: true,
    ...(error ? { status: 422 } : {}),
    main: (
      <div className="wrap narrow">
        <p className="apply-item">
          <Said of={guide.item.name} />
        </p>
        <h1>{title}</h1>
        <Drafts drafts={drafts} />
        <Applicants guide={guide} enterprises={enterprises} error={error} csrfToken={request.csrfToken} />
      </div>
    ),
  }
}

function Drafts({ drafts }: { drafts: readonly Draft[] }) {
  const { say, language } = useView()
  if (drafts.length === 0) return null
  return (
    <Notice kind="info" title={say('您有填了一半的申请', 'You have begun an application')}>
      <ul className="plain">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={`/drafts/${draft.id}`}>{say('接着填', 'Go on with it')}</a>
            {say('（', ' (')}
            {say('上次保存：', 'saved ')}
            {dayAndTime(draft.savedAt, language)}
            {say('）', ')')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** In whose name one may apply: one's own, and that of each enterprise one acts for, as the item allows. */
function useOptions({ item }: ItemGuide, enterprises: readonly Enterprise[]) {
  const { say, who } = useView()
  const name = who.kind === 'citizen' ? who.name : ''
  return [
    ...(item.applicants.includes('person')
      ? [{ value: 'person', label: say(`我本人（${name}）`, `Myself (${name})`) }]
      : []),
    ...(item.applicants.includes('enterprise')
      ? enterprises.map(({ uscc, name }) => ({
          value: uscc,
          label: name,
          hint: <span className="code">{uscc}</span>,
        }))
      : []),
  ]
}

function Applicants({
  guide,
  enterprises,
  error,
  csrfToken,
}: {
  guide: ItemGuide
  enterprises: readonly Enterprise[]
  error: string | undefined
  csrfToken: string
}) {
  const { say } = useView()
  const { item } = guide
  const options = useOptions(guide, enterprises)
  const add = `/my/account?${new URLSearchParams({ next: `/apply/${item.code}` })}#enterprises`
  const onlyEnterprises = !item.applicants.includes('person')
  return (
    <form method="post" action={`/apply/${encodeURIComponent(item.code)}`}>
      <Hidden values={{ _csrf: csrfToken }} />
      <ErrorSummary errors={error ? [{ at: 'applicant', message: error }] : []} />
      {options.length > 0 ? (
        <Group
          labelled={{
            id: 'applicant',
            label: say('以谁的名义申请？', 'In whose name?'),
            error,
            hint: onlyEnterprises
              ? say('这个事项由企业和其他组织申请。', 'This service is for enterprises.')
              : undefined,
          }}
        >
          <Choices
            kind="radio"
            name="applicant"
            options={options}
            chosen={options.length === 1 ? [options[0]?.value ?? ''] : []}
          />
        </Group>
      ) : (
        <Notice kind="info" title={say('请先添加您代表的企业', 'First add the enterprise you act for')}>
          <p>{say('这个事项由企业和其他组织申请。', 'This service is for enterprises.')}</p>
        </Notice>
      )}
      {item.applicants.includes('enterprise') ? (
        <p>
          <a href={add}>{say('添加我代表的企业', 'Add an enterprise I act for')}</a>
        </p>
      ) : null}
      {options.length > 0 ? (
        <div className="buttons">
          <button type="submit" className="button">
            {say('开始填写', 'Start')}
          </button>
          <a className="button button-second" href={`/items/${encodeURIComponent(item.code)}`}>
            {say('再看看办事指南', 'Back to the guide')}
          </a>
        </div>
      ) : null}
    </form>
  )
}

async function start(visit: Visit): Promise<Shown> {
  const { request, approvals, needs, view } = visit
  const code = request.params.code ?? ''
  const chosen = one(request.form, 'applicant')
  if (chosen === '')
    return startScreen(visit, view.say('请选择以谁的名义申请。', 'Please choose in whose name you apply.'))
  const draft = await approvals.startDraft({
    input: {
      item: code,
      applicant: chosen === 'person' ? { kind: 'person' } : { kind: 'enterprise', uscc: chosen },
    },
  })
  if (isRefusal(draft)) return draft
  const { version } = draft.item
  const guide = await approvals.getItemGuide({ params: { code }, query: { version } })
  if (isRefusal(guide)) return guide
  return { redirect: firstPage(inHand(draft, guide, contextOf(needs))) }
}
