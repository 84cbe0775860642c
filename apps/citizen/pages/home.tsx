import type { approvalsEndpoints } from '@mashang/approvals/contract'
import type { BundleRow } from '@mashang/bundles/contract'
import { everyone, isRefusal, type OutputOf } from '@mashang/kit'
import type { Route } from '../frame/route.ts'
import { Said, useView } from '../frame/view.tsx'
import { Bay } from '../parts/emblem.tsx'
import { Icon, type IconName, ThemeIcon } from '../parts/icon.tsx'
import { ItemTags } from '../parts/item-card.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { BundleCards } from './bundles/list-page.tsx'
import type { EntryCounts } from './catalogue/asked.ts'
import { Figures } from './catalogue/figures.tsx'

type Browse = OutputOf<(typeof approvalsEndpoints)['browse']>

export const homeRoute: Route = {
  method: 'GET',
  path: '/',
  access: everyone,
  shared: true,
  async show({ approvals, bundles, view }) {
    const [browse, counts, together] = await Promise.all([
      approvals.browse({}),
      approvals.countEntries({}),
      bundles.listBundles({ query: {} }),
    ])
    if (isRefusal(browse)) return browse
    if (isRefusal(counts)) return counts
    if (isRefusal(together)) return together
    return {
      title: view.say('首页', 'Home'),
      description: view.say(
        `${view.city.name.zh}政务服务：查事项、网上办、查进度、核验证照。`,
        'Find a public service, apply online, track your case, verify a licence.',
      ),
      section: 'home',
      home: true,
      main: <Home browse={browse} counts={counts} bundles={together.bundles} />,
    }
  },
}

function Home({
  browse,
  counts,
  bundles,
}: {
  browse: Browse
  counts: EntryCounts
  bundles: readonly BundleRow[]
}) {
  const { preferences, say } = useView()
  return (
    <>
      <div className="hero">
        <Bay />
        <div className="wrap hero-in">
          <h1>{say('您好，今天要办什么？', 'Welcome. What do you need today?')}</h1>
          <SearchBox size="large" />
          <Examples />
          <Counts counts={browse.counts} />
        </div>
      </div>
      <div className="wrap">
        <Doors />
        {browse.popular.length > 0 ? (
          <Popular items={browse.popular.slice(0, preferences.elder ? 4 : 6)} />
        ) : null}
        <Together bundles={bundles} most={preferences.elder ? 3 : 6} />
        {preferences.elder ? null : <CatalogueFigures counts={counts} />}
        {preferences.elder ? <ElderMore /> : <More browse={browse} />}
      </div>
    </>
  )
}

/** Searches as people really say them. */
function Examples() {
  const { language, say } = useView()
  const examples = {
    zh: ['开饭店', '房子过户', '老年证', '放风筝'],
    en: ['open a restaurant', 'buy a house', 'senior card', 'fly a kite'],
  }[language]
  return (
    <p className="examples">
      <span>{say('试试：', 'Try:')}</span>
      {examples.map((example) => (
        <a key={example} href={`/items?${new URLSearchParams({ text: example })}`}>
          {example}
        </a>
      ))}
    </p>
  )
}

function Counts({ counts }: { counts: Browse['counts'] }) {
  const { say } = useView()
  const shown: readonly (readonly [number, string])[] = [
    [counts.items, say('项可查', 'services')],
    [counts.online, say('项可网上办', 'online')],
    [counts.noVisit, say('项不用跑', 'without a visit')],
    [counts.onTheSpot, say('项当场办结', 'done at once')],
  ]
  return (
    <ul className="counts" aria-label={say('事项数量', 'Numbers of services')}>
      {shown.map(([count, label]) => (
        <li key={label}>
          <b>{count.toLocaleString('en-US')}</b> {label}
        </li>
      ))}
    </ul>
  )
}

/** The four doors that most visitors come for. */
function Doors() {
  const { say } = useView()
  const doors: readonly (readonly [string, IconName, string, string])[] = [
    [
      '/items?applicant=person',
      'person',
      say('个人办事', 'For persons'),
      say('户籍、房产、证件、养老', 'Home, papers, family'),
    ],
    [
      '/items?applicant=enterprise',
      'enterprise',
      say('法人办事', 'For enterprises'),
      say('开办、许可、用工、工程', 'Trade, licences, works'),
    ],
    ['/track', 'track', say('查办件进度', 'Track a case'), say('凭编号和手机号', 'By number and phone')],
    ['/verify', 'shield', say('核验证照', 'Verify a licence'), say('扫码、输码或传文件', 'By code or file')],
  ]
  return (
    <nav className="doors" aria-label={say('主要入口', 'Main entries')}>
      <ul>
        {doors.map(([href, icon, title, hint]) => (
          <li key={href}>
            <a href={href}>
              <Icon name={icon} size="large" />
              <span className="door-title">{title}</span>
              <span className="door-hint">{hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Popular({ items }: { items: Browse['popular'] }) {
  const { say } = useView()
  return (
    <section aria-labelledby="popular">
      <div className="section-head">
        <h2 id="popular">{say('常办事项', 'Most used services')}</h2>
        <a href="/items">{say('全部事项', 'All services')}</a>
      </div>
      <ul className="cards">
        {items.map((item) => (
          <li key={item.code} className="card">
            <h3>
              <a href={`/items/${encodeURIComponent(item.code)}`}>
                <Said of={item.name} />
              </a>
            </h3>
            <ItemTags item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 一件事: what is asked for together. */
function Together({ bundles, most }: { bundles: readonly BundleRow[]; most: number }) {
  const { say } = useView()
  if (bundles.length === 0) return null
  // Where most offices would have to be gone to, most is saved.
  const mostOffices = [...bundles].sort((a, b) => b.offices - a.offices)
  return (
    <section aria-labelledby="together">
      <div className="section-head">
        <h2 id="together">{say('一件事一次办', 'Asked for together')}</h2>
        <a href="/bundles">{say('全部一件事', 'All of them')}</a>
      </div>
      <BundleCards bundles={mostOffices.slice(0, most)} level={3} />
    </section>
  )
}

/** What the city offers in all, in figures that open their lists. */
function CatalogueFigures({ counts }: { counts: EntryCounts }) {
  const { say } = useView()
  if (counts.entries === 0) return null
  return (
    <section aria-labelledby="catalogue">
      <div className="section-head">
        <h2 id="catalogue">{say('政务服务事项目录', 'Catalogue of services')}</h2>
        <a href="/catalogue">{say('按部门看目录', 'The catalogue by department')}</a>
      </div>
      <Figures counts={counts} />
    </section>
  )
}

function ElderMore() {
  const { say, city } = useView()
  return (
    <p className="elder-more">
      <a className="button button-second" href={`tel:${city.hotline}`}>
        <Icon name="phone" />
        {say(`打电话问：${city.hotline}`, `Ask by phone: ${city.hotline}`)}
      </a>
      <a className="button button-second" href="/departments">
        {say('按部门查找', 'Find by department')}
      </a>
    </p>
  )
}

function More({ browse }: { browse: Browse }) {
  const { say } = useView()
  const themes = browse.themes.filter(({ count }) => count > 0)
  const most = browse.organs
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 12)
  return (
    <>
      {themes.length > 0 ? <Themes themes={themes} /> : null}
      <section aria-labelledby="departments">
        <div className="section-head">
          <h2 id="departments">{say('按部门找', 'By department')}</h2>
          <a href="/departments">
            {say(`全部 ${browse.organs.length} 个部门`, `All ${browse.organs.length} departments`)}
          </a>
        </div>
        <ul className="chips">
          {most.map((organ) => (
            <li key={organ.id}>
              <a href={`/items?${new URLSearchParams({ organ: organ.id })}`}>
                <Said of={organ.name} /> <span className="chip-count">{organ.count}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Hotline />
    </>
  )
}

export function Themes({ themes }: { themes: Browse['themes'] }) {
  const { say } = useView()
  return (
    <section aria-labelledby="themes">
      <div className="section-head">
        <h2 id="themes">{say('按主题找', 'By theme')}</h2>
      </div>
      <ul className="themes">
        {themes.map((theme) => (
          <li key={theme.id}>
            <a href={`/items?${new URLSearchParams({ theme: theme.id })}`}>
              <ThemeIcon name={theme.icon} />
              <Said of={theme.name} />
              <span className="chip-count">{theme.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Hotline() {
  const { city, say } = useView()
  return (
    <aside className="hotline" aria-label={say('热线', 'Hotline')}>
      <Icon name="phone" size="large" />
      <p>
        {say('拿不准找哪个部门？拨打', 'Not sure whom to ask? Call')}{' '}
        <a href={`tel:${city.hotline}`}>
          <b>{city.hotline}</b>
        </a>
        {say('，说出您的事就行。', ' and say what it is about.')}
      </p>
    </aside>
  )
}
