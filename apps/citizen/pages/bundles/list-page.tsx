import type { BundleRow } from '@mashang/bundles/contract'
import { everyone, isRefusal } from '@mashang/kit'
import type { Route } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ThemeIcon } from '../../parts/icon.tsx'

export const bundleListRoute: Route = {
  method: 'GET',
  path: '/bundles',
  access: everyone,
  shared: true,
  async show({ bundles, view }) {
    const listed = await bundles.listBundles({ query: {} })
    if (isRefusal(listed)) return listed
    const title = view.say('一件事一次办', 'Asked for together')
    return {
      title,
      section: 'items',
      crumbs: [],
      main: <Bundles title={title} bundles={listed.bundles} />,
    }
  },
}

function Bundles({ title, bundles }: { title: string; bundles: readonly BundleRow[] }) {
  const { say } = useView()
  return (
    <div className="wrap">
      <h1>{title}</h1>
      <p>
        {say(
          '开一家店要办好几张证。在这里只填一张表、交一套材料，几个部门同时办，一起给您结果。',
          'Opening a business takes several licences. Here you fill in one form and give one set of documents; the offices decide side by side, and you get the results together.',
        )}
      </p>
      <BundleCards bundles={bundles} />
    </div>
  )
}

function range({ least, most }: BundleRow['days']): string {
  return least === most ? String(most) : `${least}–${most}`
}

/** Bundles as cards, each with its own drawing. */
export function BundleCards({ bundles, level = 2 }: { bundles: readonly BundleRow[]; level?: 2 | 3 }) {
  const { say } = useView()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ul className="bundle-cards">
      {bundles.map(({ id, name, drawing, items, offices, days }) => (
        <li key={id} className="bundle-card">
          <ThemeIcon name={drawing} />
          <div>
            <Heading>
              <a href={`/bundles/${id}`}>
                <Said of={name} />
              </a>
            </Heading>
            <p className="hint">
              {say(
                `最多 ${items} 项、${offices} 个部门，${range(days)} 个工作日`,
                `Up to ${items} items of ${offices} offices, ${range(days)} working days`,
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Above the results of a search: the bundles that are meant. */
export function BundlesMeant({ bundles }: { bundles: readonly BundleRow[] }) {
  const { say } = useView()
  if (bundles.length === 0) return null
  return (
    <section aria-labelledby="meant">
      <h2 id="meant">{say('一件事一次办', 'Asked for together')}</h2>
      <BundleCards bundles={bundles.slice(0, 3)} level={3} />
    </section>
  )
}
