import type { bundlesEndpoints } from '@mashang/bundles/contract'
import type { OutputOf } from '@mashang/kit'
import { Said, useView } from '../../frame/view.tsx'

type Figures = OutputOf<(typeof bundlesEndpoints)['countBundles']>

/** 公开数据: how many were done together this year, and how quickly. */
export function BundleFigures({ bundles }: Figures) {
  const { say } = useView()
  if (bundles.length === 0) return null
  return (
    <section aria-labelledby="bundle-figures">
      <h2 id="bundle-figures">{say('今年办的“一件事”', 'Asked for together this year')}</h2>
      <table className="figures-table">
        <caption className="unseen">{say('一件事公开数据', 'Figures of bundles')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('一件事', 'Bundle')}</th>
            <th scope="col" className="number">
              {say('在办', 'Under way')}
            </th>
            <th scope="col" className="number">
              {say('办完', 'Finished')}
            </th>
            <th scope="col" className="number">
              {say('发出证照', 'Licences')}
            </th>
            <th scope="col" className="number">
              {say('平均工作日', 'Average working days')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bundles.map(({ id, name, running, done, licences, days }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/bundles/${id}`}>
                  <Said of={name} />
                </a>
              </th>
              <td className="number">{running}</td>
              <td className="number">{done}</td>
              <td className="number">{licences}</td>
              <td className="number">{days ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
