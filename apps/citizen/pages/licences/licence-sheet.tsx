import type { LicencePage } from '@mashang/approvals/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { QrCode } from '../../parts/qr-code.tsx'
import { LICENCE_LOOKS, LicenceButtons } from './licence-card.tsx'

interface Props {
  readonly licence: LicencePage
  readonly csrfToken: string
  readonly origin: string
  readonly error?: string | undefined
}

/** One licence: what it says, how to show it, what may be done with it, and everything that happened to it. */
export function LicenceSheet({ licence, csrfToken, origin, error }: Props) {
  const { say, language } = useView()
  const look = LICENCE_LOOKS[licence.status]
  return (
    <div className="wrap narrow">
      <h1 lang="zh-CN">{licence.title}</h1>
      <p>
        <span className="tag status-tag">
          <Icon name={look.icon} /> {look.words[language]}
        </span>{' '}
        <Said of={licence.sentence} />
      </p>
      {licence.proposal ? <Proposal licence={licence} csrfToken={csrfToken} error={error} /> : null}
      <section className="sheet" aria-label={say('证照内容', 'What it says')}>
        <Facts
          rows={[
            { label: say('证照编号', 'Number'), value: <b className="code">{licence.number}</b> },
            {
              label: say('电子证照标识', 'Identifier'),
              value: <span className="code">{licence.identifier}</span>,
            },
            { label: say('持证人', 'Holder'), value: `${licence.holder}（${licence.holderCode}）` },
            { label: say('发证机关', 'Issued by'), value: <Said of={licence.organ.name} /> },
            { label: say('有效期自', 'Valid from'), value: <Day on={licence.from} /> },
            {
              label: say('有效期至', 'Valid until'),
              value: licence.to ? <Day on={licence.to} /> : say('长期', 'without an end'),
            },
            ...licence.shows.map(({ label, text }) => ({ label, value: text, asIssued: true })),
            ...licence.endings.map(({ on, ground, reasons }) => ({
              label: say('终止', 'Ended'),
              value: (
                <>
                  <Day on={on} />
                  {say('，', ', ')}
                  <Said of={ground.words} /> {`（${ground.article}）`}
                  <br />
                  {reasons}
                </>
              ),
            })),
          ]}
        />
        <LicenceButtons licence={licence} csrfToken={csrfToken} />
      </section>
      <section className="sheet licence-show">
        <h2>{say('出示和核验', 'To show it')}</h2>
        <QrCode
          text={`${origin}/verify/${licence.code}`}
          title={say('扫码核验这张证照', 'Scan to verify this licence')}
        />
        <p>
          <a href={`/verify/${encodeURIComponent(licence.code)}`}>
            {say('公开核验页', 'Public verification page')}
          </a>
        </p>
      </section>
      <Documents licence={licence} />
      <History licence={licence} />
    </div>
  )
}

function Proposal({ licence, csrfToken, error }: Omit<Props, 'origin'>) {
  const { say } = useView()
  const { proposal } = licence
  if (!proposal) return null
  return (
    <Notice kind="stop" title={say('发证机关拟撤销这张证照', 'The organ intends to revoke this licence')}>
      <p>
        <Said of={proposal.ground.words} /> {`（${proposal.ground.article}）`}
      </p>
      <p>{proposal.reasons}</p>
      <p>
        {say('您有权陈述、申辩，请在 ', 'You have the right to state and defend your case, until ')}
        <Day on={proposal.answerBy} />
        {say(' 前提出。', '.')}
      </p>
      <form method="post" action={`/licences/${licence.id}/statement`}>
        <Hidden values={{ _csrf: csrfToken }} />
        <ErrorSummary errors={error ? [{ at: 'text', message: error }] : []} />
        <InputBox
          labelled={{ id: 'text', label: say('您的陈述和理由', 'Your statement'), error }}
          name="text"
          rows={5}
          value=""
          maxLength={4000}
        />
        <button type="submit" className="button">
          {say('提交陈述申辩', 'Send the statement')}
        </button>
      </form>
    </Notice>
  )
}

function Documents({ licence }: { licence: LicencePage }) {
  const { say } = useView()
  if (licence.documents.length === 0) return null
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{say('文书', 'Documents')}</h2>
      <ul className="documents sheet">
        {licence.documents.map((document) => (
          <li key={document.id}>
            <Icon name="file" />
            <div>
              <a href={document.href}>
                <Said of={document.title} />
                {say('（PDF）', ' (PDF)')}
              </a>
              <p className="hint">
                <span className="code">{document.number}</span> · <Day on={document.at} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ licence }: { licence: LicencePage }) {
  const { say } = useView()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say('证照的经过', 'Its history')}</h2>
      <ol className="happened sheet">
        {licence.history.map((line) => (
          <li key={line.revision}>
            <b>
              <Said of={line.title} />
            </b>{' '}
            <span className="hint">
              <Moment at={line.at} />
            </span>
            {line.detail ? <p className="answer">{line.detail}</p> : null}
          </li>
        ))}
      </ol>
      {licence.cases.length > 0 ? (
        <>
          <h2>{say('相关办件', 'Its cases')}</h2>
          <ul className="plain sheet">
            {licence.cases.map((one) => (
              <li key={one.id}>
                <a href={`/my/applications/${one.id}`}>
                  <Said of={one.item} />
                </a>{' '}
                <span className="code">{one.number}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
