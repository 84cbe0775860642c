import type { LicencePage } from '@mashang/approvals/contract'
import { isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { useView } from '../../frame/view.tsx'
import { Empty } from '../../parts/notice.tsx'
import { LicenceCard } from './licence-card.tsx'
import { LicenceSheet } from './licence-sheet.tsx'

const citizens = { for: 'some', citizen: true } as const
const own = { ...citizens, row: 'own-licence' } as const

export const licenceRoutes: readonly Route[] = [
  { method: 'GET', path: '/licences', access: citizens, show: list },
  { method: 'GET', path: '/licences/:id', access: own, show: page },
  { method: 'POST', path: '/licences/:id/apply', access: own, show: apply },
  { method: 'POST', path: '/licences/:id/statement', access: own, show: state },
]

async function list({ approvals, view, request }: Visit): Promise<Shown> {
  const found = await approvals.listMyLicences({})
  if (isRefusal(found)) return found
  const title = view.say('我的证照', 'My licences')
  return {
    title,
    section: 'mine',
    crumbs: [{ label: view.say('我的办件', 'My cases'), href: '/my/applications' }],
    main: <Licences licences={found.licences} title={title} csrfToken={request.csrfToken} />,
  }
}

/** What ends first comes first; what has no end, last. */
function endsFirst({ to: a = '9999' }: LicencePage, { to: b = '9999' }: LicencePage): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function Licences({
  licences,
  title,
  csrfToken,
}: {
  licences: readonly LicencePage[]
  title: string
  csrfToken: string
}) {
  const { say } = useView()
  const standing = licences.filter(({ status }) => status === 'valid').sort(endsFirst)
  const over = licences.filter(({ status }) => status !== 'valid')
  return (
    <div className="wrap">
      <h1>{title}</h1>
      {licences.length === 0 ? (
        <Empty title={say('还没有证照', 'No licences yet')}>
          <p>
            {say(
              '在本市办成的许可，证照会出现在这里，可以下载、出示、延续。',
              'Licences granted by this city appear here, to download, to show and to renew.',
            )}
          </p>
          <p className="buttons">
            <a className="button" href="/items">
              {say('查找事项', 'Find a service')}
            </a>
          </p>
        </Empty>
      ) : null}
      {[
        { title: say('有效的证照', 'Valid'), rows: standing },
        { title: say('不再有效的证照', 'No longer valid'), rows: over },
      ].map((part) =>
        part.rows.length > 0 ? (
          <section key={part.title}>
            <h2>{part.title}</h2>
            <ul className="licence-cards">
              {part.rows.map((licence) => (
                <li key={licence.id}>
                  <LicenceCard licence={licence} csrfToken={csrfToken} />
                </li>
              ))}
            </ul>
          </section>
        ) : null,
      )}
    </div>
  )
}

async function page(visit: Visit): Promise<Shown> {
  const { approvals, request } = visit
  const found = await approvals.getMyLicence({ params: { id: request.params.id ?? '' } })
  return isRefusal(found) ? found : sheet(visit, found)
}

function sheet({ view, request }: Visit, found: LicencePage, error?: string): Shown {
  return {
    title: found.title,
    section: 'mine',
    crumbs: [{ label: view.say('我的证照', 'My licences'), href: '/licences' }],
    ...(error ? { status: 422 } : {}),
    main: (
      <LicenceSheet licence={found} csrfToken={request.csrfToken} origin={request.origin} error={error} />
    ),
  }
}

/** Begins the application, with the licence filled in. */
async function apply({ approvals, request }: Visit): Promise<Shown> {
  const found = await approvals.getMyLicence({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  const draft = await approvals.startDraft({
    input: {
      item: one(request.form, 'item'),
      applicant:
        found.holderKind === 'enterprise'
          ? { kind: 'enterprise', uscc: found.holderCode }
          : { kind: 'person' },
      licence: found.number,
    },
  })
  return isRefusal(draft) ? draft : { redirect: `/drafts/${draft.id}` }
}

async function state(visit: Visit): Promise<Shown> {
  const { approvals, request, view } = visit
  const params = { id: request.params.id ?? '' }
  const text = one(request.form, 'text').trim()
  const done = text ? await approvals.stateAndDefend({ params, input: { text } }) : undefined
  if (done && isRefusal(done)) return done
  if (done) return { redirect: `/licences/${done.id}#history` }
  const found = await approvals.getMyLicence({ params })
  const error = view.say('请写下您的陈述和理由。', 'Please write what you have to state.')
  return isRefusal(found) ? found : sheet(visit, found, error)
}
