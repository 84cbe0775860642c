import type { ApplicationRow, Draft } from '@mashang/approvals/contract'
import type { BundleCaseRow } from '@mashang/bundles/contract'
import type { CertificateView } from '@mashang/identity/contract'
import { isRefusal } from '@mashang/kit'
import type { Route, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Empty } from '../../parts/notice.tsx'
import { Expiring, findExpiring } from '../account/certificate-expiry.tsx'
import { MyBundles } from '../bundles/my-bundles.tsx'
import { STATUS_LOOKS, StatusTag } from './status.tsx'

export const myApplicationsRoute: Route = {
  method: 'GET',
  path: '/my/applications',
  access: { for: 'some', citizen: true },
  async show(visit: Visit) {
    const { approvals, bundles, view, request } = visit
    const [listed, kept, expiring, together] = await Promise.all([
      approvals.listMyApplications({}),
      approvals.listDrafts({}),
      findExpiring(visit),
      bundles.listMyBundles({}),
    ])
    if (isRefusal(listed)) return listed
    if (isRefusal(kept)) return kept
    if (isRefusal(together)) return together
    return {
      title: view.say('我的办件', 'My cases'),
      section: 'mine',
      main: (
        <Mine
          applications={listed.applications}
          drafts={kept.drafts}
          expiring={expiring}
          bundles={together.bundles}
          csrfToken={request.csrfToken}
        />
      ),
    }
  },
}

interface Listed {
  readonly applications: readonly ApplicationRow[]
  readonly drafts: readonly Draft[]
  readonly expiring: readonly CertificateView[]
  readonly bundles: readonly BundleCaseRow[]
  readonly csrfToken: string
}

function Mine({ applications, drafts, expiring, bundles, csrfToken }: Listed) {
  const { say } = useView()
  const waiting = applications.filter(({ status }) => status === 'awaiting-correction')
  const others = applications.filter(({ status }) => status !== 'awaiting-correction')
  return (
    <div className="wrap">
      <div className="section-head">
        <h1>{say('我的办件', 'My cases')}</h1>
        <nav className="ways" aria-label={say('我的', 'Mine')}>
          <a href="/licences">
            <Icon name="seal" /> {say('我的证照', 'My licences')}
          </a>
          <a href="/my/materials">
            <Icon name="shield" /> {say('我的材料', 'What the city holds')}
          </a>
          <a href="/my/fees">
            <Icon name="money" /> {say('我的缴费', 'My payments')}
          </a>
          <a href="/my/ratings">
            <Icon name="message" /> {say('我的评价', 'My ratings')}
          </a>
          <a href="/my/questions">
            <Icon name="message" /> {say('我的咨询', 'My questions')}
          </a>
          <a href="/my/help">
            <Icon name="person" /> {say('我的帮办代办', 'My helpers')}
          </a>
          <a href="/my/account">
            <Icon name="person" /> {say('我的账号', 'My account')}
          </a>
        </nav>
      </div>
      <Expiring certificates={expiring} />
      {applications.length === 0 && drafts.length === 0 && bundles.length === 0 ? (
        <Empty title={say('还没有办件', 'No cases yet')}>
          <p>{say('找到要办的事项，就可以在线申请。', 'Find the service you need and apply online.')}</p>
          <p className="buttons">
            <a className="button" href="/items">
              {say('查找事项', 'Find a service')}
            </a>
          </p>
        </Empty>
      ) : null}
      <MyBundles bundles={bundles} />
      <Cases rows={waiting} title={say('等您处理', 'Waiting for you')} />
      <Drafts drafts={drafts} csrfToken={csrfToken} />
      <Cases rows={others} title={say('全部办件', 'All cases')} />
    </div>
  )
}

function Cases({ rows, title }: { rows: readonly ApplicationRow[]; title: string }) {
  const { say } = useView()
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="items">
        {rows.map((row) => (
          <li key={row.id} className="item-line case-line">
            <StatusTag status={row.status} />
            <h3 className="item-name">
              <a href={`/my/applications/${row.id}`}>
                <Said of={row.item.name} />
              </a>
            </h3>
            <p className="hint">
              <span className="code">{row.number}</span> · {row.applicant} · <Said of={row.organ.short} />
            </p>
            <p className="hint">
              {say('提交于', 'Submitted')} <Moment at={row.submittedAt} />
              {row.promisedDue && isOpen(row) ? (
                <>
                  {say('，预计', ', expected by')} <Day on={row.promisedDue} />
                  {row.status === 'submitted' ? say('前答复是否受理', ' to be answered') : say('前办结', '')}
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isOpen({ status }: ApplicationRow): boolean {
  return status === 'submitted' || STATUS_LOOKS[status].tone === 'action'
}

function Drafts({ drafts, csrfToken }: { drafts: readonly Draft[]; csrfToken: string }) {
  const { say, text } = useView()
  if (drafts.length === 0) return null
  return (
    <section>
      <h2>{say('没填完的申请', 'Not finished yet')}</h2>
      <ul className="items">
        {drafts.map((draft) => (
          <li key={draft.id} className="item-line case-line">
            <span className="tag status-tag">
              <Icon name="edit" /> {say('草稿', 'Draft')}
            </span>
            <h3 className="item-name">
              <a href={`/drafts/${draft.id}`}>
                <Said of={draft.item.name} />
              </a>
            </h3>
            <p className="hint">
              {say('上次保存：', 'Saved ')}
              <Moment at={draft.savedAt} />
              {draft.takenBy
                ? say(
                    `；由窗口${draft.takenBy}代为收件，您可以接着填`,
                    `; begun at a window by ${draft.takenBy}, you may go on with it`,
                  )
                : null}
            </p>
            <details>
              <summary>{say('删除草稿', 'Delete the draft')}</summary>
              <form method="post" action={`/drafts/${draft.id}/drop`}>
                <Hidden values={{ _csrf: csrfToken }} />
                <p>
                  {say(
                    '删除后，填写的内容和上传的材料不能恢复。',
                    'What you filled in and uploaded cannot be brought back.',
                  )}
                </p>
                <button type="submit" className="button button-danger button-small">
                  {say('确认删除', 'Delete')}
                  <span className="unseen">{`：${text(draft.item.name)}`}</span>
                </button>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
