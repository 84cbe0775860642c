import type { BundleCaseRow } from '@mashang/bundles/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { ThemeIcon } from '../../parts/icon.tsx'
import { BUNDLE_STATUS } from './words.ts'

/** Bundles of one's own, on the page of one's cases: drafts to go on with, and how each stands. */
export function MyBundles({ bundles }: { bundles: readonly BundleCaseRow[] }) {
  const { say } = useView()
  if (bundles.length === 0) return null
  return (
    <section aria-labelledby="my-bundles">
      <h2 id="my-bundles">{say('一件事', 'Asked for together')}</h2>
      <ul className="bundle-cards">
        {bundles.map((row) => (
          <li key={row.id} className="bundle-card">
            <ThemeIcon name={row.drawing} />
            <div>
              <h3>
                <a href={`/my/bundles/${row.id}`}>
                  <Said of={row.name} />
                </a>
              </h3>
              <p>
                <span className="tag">
                  <Said of={BUNDLE_STATUS[row.status]} />
                </span>{' '}
                {say(`${row.parts} 项中办结 ${row.done} 项`, `${row.done} of ${row.parts} granted`)}
              </p>
              <p className="hint">
                {row.submittedAt ? say('提交于 ', 'Submitted on ') : say('开始于 ', 'Begun on ')}
                <Day on={row.submittedAt ?? row.begunAt} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
