import type { ItemGuide } from '@mashang/approvals/contract'
import { formatDay } from '@mashang/kit'
import { APPLICANT_WORDS, HANDLING_WORDS, ITEM_TYPE_WORDS, periodText } from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { type Fact, Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { depthText, visitsText } from '../../parts/item-card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { QrCode } from '../../parts/qr-code.tsx'
import { GuideDraft, GuideEnd } from './guide-end.tsx'

export function GuideHead({ guide: { item, organ } }: { guide: ItemGuide }) {
  const { language, say } = useView()
  return (
    <header className="guide-head">
      <p className="guide-kind">
        {ITEM_TYPE_WORDS[item.type][language]} · <Said of={organ.name} />
      </p>
      <h1>
        <NameInParts name={item.name} />
      </h1>
      {item.summary ? (
        <p className="lead">
          <Said of={item.summary} />
        </p>
      ) : null}
      <p className="hint guide-code">
        {say('事项编码', 'Code')} <span className="code">{item.code}</span>
        {say('，第 ', ', version ')}
        {item.version}
        {say(' 版，', ', in effect from ')}
        {formatDay(item.effective.from, language)}
        {say('起实施', '')}
      </p>
    </header>
  )
}

/** A name whose bracketed part stays in one piece where the line is too short for all of it. */
function NameInParts({ name }: { name: ItemGuide['item']['name'] }) {
  const { language } = useView()
  const [before = '', bracketed] = name.zh.split(/(?=（[^（）]{1,8}）$)/)
  if (language === 'en' || bracketed === undefined) return <Said of={name} />
  return (
    <>
      {before}
      <span className="together">{bracketed}</span>
    </>
  )
}

/** Says plainly when one cannot apply now, and why. */
export function GuideState({ guide }: { guide: ItemGuide }) {
  const { language, say } = useView()
  const { item, status, suspended } = guide
  const { code } = item
  const { from } = item.effective
  if (status === 'suspended')
    return (
      <Notice kind="soon" title={say('本事项暂停办理', 'This service is suspended')}>
        {suspended && (
          <p>
            {say('自', 'Since ')}
            {formatDay(suspended.since, language)}
            {say('起暂停，原因：', ', because: ')}
            <span lang="zh-CN">{suspended.reason}</span>
          </p>
        )}
        <p>
          {say(
            '暂停期间不受理新的申请，已受理的继续办理。恢复时间请电话咨询。',
            'No new applications are taken; those accepted go on. Please ask by phone when it resumes.',
          )}
        </p>
      </Notice>
    )
  if (status === 'superseded')
    return (
      <Notice kind="soon" title={say('这是以前的版本', 'This is an earlier version')}>
        <p>
          {say(
            '按这一版提交的办件仍按它办理；新的申请请看',
            'Cases submitted under it are still handled by it; for a new application see ',
          )}
          <a href={`/items/${encodeURIComponent(code)}`}>{say('现行的办事指南', 'the guide in force')}</a>
          {say('。', '.')}
        </p>
      </Notice>
    )
  if (status === 'draft') return <GuideDraft />
  if (status === 'cancelled' || guide.ends) return <GuideEnd guide={guide} />
  if (status === 'not-yet-in-effect')
    return (
      <Notice kind="info" title={say('本事项还没有开始实施', 'This service is not in effect yet')}>
        <p>
          {say(
            `自${formatDay(from, language)}起可以申请。`,
            `You can apply from ${formatDay(from, language)}.`,
          )}
        </p>
      </Notice>
    )
  return null
}

/** What one wants to know at a glance, and the button to start. */
export function GuideAside({ guide }: { guide: ItemGuide }) {
  const { language, say, origin } = useView()
  const { item } = guide
  const rows: readonly Fact[] = [
    { label: say('办件类型', 'Kind'), value: HANDLING_WORDS[item.handling][language] },
    {
      label: say('承诺时限', 'Promised time'),
      value:
        item.handling === 'on-the-spot'
          ? say('当场办结', 'Done at once')
          : periodText(item.limits.promised.days, language),
    },
    { label: say('跑动次数', 'Visits'), value: visitsText(item.visits, say) },
    {
      label: say('收费', 'Fee'),
      value: item.fees.length === 0 ? say('不收费', 'Free') : say('收费', 'Fee charged'),
    },
    {
      label: say('谁能申请', 'Who may apply'),
      value: item.applicants.map((kind) => APPLICANT_WORDS[kind][language]).join(say('、', ', ')),
    },
    { label: say('网上办理深度', 'Online depth'), value: depthText(item.depth, say) },
  ]
  const here = `${origin}/items/${encodeURIComponent(item.code)}`
  return (
    <aside className="guide-aside" aria-label={say('要点', 'At a glance')}>
      <div className="sheet">
        <Facts rows={rows} />
        <Start guide={guide} />
        <ul className="guide-tools">
          {guide.status === 'superseded' || guide.status === 'draft' ? null : (
            <li>
              <a href={`/api/approvals/items/${encodeURIComponent(item.code)}/notice.pdf`}>
                <Icon name="download" />
                {say('一次性告知单（PDF）', 'One-time notice (PDF)')}
              </a>
            </li>
          )}
          <li className="only-script" hidden>
            <button type="button" className="button-link" data-print="">
              <Icon name="print" />
              {say('打印本页', 'Print this page')}
            </button>
          </li>
        </ul>
      </div>
      <figure className="guide-qr">
        <QrCode text={here} title={say('本页的二维码', 'QR code of this page')} />
        <figcaption>
          {say('手机扫码打开本页', 'Scan to open this page')}
          <span className="print-only code">{here}</span>
        </figcaption>
      </figure>
    </aside>
  )
}

function Start({ guide: { item, status, online } }: { guide: ItemGuide }) {
  const { say } = useView()
  if (status !== 'published') return null
  if (!online)
    return (
      <p className="guide-start">
        <a className="button button-second" href="#windows">
          <Icon name="pin" />
          {say('到窗口办理', 'Apply at a window')}
        </a>
      </p>
    )
  return (
    <p className="guide-start">
      <a className="button" href={`/apply/${encodeURIComponent(item.code)}`}>
        {say('在线办理', 'Start now')}
        <Icon name="next" />
      </a>
    </p>
  )
}
