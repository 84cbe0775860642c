import { everyone, isRefusal } from '@mashang/kit'
import type { Route } from '../../frame/route.ts'
import { Said, useView, type View } from '../../frame/view.tsx'
import { Empty } from '../../parts/notice.tsx'
import { Pagination } from '../../parts/pagination.tsx'
import {
  type Asked,
  askedOf,
  asksForAList,
  classText,
  type EntryCounts,
  type EntryList,
  hrefOf,
  NOTHING_ASKED,
  queryOf,
  typeText,
} from './asked.ts'
import { EntrySearch } from './entry-search.tsx'
import { EntryTable } from './entry-table.tsx'
import { Depths, Figures } from './figures.tsx'

const NAME = { zh: '政务服务事项目录', en: 'Catalogue of services' }

export const catalogueRoute: Route = {
  method: 'GET',
  path: '/catalogue',
  access: everyone,
  shared: true,
  async show({ request, approvals, view }) {
    const asked = askedOf(request.query)
    const [list, all] = await Promise.all([
      approvals.listEntries({ query: queryOf(asked) }),
      approvals.listEntries({ query: {} }),
    ])
    if (isRefusal(list)) return list
    if (isRefusal(all)) return all
    if (asksForAList(asked)) {
      const title = titleOf(asked, all, view)
      const main = <Listed asked={asked} list={list} organs={all.organs} title={title} />
      return { title, section: 'items', crumbs: [{ label: view.text(NAME), href: '/catalogue' }], main }
    }
    const counts = await approvals.countEntries({})
    if (isRefusal(counts)) return counts
    const main = <Catalogue counts={counts} organs={all.organs} />
    return { title: view.text(NAME), section: 'items', crumbs: [], main }
  },
}

/** What the list is, in the words of its filter. */
function titleOf(asked: Asked, { organs }: EntryList, view: View): string {
  const organ = organs.find(({ id }) => id === asked.organ)
  const parts = [
    asked.text ? view.say(`“${asked.text}”`, `“${asked.text}”`) : '',
    organ ? view.text(organ.name) : '',
    asked.type ? typeText(asked.type, view) : '',
    asked.class ? classText(asked.class, view) : '',
    asked.fee ? (asked.fee === 'true' ? view.say('收费', 'With a fee') : view.say('不收费', 'Free')) : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(' · ') : view.say('全部办理项', 'The whole catalogue')
}

function Catalogue({ counts, organs }: { counts: EntryCounts; organs: EntryList['organs'] }) {
  const { say, text } = useView()
  return (
    <div className="wrap catalogue">
      <h1>{text(NAME)}</h1>
      <p className="lead">
        {say(
          '本市各部门可以办理的行政许可和公共服务都列在这里，清单之外无权力。点数字看清单。',
          'Every licence and public service that the city’s departments offer is on this list; there is no power outside it. Each figure opens its list.',
        )}
      </p>
      <h2 className="unseen">{say('数量', 'Figures')}</h2>
      <Figures counts={counts} />
      <Depths counts={counts} />
      <EntrySearch asked={NOTHING_ASKED} organs={organs} />
      <section aria-labelledby="by-organ">
        <div className="section-head">
          <h2 id="by-organ">{say('按部门看', 'By department')}</h2>
          <a href={hrefOf({ ...NOTHING_ASKED, all: true })}>
            {say(`全部 ${counts.handled} 个办理项`, `All ${counts.handled} lines`)}
          </a>
        </div>
        <ul className="departments">
          {organs.map(({ id, name, count }) => (
            <li key={id}>
              <a href={hrefOf({ ...NOTHING_ASKED, organ: id })}>
                <Said of={name} />
              </a>
              <span className="chip-count">{say(`${count} 项`, `${count}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Listed({
  asked,
  list,
  organs,
  title,
}: {
  asked: Asked
  list: EntryList
  organs: EntryList['organs']
  title: string
}) {
  const { say } = useView()
  return (
    <div className="wrap catalogue">
      <h1>{title}</h1>
      <EntrySearch asked={asked} organs={organs} />
      <p className="items-count" role="status">
        {say(`共 ${list.total} 项`, list.total === 1 ? '1 entry' : `${list.total} entries`)}
        {list.pages > 1
          ? say(`，第 ${list.page} / ${list.pages} 页`, `, page ${list.page} of ${list.pages}`)
          : null}
      </p>
      {list.entries.length > 0 ? (
        <EntryTable entries={list.entries} title={title} />
      ) : (
        <Empty title={say('目录里没有符合的事项', 'Nothing in the catalogue fits')}>
          <p>
            {say('请放宽条件再找，或者', 'Please ask for less, or ')}
            <a href="/catalogue">{say('回到目录', 'go back to the catalogue')}</a>
            {say('按部门查看。', ' and look by department.')}
          </p>
        </Empty>
      )}
      <Pagination page={list.page} pages={list.pages} href={(page) => hrefOf({ ...asked, page })} />
    </div>
  )
}
