import type { approvalsEndpoints } from '@mashang/approvals/contract'
import { everyone, isRefusal, type OutputOf } from '@mashang/kit'
import type { ReactNode } from 'react'
import { one, type Route } from '../frame/route.ts'
import { Said, useView } from '../frame/view.tsx'
import { Icon } from '../parts/icon.tsx'
import { ItemLine } from '../parts/item-card.tsx'
import { Empty } from '../parts/notice.tsx'
import { Pagination } from '../parts/pagination.tsx'
import { BundlesMeant } from './bundles/list-page.tsx'
import { EntriesBesides, entriesBesides } from './catalogue/entries-besides.tsx'
import { Themes } from './home.tsx'

type ItemList = OutputOf<(typeof approvalsEndpoints)['findItems']>
type Browse = OutputOf<(typeof approvalsEndpoints)['browse']>

/** What is asked for, as it stands in the address. */
interface Asked {
  readonly text: string
  readonly theme: string
  readonly organ: string
  readonly applicant: '' | 'person' | 'enterprise'
  readonly online: boolean
  readonly page: number
}

export const itemsRoute: Route = {
  method: 'GET',
  path: '/items',
  access: everyone,
  shared: true,
  async show({ request, approvals, bundles, view }) {
    const applicant = one(request.query, 'applicant')
    const asked: Asked = {
      text: one(request.query, 'text').trim().slice(0, 100),
      theme: one(request.query, 'theme').slice(0, 60),
      organ: one(request.query, 'organ').slice(0, 60),
      applicant: applicant === 'person' || applicant === 'enterprise' ? applicant : '',
      online: one(request.query, 'online') === 'true',
      page: pageNumber(one(request.query, 'page')),
    }
    const [list, browse, together] = await Promise.all([
      approvals.findItems({
        query: {
          ...(asked.text ? { text: asked.text } : {}),
          ...(asked.theme ? { theme: asked.theme } : {}),
          ...(asked.organ ? { organ: asked.organ } : {}),
          ...(asked.applicant ? { applicant: asked.applicant } : {}),
          ...(asked.online ? { online: true } : {}),
          page: asked.page,
        },
      }),
      approvals.browse({}),
      bundles.listBundles({ query: { text: asked.text.slice(0, 60) } }),
    ])
    if (isRefusal(list)) return list
    if (isRefusal(browse)) return browse
    if (isRefusal(together)) return together
    const besides = await entriesBesides(approvals, asked, list)
    const title = headingOf(asked, browse, view)
    return {
      title,
      section: 'items',
      crumbs: [],
      main: (
        <Items
          asked={asked}
          list={list}
          browse={browse}
          title={title}
          above={asked.text && asked.page === 1 ? <BundlesMeant bundles={together.bundles} /> : null}
        >
          {besides ? <EntriesBesides text={asked.text} list={besides} /> : null}
        </Items>
      ),
    }
  },
}

function pageNumber(given: string): number {
  const number = Number(given)
  return Number.isInteger(number) && number >= 1 && number <= 1000 ? number : 1
}

function headingOf(asked: Asked, browse: Browse, view: ReturnType<typeof useView>): string {
  if (asked.text) return view.say(`“${asked.text}”的搜索结果`, `Results for “${asked.text}”`)
  const chosen =
    browse.themes.find(({ id }) => id === asked.theme) ?? browse.organs.find(({ id }) => id === asked.organ)
  if (chosen) return view.text(chosen.name)
  if (asked.applicant === 'person') return view.say('个人办事', 'Services for persons')
  if (asked.applicant === 'enterprise') return view.say('法人办事', 'Services for enterprises')
  return view.say('全部事项', 'All services')
}

function hrefOf(asked: Asked, change: Partial<Asked>): string {
  const next = { ...asked, page: 1, ...change }
  const query = new URLSearchParams()
  for (const name of ['text', 'theme', 'organ', 'applicant'] as const) {
    if (next[name]) query.set(name, next[name])
  }
  if (next.online) query.set('online', 'true')
  if (next.page > 1) query.set('page', String(next.page))
  const text = query.toString()
  return text ? `/items?${text}` : '/items'
}

function Items({
  asked,
  list,
  browse,
  title,
  above,
  children,
}: {
  asked: Asked
  list: ItemList
  browse: Browse
  title: string
  /** What stands above the list, and what below it. */
  above: ReactNode
  children?: ReactNode
}) {
  const { say } = useView()
  // Filters of nothing lead nowhere, except out of themselves.
  const shown = list.total > 0 || isNarrowed(asked)
  return (
    <div className="wrap with-side">
      <div className="items-head">
        <h1>{title}</h1>
        {asked.text === '' ? (
          <p className="to-catalogue">
            <a href="/catalogue">
              {say('看政务服务事项目录（全部部门）', 'The whole catalogue of services')}
            </a>
          </p>
        ) : null}
        {shown ? (
          <p className="to-filters">
            <a href="#filters">{say('筛选', 'Filter')}</a>
          </p>
        ) : null}
      </div>
      <div className="items-list">
        {above}
        <p className="items-count" role="status">
          {say(`共 ${list.total} 项`, list.total === 1 ? '1 service' : `${list.total} services`)}
          {list.pages > 1
            ? say(`，第 ${list.page} / ${list.pages} 页`, `, page ${list.page} of ${list.pages}`)
            : null}
        </p>
        {list.understoodAs ? (
          <p className="understood">
            <Icon name="info" />
            {say('已按“', 'Searched for “')}
            <b lang={/[\u4e00-\u9fff]/.test(list.understoodAs) ? 'zh-CN' : undefined}>{list.understoodAs}</b>
            {say('”为您查找。', '”.')}
          </p>
        ) : null}
        {list.items.length > 0 ? (
          <ul className="items">
            {list.items.map((item) => (
              <ItemLine key={item.code} item={item} />
            ))}
          </ul>
        ) : children ? null : (
          <NothingFound asked={asked} browse={browse} />
        )}
        <Pagination page={list.page} pages={list.pages} href={(page) => hrefOf(asked, { page })} />
        {children}
      </div>
      {shown ? <Filters asked={asked} list={list} browse={browse} /> : null}
    </div>
  )
}

function isNarrowed({ theme, organ, applicant, online }: Asked): boolean {
  return theme !== '' || organ !== '' || applicant !== '' || online
}

function NothingFound({ asked, browse }: { asked: Asked; browse: Browse }) {
  const { say, city } = useView()
  return (
    <Empty title={say('没有找到符合的事项', 'Nothing found')}>
      <ul className="plain">
        <li>
          {say(
            '换个说法试试：说要做的事，比如“开理发店”“开药店”。',
            'Try other words: say what you want to do, such as “open a restaurant”.',
          )}
        </li>
        {isNarrowed(asked) ? (
          <li>
            <a href={hrefOf({ ...asked, theme: '', organ: '', applicant: '', online: false }, {})}>
              {say('去掉筛选条件再找', 'Search without the filters')}
            </a>
          </li>
        ) : null}
        <li>
          <a href="/departments">{say('按部门查找', 'Browse by department')}</a>
        </li>
        <li>
          {say('拨打', 'Call')} <a href={`tel:${city.hotline}`}>{city.hotline}</a>
          {say('，我们帮您找。', ' and we will find it for you.')}
        </li>
      </ul>
      <h3>{say('大家常办的', 'Often asked for')}</h3>
      <ul className="plain">
        {browse.popular.map(({ code, name }) => (
          <li key={code}>
            <a href={`/items/${encodeURIComponent(code)}`}>
              <Said of={name} />
            </a>
          </li>
        ))}
      </ul>
    </Empty>
  )
}

/** The filters: links, so that each choice is an address that can be kept and sent. Below the list on a phone. */
function Filters({ asked, list, browse }: { asked: Asked; list: ItemList; browse: Browse }) {
  const { say, text } = useView()
  const named = (kind: 'theme' | 'organ', facets: ItemList['themes'], all: ItemList['themes']) => {
    const chosen = all.find(({ id }) => id === asked[kind])
    const shown = facets.filter(({ id, count }) => count > 0 && id !== asked[kind]).slice(0, 12)
    return [
      ...(chosen ? [{ label: text(chosen.name), href: hrefOf(asked, { [kind]: '' }), chosen: true }] : []),
      ...shown.map((facet) => ({
        label: text(facet.name),
        count: facet.count,
        href: hrefOf(asked, { [kind]: facet.id }),
        chosen: false,
      })),
    ]
  }
  const applicants = (['', 'person', 'enterprise'] as const).map((applicant) => ({
    label: {
      '': say('不限', 'Anyone'),
      person: say('个人', 'Persons'),
      enterprise: say('法人', 'Enterprises'),
    }[applicant],
    href: hrefOf(asked, { applicant }),
    chosen: asked.applicant === applicant,
  }))
  const online = [false, true].map((only) => ({
    label: only ? say('只看可网上办', 'Online only') : say('不限', 'Any'),
    href: hrefOf(asked, { online: only }),
    chosen: asked.online === only,
  }))
  return (
    <nav className="filters" id="filters" aria-label={say('筛选', 'Filter')}>
      <FilterGroup title={say('谁来办', 'Who applies')} options={applicants} />
      <FilterGroup title={say('怎么办', 'How')} options={online} />
      <FilterGroup title={say('主题', 'Theme')} options={named('theme', list.themes, browse.themes)} />
      <FilterGroup title={say('部门', 'Department')} options={named('organ', list.organs, browse.organs)} />
    </nav>
  )
}

interface FilterOption {
  readonly label: string
  readonly count?: number
  readonly href: string
  readonly chosen: boolean
}

function FilterGroup({ title, options }: { title: string; options: readonly FilterOption[] }) {
  const { say } = useView()
  if (options.length === 0) return null
  return (
    <div className="filter">
      <h2>{title}</h2>
      <ul>
        {options.map(({ label, count, href, chosen }) => (
          <li key={href + label}>
            <a href={href} aria-current={chosen ? 'true' : undefined} rel="nofollow">
              {label}
              {count === undefined ? null : <span className="chip-count">{count}</span>}
              {chosen && count === undefined && options.some((other) => other.count !== undefined) ? (
                <span className="filter-off">
                  <Icon name="cross" />
                  <span className="unseen">{say('取消', 'Remove')}</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const departmentsRoute: Route = {
  method: 'GET',
  path: '/departments',
  access: everyone,
  shared: true,
  async show({ approvals, view }) {
    const browse = await approvals.browse({})
    if (isRefusal(browse)) return browse
    const title = view.say('按部门和主题查找', 'By department and theme')
    return { title, section: 'items', crumbs: [], main: <Departments browse={browse} title={title} /> }
  },
}

function Departments({ browse, title }: { browse: Browse; title: string }) {
  const { say } = useView()
  const groups: readonly (readonly [string, string])[] = [
    ['department', say('政府部门', 'Departments')],
    ['public-enterprise', say('公共服务企业', 'Public enterprises')],
  ]
  return (
    <div className="wrap">
      <h1>{title}</h1>
      <Themes themes={browse.themes} />
      <p>
        <a href="/api/approvals/guides.pdf">
          {say('下载全部办事指南，一本书（PDF）', 'All guides as one book (PDF)')}
        </a>
      </p>
      {groups.map(([kind, label]) => {
        const organs = browse.organs.filter((organ) => organ.kind === kind)
        return organs.length === 0 ? null : (
          <section key={kind}>
            <h2>{label}</h2>
            <ul className="departments">
              {organs.map((organ) => (
                <li key={organ.id}>
                  <a href={`/items?${new URLSearchParams({ organ: organ.id })}`}>
                    <Said of={organ.name} />
                  </a>
                  <span className="chip-count">{say(`${organ.count} 项`, `${organ.count}`)}</span>
                  {organ.count > 0 ? <OrganBook organ={organ} /> : null}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** The guides of one organ as a book. */
function OrganBook({ organ }: { organ: Browse['organs'][number] }) {
  const { say } = useView()
  return (
    <a
      className="departments-book"
      href={`/api/approvals/guides.pdf?${new URLSearchParams({ organ: organ.id })}`}
    >
      {say('指南 PDF', 'Guides (PDF)')}
      <span className="unseen">
        {' '}
        <Said of={organ.name} />
      </span>
    </a>
  )
}
