import type { ApplicationView } from '@mashang/approvals/contract'
import type { HelpRow } from '@mashang/assistance/contract'
import type { FeesOfCase } from '@mashang/fees/contract'
import type { MyRating } from '@mashang/hall/contract'
import { isRefusal } from '@mashang/kit'
import { DELIVERY_WORDS } from '@mashang/ui'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FileName } from '../../parts/files.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Notice } from '../../parts/notice.tsx'
import { SignedBy } from '../../parts/signature.tsx'
import { HelpLines } from '../assistance/my-help.tsx'
import { FeesOfCaseBox } from '../fees/case-box.tsx'
import { RatingsOfCase } from '../ratings/ratings-of-case.tsx'
import { HandedOver } from './handed-over.tsx'
import { Happened, Place } from './happened.tsx'
import { Procedures } from './procedures.tsx'
import { ClockCards, StepsOfCase, Timeline } from './progress-parts.tsx'
import { StatusTag } from './status.tsx'

const own = { for: 'some', citizen: true, row: 'own-application' } as const

export const casePageRoute: Route = {
  method: 'GET',
  path: '/my/applications/:id',
  access: own,
  show: showCase,
}

async function showCase({ request, approvals, assistance, fees, hall, view }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const params = { id }
  const [found, charged] = await Promise.all([
    approvals.getApplication({ params }),
    fees.getMyFees({ params }),
  ])
  if (isRefusal(found)) return found
  const rated = await hall.listMyRatings({ query: { application: id } })
  const helped = await assistance.listMyHelp({ query: { application: id } })
  if (isRefusal(helped)) return helped
  return {
    title: view.text(found.item.name),
    section: 'mine',
    crumbs: [{ label: view.say('我的办件', 'My cases'), href: '/my/applications' }],
    main: (
      <CasePage
        found={found}
        fees={isRefusal(charged) ? undefined : charged}
        ratings={isRefusal(rated) ? [] : rated.ratings}
        helped={helped.requests}
        csrfToken={request.csrfToken}
      />
    ),
  }
}

interface Case {
  readonly found: ApplicationView
}

interface CaseParts extends Case {
  readonly fees: FeesOfCase | undefined
  readonly ratings: readonly MyRating[]
  readonly helped: readonly HelpRow[]
  readonly csrfToken: string
}

/** A case as its applicant sees it: status as a sentence first, what to do next, then the details. */
function CasePage({ found, fees, ratings, helped, csrfToken }: CaseParts) {
  const { say } = useView()
  return (
    <div className="wrap case">
      <CaseHead found={found} />
      <CorrectionAsked found={found} />
      <Place found={found} />
      <FeesOfCaseBox fees={fees} />
      <Happened found={found} />
      <Procedures found={found} csrfToken={csrfToken} />
      <Decision found={found} />
      <HandedOver found={found} />
      {found.licence ? <Licence licence={found.licence} /> : null}
      <RatingsOfCase ratings={ratings} />
      <ClockCards clocks={found.clocks} intakeDue={found.intakeDue} />
      <StepsOfCase steps={found.steps} />
      <Documents found={found} />
      <Timeline journal={found.journal} />
      <Given found={found} />
      {helped.length > 0 ? (
        <section aria-labelledby="helpers">
          <h2 id="helpers">{say('谁在帮我', 'Who helps me')}</h2>
          <HelpLines rows={helped} />
        </section>
      ) : null}
      <p>
        <a href={`/items/${encodeURIComponent(found.item.code)}/ask?case=${found.id}`}>
          {say('咨询这个办件', 'Ask about this case')}
        </a>
        {' · '}
        <a href={`/items/${encodeURIComponent(found.item.code)}/help?case=${found.id}`}>
          {say('为这个办件申请帮办代办', 'Ask for help with this case')}
        </a>
      </p>
      {found.actions.includes('withdrawApplication') ? (
        <p>
          <a href={`/my/applications/${found.id}/withdraw`}>{say('撤回申请', 'Withdraw this application')}</a>
        </p>
      ) : null}
    </div>
  )
}

export function CaseHead({ found }: Case) {
  const { say } = useView()
  return (
    <header className="case-head sheet">
      <p className="case-name">
        <StatusTag status={found.status} />
      </p>
      <h1>
        <Said of={found.item.name} />
      </h1>
      <p className="sentence">
        <Said of={found.sentence} />
      </p>
      <p className="hint">
        {say('办件编号', 'Case number')} <b className="code">{found.number}</b> ·{' '}
        <Said of={found.organ.name} /> · {say('提交于', 'submitted')} <Moment at={found.submittedAt} />
      </p>
    </header>
  )
}

function CorrectionAsked({ found }: Case) {
  const { say } = useView()
  const { correction } = found
  if (!correction) return null
  return (
    <Notice
      kind="soon"
      title={say(
        `请补正 ${correction.points.length} 处`,
        correction.points.length === 1
          ? 'Please correct one point'
          : `Please correct ${correction.points.length} points`,
      )}
    >
      <ol className="plain">
        {correction.points.map((point) => (
          <li key={point.target}>
            <b>
              <Said of={point.label} />
            </b>
            {say('：', ': ')}
            {point.what}
          </li>
        ))}
      </ol>
      {correction.note ? <p>{correction.note}</p> : null}
      {found.actions.includes('correctApplication') ? (
        <p>
          <a className="button" href={`/my/applications/${found.id}/correct`}>
            {say('去补正', 'Correct it now')}
          </a>
        </p>
      ) : null}
    </Notice>
  )
}

function Decision({ found }: Case) {
  const { say } = useView()
  const { decision, rights } = found
  if (!decision && !rights) return null
  const refused = found.status === 'refused' || found.status === 'declined'
  return (
    <section className="sheet" aria-labelledby="decision">
      <h2 id="decision">
        {refused ? say('理由和您的权利', 'Reasons and your rights') : say('决定', 'The decision')}
      </h2>
      <Facts
        rows={[
          decision ? { label: say('决定日期', 'Decided on'), value: <Day on={decision.at} /> } : undefined,
          decision?.by ? { label: say('决定人', 'Decided by'), value: decision.by } : undefined,
          decision?.reasons
            ? { label: say('理由', 'Reasons'), value: <span className="answer">{decision.reasons}</span> }
            : undefined,
          rights ? { label: say('您的权利', 'Your rights'), value: <Said of={rights} /> } : undefined,
        ]}
      />
    </section>
  )
}

function Licence({ licence }: { licence: NonNullable<ApplicationView['licence']> }) {
  const { say } = useView()
  return (
    <section className="licence" aria-labelledby="licence">
      <div className="licence-head">
        <Icon name="seal" size="large" />
        <h2 id="licence" lang="zh-CN">
          {licence.title}
        </h2>
      </div>
      <Facts
        rows={[
          { label: say('证照编号', 'Number'), value: <b className="code">{licence.number}</b> },
          { label: say('持证人', 'Holder'), value: licence.holder },
          {
            label: say('有效期', 'Valid'),
            value: (
              <>
                <Day on={licence.from} />
                {licence.to ? (
                  <>
                    {say('至 ', ' to ')}
                    <Day on={licence.to} />
                  </>
                ) : (
                  say('起长期有效', ' without an end')
                )}
              </>
            ),
          },
          ...licence.shows.map(({ label, text }) => ({ label, value: text, asIssued: true })),
        ]}
      />
      <p className="buttons">
        {licence.href ? (
          <a className="button" href={licence.href}>
            <Icon name="download" />
            {say('下载电子证照（PDF）', 'Download the licence (PDF)')}
          </a>
        ) : null}
        <a className="button button-second" href={`/verify/${encodeURIComponent(licence.code)}`}>
          <Icon name="shield" />
          {say('公开核验页', 'Public verification page')}
        </a>
      </p>
    </section>
  )
}

function Documents({ found }: Case) {
  const { say } = useView()
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{say('文书和回执', 'Documents and receipt')}</h2>
      <ul className="documents sheet">
        {found.documents.map((document) => (
          <li key={document.id}>
            <Icon name="file" />
            <div>
              <a href={document.href}>
                <Said of={document.title} />
                {say('（PDF）', ' (PDF)')}
              </a>
              <p className="hint">
                <span className="code">{document.number}</span> · <Day on={document.at} />
                {document.replacedBy
                  ? say(
                      `；有差错，已由 ${document.replacedBy} 替代`,
                      `; it held a slip, ${document.replacedBy} takes its place`,
                    )
                  : null}
              </p>
            </div>
          </li>
        ))}
        <li>
          <Icon name="shield" />
          <div>
            <a href={`/my/applications/${found.id}/receipt`}>
              {say('可验证的提交回执', 'Verifiable receipt of your submission')}
            </a>
            <p className="hint">
              {say(
                '任何人都能独立验证：您何时提交、提交了什么。',
                'Anyone can check by themselves when you submitted, and what.',
              )}
            </p>
          </div>
        </li>
      </ul>
    </section>
  )
}

/** What was submitted, folded: the applicant knows it. */
function Given({ found }: Case) {
  const { language, say, text } = useView()
  const { applicant } = found
  return (
    <details className="sheet given">
      <summary>{say('我提交的内容', 'What I submitted')}</summary>
      <Facts
        rows={[
          {
            label: say('申请人', 'Applicant'),
            value: `${applicant.name}${applicant.agent ? say(`（经办人：${applicant.agent}）`, ` (agent: ${applicant.agent})`) : ''}`,
          },
          { label: say('证件号码', 'Code'), value: <span className="code">{applicant.code}</span> },
          found.signature
            ? {
                label: say('电子签名', 'Electronic signature'),
                value: <SignedBy signature={found.signature} />,
              }
            : undefined,
          ...found.answers.map((answer) => ({
            label: text(answer.label),
            value: <span className="answer">{answer.text || '—'}</span>,
          })),
          { label: say('送达方式', 'Delivery'), value: DELIVERY_WORDS[found.delivery][language] },
        ]}
      />
      {found.materials.some(({ files, held }) => files.length > 0 || held) ? (
        <h3>{say('材料', 'Documents')}</h3>
      ) : null}
      <ul className="files files-plain">
        {found.materials.flatMap((material) =>
          material.files.map((file) => (
            <li key={material.id + file.digest}>
              <span className="hint">
                <Said of={material.name} />
              </span>
              <FileName file={file} href={file.href} />
            </li>
          )),
        )}
      </ul>
      <p>
        <a href={`/items/${encodeURIComponent(found.item.code)}?version=${found.item.version}`}>
          {say('申请时的办事指南', 'The guide as it was when you applied')}
        </a>
      </p>
    </details>
  )
}
