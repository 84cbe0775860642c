import type { BundleView, PartView } from '@mashang/bundles/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Empty } from '../../parts/notice.tsx'
import { QrCode } from '../../parts/qr-code.tsx'
import { PART_STATE } from './words.ts'

/** One letter with every licence of the bundle, to be printed as one and verified one by one. */
export function Letter({ found, origin }: { found: BundleView; origin: string }) {
  const { say } = useView()
  const licences = found.parts.filter((part) => part.licence)
  const others = found.parts.filter((part) => !part.licence)
  return (
    <div className="wrap bundle letter">
      <h1>
        <Said of={found.name} />
        {say('：办理结果', ': the results')}
      </h1>
      <p className="sentence">
        <Said of={found.sentence} />
      </p>
      <p className="hint">
        {found.applicant}
        {found.submittedAt ? (
          <>
            {say(' · 提交于 ', ' · submitted on ')}
            <Day on={found.submittedAt} />
          </>
        ) : null}
        {found.concludedAt ? (
          <>
            {say(' · 办完于 ', ' · finished on ')}
            <Day on={found.concludedAt} />
          </>
        ) : null}
      </p>
      {licences.length === 0 ? (
        <Empty title={say('还没有结果', 'No results yet')}>
          <p>
            {say('每办结一项，证照就会出现在这里。', 'Each licence appears here as soon as it is granted.')}
          </p>
        </Empty>
      ) : (
        <p className="to-print">
          <Icon name="print" />{' '}
          {say('用浏览器的“打印”就能一次打印全部证照信息。', 'Print this page to have all of them on paper.')}
        </p>
      )}
      {licences.map((part) => (
        <Licence key={part.id} part={part} origin={origin} />
      ))}
      <Others parts={others} />
      <p>
        <a href={`/my/bundles/${found.id}`}>{say('回到办理进度', 'Back to how it stands')}</a>
      </p>
    </div>
  )
}

function Others({ parts }: { parts: readonly PartView[] }) {
  const { say } = useView()
  if (parts.length === 0) return null
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say('其余事项', 'The others')}</h2>
      <ul className="rows">
        {parts.map((part) => (
          <li key={part.id}>
            <p>
              <Said of={part.name} />{' '}
              <span className="tag">
                <Said of={PART_STATE[part.state]} />
              </span>
            </p>
            {part.refusal ? <p>{part.refusal.reasons}</p> : null}
            {part.refusal?.rights ? (
              <p className="hint">
                <Said of={part.refusal.rights} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Licence({ part, origin }: { part: PartView; origin: string }) {
  const { say } = useView()
  const { licence } = part
  if (!licence) return null
  const verify = `${origin}/verify/${licence.code}`
  return (
    <section className="sheet letter-licence" aria-labelledby={`licence-${part.id}`}>
      <div>
        <h2 id={`licence-${part.id}`} lang="zh-CN">
          {licence.title}
        </h2>
        <Facts
          rows={[
            { label: say('编号', 'Number'), value: <b className="code">{licence.number}</b> },
            { label: say('持证人', 'Holder'), value: licence.holder },
            { label: say('发证机关', 'Issued by'), value: <Said of={part.organ.name} /> },
            { label: say('有效期自', 'Valid from'), value: <Day on={licence.from} /> },
            {
              label: say('有效期至', 'Valid until'),
              value: licence.to ? <Day on={licence.to} /> : say('长期', 'without an end'),
            },
            ...licence.shows.map(({ label, text }) => ({ label, value: text, asIssued: true })),
          ]}
        />
        <p className="buttons">
          <a href={`/verify/${licence.code}`}>
            <Icon name="shield" /> {say('核验', 'Verify')}
            <span className="unseen">{licence.title}</span>
          </a>
          {licence.href ? (
            <a href={licence.href}>
              <Icon name="download" /> {say('下载 PDF', 'PDF')}
              <span className="unseen">{licence.title}</span>
            </a>
          ) : null}
        </p>
      </div>
      <QrCode text={verify} title={say('扫码核验', 'Scan to verify')} />
    </section>
  )
}
