import type { EvidenceView } from '@mashang/approvals/contract'
import { isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Empty, Notice } from '../../parts/notice.tsx'

const citizens = { for: 'some', citizen: true } as const

export const myMaterialsRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/materials', access: citizens, show: showMine },
  {
    method: 'POST',
    path: '/my/materials/:id',
    access: { ...citizens, row: 'own-evidence' },
    show: setOffered,
  },
]

async function showMine({ approvals, view, request }: Visit): Promise<Shown> {
  const listed = await approvals.listMyEvidence({})
  if (isRefusal(listed)) return listed
  const title = view.say('我的材料', 'What the city holds about me')
  const done = one(request.query, 'done')
  return {
    title,
    section: 'mine',
    crumbs: [{ label: view.say('我的办件', 'My cases'), href: '/my/applications' }],
    main: (
      <div className="wrap narrow">
        <h1>{title}</h1>
        {done ? <Saved offered={done === 'offered'} /> : null}
        <Mine evidence={listed.evidence} csrfToken={request.csrfToken} />
      </div>
    ),
  }
}

function Saved({ offered }: { offered: boolean }) {
  const { say } = useView()
  return (
    <Notice kind="done">
      {offered
        ? say('今后办事时会再向您提供这份材料。', 'It will be offered to you again.')
        : say(
            '今后不再使用这份材料。已经用过的办件不受影响。',
            'It will not be used any more. Cases that used it stay as they are.',
          )}
    </Notice>
  )
}

function Mine({ evidence, csrfToken }: { evidence: readonly EvidenceView[]; csrfToken: string }) {
  const { say } = useView()
  if (evidence.length === 0)
    return (
      <Empty title={say('市里还没有留存您的材料', 'The city holds nothing of yours yet')}>
        <p>
          {say(
            '您办成的证照，以及在窗口核验过原件的材料，会列在这里；下次办事征得您同意后直接使用，不再要您提交。',
            'Licences issued to you, and documents whose originals a window has seen, will stand here. With your consent they are used next time instead of being asked for again.',
          )}
        </p>
      </Empty>
    )
  return (
    <>
      <p>
        {say(
          '这些材料市里已经有，办事时不会再要您提交。每次使用都要您同意，用过的都记在下面。',
          'The city holds these, so they are not asked for again. Each use needs your consent, and each stands below.',
        )}
      </p>
      {evidence.map((one) => (
        <One key={one.id} one={one} csrfToken={csrfToken} />
      ))}
    </>
  )
}

function One({ one, csrfToken }: { one: EvidenceView; csrfToken: string }) {
  const { say, text } = useView()
  const id = `evidence-${one.id}`
  return (
    <section className="sheet" aria-labelledby={id}>
      <div className="material-head">
        <h2 id={id}>
          <Said of={one.title} />
        </h2>
        <Status one={one} />
      </div>
      <Facts
        rows={[
          one.number
            ? { label: say('编号', 'Number'), value: <span className="code">{one.number}</span> }
            : undefined,
          { label: say('持有人', 'Holder'), value: one.holder },
          {
            label: say('可信等级', 'Trust'),
            value:
              one.trust === 'A'
                ? say('A 签发机关电子证照', 'A: e-sealed by its issuer')
                : say('B 窗口核验过原件', 'B: original seen at a window'),
          },
          {
            label: say('来源', 'From'),
            value: (
              <>
                <Said of={one.organ.name} />，<Day on={one.since} />
              </>
            ),
          },
          {
            label: say('有效期至', 'Valid to'),
            value: one.validTo ? <Day on={one.validTo} /> : say('长期', 'no end'),
          },
        ]}
      />
      <Uses one={one} />
      <form method="post" action={`/my/materials/${one.id}`}>
        <Hidden values={{ _csrf: csrfToken, offered: one.offered ? 'no' : 'yes' }} />
        <button type="submit" className="button button-second button-small">
          {one.offered ? say('今后不再使用', 'Do not use it any more') : say('恢复使用', 'Offer it again')}
          <span className="unseen">{`${say('：', ': ')}${text(one.title)}`}</span>
        </button>
      </form>
    </section>
  )
}

function Status({ one }: { one: EvidenceView }) {
  const { say } = useView()
  if (!one.offered) return <span className="tag">{say('已停用', 'Withdrawn')}</span>
  if (one.status === 'valid') return <span className="tag tag-done">{say('有效', 'Valid')}</span>
  return <span className="tag tag-soon">{say('已失效', 'No longer valid')}</span>
}

function Uses({ one }: { one: EvidenceView }) {
  const { say } = useView()
  if (one.uses.length === 0) return <p className="hint">{say('还没有使用过。', 'Not used yet.')}</p>
  return (
    <details>
      <summary>
        {say(
          `用过 ${one.uses.length} 次`,
          one.uses.length === 1 ? 'Used once' : `Used ${one.uses.length} times`,
        )}
      </summary>
      <ul className="plain">
        {one.uses.map((use) => (
          <li key={use.application}>
            <Said of={use.item} /> <span className="code">{use.number}</span>
            {say('，', ', ')}
            <Said of={use.organ.name} />
            {say('，', ', ')}
            <Moment at={use.at} />
            {use.consent === 'window'
              ? say('，您在窗口当面同意', ', you consented at a window')
              : say('，您在网上同意', ', you consented online')}
          </li>
        ))}
      </ul>
    </details>
  )
}

async function setOffered({ approvals, request }: Visit): Promise<Shown> {
  const offered = one(request.form, 'offered') === 'yes'
  const answer = await approvals.offerEvidence({
    params: { id: request.params.id ?? '' },
    input: { offered },
  })
  return isRefusal(answer) ? answer : { redirect: `/my/materials?done=${offered ? 'offered' : 'withheld'}` }
}
