import type { approvalsEndpoints } from '@mashang/approvals/contract'
import { everyone, isRefusal, type OutputOf } from '@mashang/kit'
import { APPLICANT_WORDS, periodText } from '@mashang/ui'
import type { Route } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { BasisOf } from '../../parts/basis.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { depthText, visitsText } from '../../parts/item-card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { hrefOf, kindText, NOTHING_ASKED } from './asked.ts'
import { entryHref, limitText } from './entry-table.tsx'

type EntryView = OutputOf<(typeof approvalsEndpoints)['getEntry']>

export const entryRoute: Route = {
  method: 'GET',
  path: '/catalogue/:code',
  access: everyone,
  shared: true,
  async show({ request, approvals, view }) {
    const entry = await approvals.getEntry({ params: { code: request.params.code ?? '' } })
    if (isRefusal(entry)) return entry
    return {
      title: view.text(entry.name),
      section: 'items',
      crumbs: [
        { label: view.say('事项目录', 'Catalogue'), href: '/catalogue' },
        {
          label: view.text(entry.organ.short),
          href: hrefOf({ ...NOTHING_ASKED, organ: entry.organ.id }),
        },
      ],
      main: <EntryPage entry={entry} />,
    }
  },
}

/** What is known of an entry before its guide is complete, and where to ask. */
function EntryPage({ entry }: { entry: EntryView }) {
  const view = useView()
  const { say } = view
  return (
    <article className="wrap entry">
      <header className="guide-head">
        <p className="guide-kind">
          {kindText(entry.type, view)} · <Said of={entry.organ.name} />
        </p>
        <h1>
          <Said of={entry.name} />
        </h1>
        <p className="hint guide-code">
          {say('事项编码', 'Code')} <span className="code">{entry.code}</span>
        </p>
      </header>
      <GuideOrNot entry={entry} />
      <div className="entry-parts">
        <BasicFacts entry={entry} />
        <WhereToAsk entry={entry} />
      </div>
      <p className="only-script" hidden>
        <button type="button" className="button-link" data-print="">
          <Icon name="print" />
          {say('打印本页', 'Print this page')}
        </button>
      </p>
    </article>
  )
}

function GuideOrNot({ entry }: { entry: EntryView }) {
  const { say } = useView()
  if (entry.guide)
    return (
      <p>
        <a className="button" href={entryHref(entry)}>
          {say('看完整的办事指南', 'Read the complete guide')}
          <Icon name="next" />
        </a>
      </p>
    )
  return (
    <Notice kind="info" title={say('完整的办事指南正在编写', 'The complete guide is being written')}>
      <p>
        {say(
          '下面是目录登记的基本信息。要带什么材料、分几步办，请先打电话问清楚再来，以免白跑。',
          'These are the basic facts of the catalogue. Please ask by phone what to bring before you come.',
        )}
      </p>
    </Notice>
  )
}

function BasicFacts({ entry }: { entry: EntryView }) {
  const view = useView()
  const { language, say } = view
  const others = entry.whole ? [entry.whole] : entry.situations
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{say('基本信息', 'Basic facts')}</h2>
      <div className="sheet">
        <Facts
          rows={[
            {
              label: say('谁能申请', 'Who may apply'),
              value: entry.applicants.map((kind) => APPLICANT_WORDS[kind][language]).join(say('、', ', ')),
            },
            { label: say('承诺时限', 'Promised time'), value: limitText(entry.promised, view) },
            { label: say('法定时限', 'The law allows'), value: periodText(entry.statutory, language) },
            { label: say('跑动次数', 'Visits'), value: visitsText(entry.visits, say) },
            { label: say('网上办理深度', 'Online depth'), value: depthText(entry.depth, say) },
            {
              label: say('收费', 'Fee'),
              value: entry.fee ? say('收费', 'Fee charged') : say('不收费', 'Free'),
            },
            entry.basis.length > 0
              ? {
                  label: say('法律依据', 'Legal basis'),
                  value: (
                    <ul className="plain">
                      {entry.basis.map((basis) => (
                        <li key={`${basis.law}${basis.article}`}>
                          <BasisOf basis={basis} />
                        </li>
                      ))}
                    </ul>
                  ),
                }
              : undefined,
            others.length > 0
              ? {
                  label: entry.whole ? say('所属事项', 'Part of') : say('其他情形', 'Further situations'),
                  value: (
                    <ul className="plain">
                      {others.map((other) => (
                        <li key={other.code}>
                          <a href={entryHref(other)}>
                            <Said of={other.name} />
                          </a>
                        </li>
                      ))}
                    </ul>
                  ),
                }
              : undefined,
          ]}
        />
      </div>
    </section>
  )
}

function WhereToAsk({ entry: { organ } }: { entry: EntryView }) {
  const { say, city } = useView()
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{say('到哪里问、到哪里办', 'Where to ask and apply')}</h2>
      <div className="sheet">
        <Facts
          rows={[
            {
              label: say('办理部门', 'Department'),
              value: (
                <>
                  <Said of={organ.name} />
                  {say(' ', ', ')}
                  <Said of={organ.office} />
                </>
              ),
            },
            { label: say('咨询电话', 'Phone'), value: <a href={`tel:${organ.phone}`}>{organ.phone}</a> },
            { label: say('地址', 'Address'), value: <Said of={organ.address} /> },
            { label: say('热线', 'Hotline'), value: <a href={`tel:${city.hotline}`}>{city.hotline}</a> },
          ]}
        />
      </div>
    </section>
  )
}
