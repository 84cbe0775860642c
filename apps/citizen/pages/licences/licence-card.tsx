import type { LicencePage } from '@mashang/approvals/contract'
import type { Words } from '@mashang/kit'
import { Said, useView } from '../../frame/view.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Hidden } from '../../parts/inputs.tsx'

export const LICENCE_LOOKS: Readonly<
  Record<LicencePage['status'], { readonly words: Words; readonly icon: IconName }>
> = {
  valid: { words: { zh: '有效', en: 'Valid' }, icon: 'done' },
  expired: { words: { zh: '已过期', en: 'Expired' }, icon: 'warning' },
  cancelled: { words: { zh: '已注销', en: 'Cancelled' }, icon: 'cross' },
  revoked: { words: { zh: '已撤销', en: 'Revoked' }, icon: 'cross' },
  withdrawn: { words: { zh: '已撤回', en: 'Withdrawn' }, icon: 'cross' },
  forfeited: { words: { zh: '已吊销', en: 'Forfeited' }, icon: 'cross' },
}

/** One licence among others: what it is, until when, and what one can do with it. */
export function LicenceCard({ licence, csrfToken }: { licence: LicencePage; csrfToken: string }) {
  const { language } = useView()
  const look = LICENCE_LOOKS[licence.status]
  return (
    <article className={`sheet licence-card licence-${licence.status}`}>
      <span className="tag status-tag">
        <Icon name={look.icon} /> {look.words[language]}
      </span>
      <h3 className="item-name" lang="zh-CN">
        <a href={`/licences/${licence.id}`}>{licence.title}</a>
      </h3>
      <p className="hint">
        <span className="code">{licence.number}</span> · {licence.holder}
      </p>
      <p>
        <Said of={licence.sentence} />
      </p>
      <LicenceButtons licence={licence} csrfToken={csrfToken} />
    </article>
  )
}

const APPLY: Readonly<Record<string, Words>> = {
  renewal: { zh: '延续', en: 'Renew' },
  change: { zh: '变更', en: 'Change' },
  reissue: { zh: '补办', en: 'Reissue' },
  cancellation: { zh: '注销', en: 'Cancel it' },
}
const ORDER = ['renewal', 'change', 'reissue', 'cancellation']

/** Of several buttons that say the same, which licence this one is about. */
function Which({ licence: { title, number } }: { licence: LicencePage }) {
  const { say } = useView()
  return (
    <span className="unseen">
      {say('：', ': ')}
      <span lang="zh-CN">{`${title} ${number}`}</span>
    </span>
  )
}

/** Download, and what may be applied for: each begins a form with this licence filled in. */
export function LicenceButtons({ licence, csrfToken }: { licence: LicencePage; csrfToken: string }) {
  const { say, language } = useView()
  const offers = [...licence.applyFor].sort((a, b) => ORDER.indexOf(a.situation) - ORDER.indexOf(b.situation))
  return (
    <>
      <div className="buttons licence-buttons">
        {licence.href ? (
          <a className="button" href={licence.href}>
            <Icon name="download" />
            {say('下载（PDF）', 'Download (PDF)')}
            <Which licence={licence} />
          </a>
        ) : null}
        {offers.map(({ situation, item }) => (
          <form key={item.code} method="post" action={`/licences/${licence.id}/apply`}>
            <Hidden values={{ _csrf: csrfToken, item: item.code }} />
            <button type="submit" className="button button-second">
              {APPLY[situation]?.[language] ?? item.name.zh}
              <Which licence={licence} />
            </button>
          </form>
        ))}
      </div>
      {offers.some(({ late }) => late) ? (
        <p className="hint">
          <Icon name="warning" />{' '}
          {say(
            '已经过了应当提出延续的日子：仍会受理，但到期前没有决定的，不视为准予延续。请尽快申请。',
            'The day by which a renewal should be asked for has passed: it is still taken, but it does not count as renewed if nobody decides in time. Apply soon.',
          )}
        </p>
      ) : null}
    </>
  )
}
