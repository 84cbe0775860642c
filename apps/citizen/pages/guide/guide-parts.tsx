import type { ItemGuide } from '@mashang/approvals/contract'
import { formatMoney } from '@mashang/kit'
import type { PublicAnswer } from '@mashang/knowledge/contract'
import {
  CLOCK_STOP_WORDS,
  DELIVERY_WORDS,
  feeRuleText,
  inSentence,
  periodText,
  validityText,
} from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { BasisOf } from '../../parts/basis.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ItemLine } from '../../parts/item-card.tsx'
import { AnswerList } from '../questions/answer-list.tsx'

interface Part {
  readonly guide: ItemGuide
}

/** How many can be granted, and where to see how many are left. */
function QuotaTold({ item: { code, quota } }: Pick<ItemGuide, 'item'>) {
  const { say } = useView()
  if (!quota) return null
  const yearly = quota.per === 'year'
  const drawn = quota.method === 'draw'
  return (
    <p>
      {say(
        `准予的数量有限制：${yearly ? '每年' : '共'} ${quota.places} 个名额，${drawn ? '截止后摇号' : '按受理先后'}。`,
        `Only ${quota.places} can be granted${yearly ? ' each year' : ''}, ${drawn ? 'drawn after the last day' : 'by the order of acceptance'}. `,
      )}
      <a href={`/items/${encodeURIComponent(code)}/quota`}>{say('查看名额情况', 'See the places')}</a>
    </p>
  )
}

export function GuideConditions({ guide: { item } }: Part) {
  const { say } = useView()
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{say('我能办吗', 'Can I apply')}</h2>
      <div className="sheet">
        <p>{say('符合下列全部条件的，可以申请：', 'You can apply if all of these hold:')}</p>
        <QuotaTold item={item} />
        <ul className="ticked">
          {item.conditions.map((condition) => (
            <li key={condition.zh}>
              <Icon name="check" />
              <span>
                <Said of={condition} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

export function GuideLimits({ guide: { item } }: Part) {
  const { language, say } = useView()
  const { statutory, promised } = item.limits
  const spot = item.handling === 'on-the-spot'
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">{say('多久办好', 'How long')}</h2>
      <div className="sheet">
        <div className="limits">
          <p className="limit limit-promised">
            <span>{say('承诺时限', 'We promise')}</span>
            <b>{spot ? say('当场办结', 'Done at once') : periodText(promised.days, language)}</b>
            {promised.note ? (
              <small>
                <Said of={promised.note} />
              </small>
            ) : null}
          </p>
          <p className="limit">
            <span>{say('法定时限', 'The law allows')}</span>
            <b>{periodText(statutory.days, language)}</b>
            {statutory.note ? (
              <small>
                <Said of={statutory.note} />
              </small>
            ) : null}
            {statutory.basis ? (
              <small>
                <BasisOf basis={statutory.basis} />
              </small>
            ) : null}
          </p>
        </div>
        <p className="hint">
          {say(
            '时限从受理之日的次日起算，按工作日计的不含周末和法定节假日。',
            'Time runs from the day after acceptance; working days leave out weekends and public holidays.',
          )}
          {item['clock-stops'].length > 0
            ? say(
                `${item['clock-stops'].map((kind) => CLOCK_STOP_WORDS[kind].zh).join('、')}的时间不计入时限，会书面告诉您。`,
                ` Time for ${item['clock-stops'].map((kind) => inSentence(CLOCK_STOP_WORDS[kind]).en).join(', ')} does not count; you are told in writing.`,
              )
            : null}
        </p>
      </div>
    </section>
  )
}

export function GuideFees({ guide: { item } }: Part) {
  const { language, say } = useView()
  return (
    <section aria-labelledby="fees">
      <h2 id="fees">{say('收多少钱', 'How much')}</h2>
      <div className="sheet">
        {item.fees.length === 0 ? (
          <p>{say('不收费。', 'Nothing. There is no fee.')}</p>
        ) : (
          <>
            <ul className="fees">
              {item.fees.map((fee) => (
                <li key={fee.name.zh}>
                  <h3>
                    <Said of={fee.name} />
                    {fee.amount === undefined ? null : <b className="number">{formatMoney(fee.amount)}</b>}
                  </h3>
                  <p>
                    <Said of={fee.standard} />
                  </p>
                  {feeRuleText(fee, item.fields, language).map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                  <p className="hint">
                    {say('收费依据：', 'Basis: ')}
                    <BasisOf basis={fee.basis} />
                  </p>
                </li>
              ))}
            </ul>
            <p>
              {item['online-payment']
                ? say('可以网上缴费。', 'The fee can be paid online.')
                : say('在窗口缴费。', 'The fee is paid at the window.')}
            </p>
          </>
        )}
      </div>
    </section>
  )
}

export function GuideWindows({ guide: { item, windows, organ, online } }: Part) {
  const { say } = useView()
  const consultation = item.phones.consultation
  const complaint = item.phones.complaint
  return (
    <section aria-labelledby="windows">
      <h2 id="windows">{say('到哪里办', 'Where')}</h2>
      <div className="sheet">
        {online ? (
          <p>
            {say('可以在本网站申请，也可以到下列窗口：', 'You can apply on this site, or at these windows:')}
          </p>
        ) : null}
        {item.signature === 'certificate' && online ? (
          <p>
            {say(
              '企业在网上提交时，须用企业数字证书签名；没有证书的，到窗口当面签字。',
              'Online, an enterprise signs its application with its certificate; without one, on paper at the window.',
            )}{' '}
            <a href="/my/account#certificates">{say('申请证书', 'Get a certificate')}</a>
          </p>
        ) : null}
        {item.visits > 0 && item['visits-reason'] ? (
          <p>
            {say('需要到场的原因：', 'Why a visit is needed: ')}
            <Said of={item['visits-reason']} />
          </p>
        ) : null}
        <ul className="windows">
          {windows.map((window) => (
            <li key={window.id}>
              <p className="window-number">{say(`${window.number} 窗口`, `Window ${window.number}`)}</p>
              <p>
                <Said of={window.hall} /> · {window.floor}
              </p>
              <p>
                <Icon name="pin" /> <Said of={window.address} />
              </p>
              <p>
                <Icon name="clock" /> <Said of={window.hours} />
              </p>
              <p>
                <Icon name="phone" /> <a href={`tel:${window.phone}`}>{window.phone}</a>
              </p>
            </li>
          ))}
        </ul>
        <Facts
          rows={[
            {
              label: say('办理部门', 'Organ'),
              value: (
                <>
                  <Said of={organ.name} /> <Said of={organ.office} />
                </>
              ),
            },
            {
              label: say('咨询电话', 'Questions'),
              value: <a href={`tel:${consultation}`}>{consultation}</a>,
            },
            { label: say('监督投诉电话', 'Complaints'), value: <a href={`tel:${complaint}`}>{complaint}</a> },
          ]}
        />
      </div>
    </section>
  )
}

export function GuideBasis({ guide: { item } }: Part) {
  const { say } = useView()
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">{say('法律依据', 'Legal basis')}</h2>
      <div className="sheet">
        <ul className="plain">
          {item.basis.map((basis) => (
            <li key={basis.law + (basis.article ?? '')}>
              <BasisOf basis={basis} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

export function GuideResult({ guide: { item } }: Part) {
  const { language, say } = useView()
  const { result } = item
  const renewal = result.renewal
  return (
    <section aria-labelledby="result">
      <h2 id="result">{say('办成得到什么', 'The result')}</h2>
      <div className="sheet">
        <Facts
          rows={[
            { label: say('结果', 'You get'), value: <Said of={result.name} /> },
            {
              label: say('有效期', 'Valid for'),
              value: result.valid ? validityText(result.valid, language) : say('长期有效', 'No end date'),
            },
            {
              label: say('送达方式', 'Delivered'),
              value: item.delivery.map((how) => DELIVERY_WORDS[how][language]).join(say('、', ', ')),
            },
            renewal
              ? {
                  label: say('到期延续', 'Renewal'),
                  value: (
                    <>
                      {say(
                        `有效期届满 ${periodText(renewal['ask-before'], 'zh')}前提出。`,
                        `Ask ${periodText(renewal['ask-before'], 'en')} before it ends. `,
                      )}
                      {renewal.basis ? <BasisOf basis={renewal.basis} /> : null}
                    </>
                  ),
                }
              : undefined,
          ]}
        />
      </div>
    </section>
  )
}

/** The guide's own questions, then those that came of what people asked; whoever does not find his own asks. */
export function GuideFaq({ guide: { item, status }, answers }: Part & { answers: readonly PublicAnswer[] }) {
  const { say } = useView()
  const own = item.faq.map(({ q, a }) => ({ item, question: q, answer: a, cited: [] }))
  const all = [...own, ...answers]
  return (
    <section aria-labelledby="faq">
      <h2 id="faq">{say('常见问题', 'Questions often asked')}</h2>
      {all.length > 0 ? <AnswerList answers={all} /> : null}
      {status === 'draft' || status === 'superseded' ? null : (
        <p className="buttons">
          <a className="button button-second" href={`/items/${encodeURIComponent(item.code)}/ask`}>
            <Icon name="message" />
            {say('咨询本事项', 'Ask about this service')}
          </a>
          <a className="button button-second" href={`/items/${encodeURIComponent(item.code)}/help`}>
            <Icon name="person" />
            {say('申请帮办代办', 'Ask for help')}
          </a>
          <a href="/questions">{say('查找其他常见问题', 'Other questions often asked')}</a>
        </p>
      )}
    </section>
  )
}

export function GuideRelated({ guide: { related } }: Part) {
  const { say } = useView()
  if (related.length === 0) return null
  return (
    <section aria-labelledby="related" className="guide-related">
      <h2 id="related">{say('相关事项', 'Related services')}</h2>
      <ul className="items">
        {related.slice(0, 4).map((item) => (
          <ItemLine key={item.code} item={item} level={3} />
        ))}
      </ul>
    </section>
  )
}
