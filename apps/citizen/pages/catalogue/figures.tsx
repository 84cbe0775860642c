import { useView } from '../../frame/view.tsx'
import { depthText } from '../../parts/item-card.tsx'
import { type Asked, classText, type EntryCounts, hrefOf, NOTHING_ASKED, typeText } from './asked.ts'

interface Figure {
  readonly count: number
  readonly label: string
  readonly hint: string
  readonly asked: Partial<Asked>
}

/** The figures of the catalogue; each opens the list that it counts. */
export function Figures({ counts }: { counts: EntryCounts }) {
  const view = useView()
  const { say } = view
  const byList: readonly Figure[] = [
    {
      count: counts.licences,
      label: typeText('licence', view),
      hint: say('从事特定活动前取得准许', 'Permission to do a particular activity'),
      asked: { type: 'licence', only: 'entries' },
    },
    {
      count: counts.publicServices,
      label: typeText('public-service', view),
      hint: say('依申请提供的登记、给付等服务', 'Registration, benefits and more, on application'),
      asked: { type: 'public-service', only: 'entries' },
    },
  ]
  const byVisits: readonly Figure[] = [
    {
      count: counts.whollyOnline,
      label: classText('wholly-online', view),
      hint: say('网上办完，一次不跑', 'Done online, nobody comes'),
      asked: { class: 'wholly-online' },
    },
    {
      count: counts.oneVisit,
      label: classText('one-visit', view),
      hint: say('最多到现场一次', 'Come once at most'),
      asked: { class: 'one-visit' },
    },
    {
      count: counts.fewerVisits,
      label: classText('fewer-visits', view),
      hint: say('还要到现场两次以上，正在减少', 'Two visits or more, being reduced'),
      asked: { class: 'fewer-visits' },
    },
  ]
  return (
    <div className="figures">
      <FigureGroup
        title={say(`目录事项 ${counts.entries} 项`, `${counts.entries} entries`)}
        figures={byList}
      />
      <FigureGroup
        title={say(
          `办理项 ${counts.handled} 个（含变更、延续等情形）`,
          `${counts.handled} with changes and renewals`,
        )}
        figures={byVisits}
      />
    </div>
  )
}

function FigureGroup({ title, figures }: { title: string; figures: readonly Figure[] }) {
  return (
    <section className={`figure-group figure-group-${figures.length}`}>
      <h3>{title}</h3>
      <ul>
        {figures.map(({ count, label, hint, asked }) => (
          <li key={label}>
            <a href={hrefOf({ ...NOTHING_ASKED, ...asked })}>
              <b>{count.toLocaleString('en-US')}</b>
              <span className="figure-label">{label}</span>
              <span className="figure-hint">{hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const LEVELS = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ']

/** How many lines there are at each online depth. */
export function Depths({ counts }: { counts: EntryCounts }) {
  const { say } = useView()
  return (
    <ul className="depths" aria-label={say('按网上办理深度', 'By online depth')}>
      {counts.depths.map((count, place) => (
        <li key={LEVELS[place]}>
          {depthText(place + 1, say)} <b>{count}</b>
        </li>
      ))}
      <li>
        {say('已有完整指南', 'With a complete guide')} <b>{counts.guides}</b>
      </li>
    </ul>
  )
}
