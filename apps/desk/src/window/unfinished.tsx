import { bundlesRoutes } from 'virtual:contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { approvals, bundles } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { fullInstant } from '../show/dates.ts'
import { SHELL } from '../words/shell.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { intakesQuery } from './intake-query.ts'
import { takenBundlesQuery } from './sheet-query.ts'

/** Intakes left half-done, to go on with. */
export function Unfinished() {
  const { t } = useWords()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const { data } = useQuery(intakesQuery)
  const takesBundles = useMayUse()(bundlesRoutes.listBundlesAtWindow)
  const together = useQuery({ ...takenBundlesQuery, enabled: takesBundles }).data?.bundles ?? []
  const intakes = data?.intakes ?? []
  const drop = (id: string, isBundle = false) =>
    modal.confirm({
      title: t(WINDOW.dropAsk),
      okText: t(WINDOW.drop),
      cancelText: t(SHELL.cancel),
      okButtonProps: { danger: true },
      onOk: async () => {
        if (isBundle) await bundles.dropAtWindow({ params: { id }, input: {}, key: crypto.randomUUID() })
        else await approvals.dropIntake({ params: { id } })
        await client.invalidateQueries({ queryKey: (isBundle ? takenBundlesQuery : intakesQuery).queryKey })
      },
    })
  return (
    <Panel title={t(WINDOW.unfinished)} className="window-unfinished">
      {intakes.length + together.length === 0 && <p className="quiet">{t(WINDOW.noUnfinished)}</p>}
      <ul className="lines">
        {together.map((bundle) => (
          <li key={bundle.id} className="window-left">
            <span>
              <Link to={`/window/bundles/${bundle.id}`}>{t(bundle.name)}</Link>{' '}
              <span className="tag tag-done">{t(WINDOW.bundleOf(bundle.parts))}</span>
              <br />
              <span className="quiet">{`${bundle.applicant} · ${fullInstant(bundle.begunAt)}`}</span>
            </span>
            <Button size="small" onClick={() => drop(bundle.id, true)}>
              {t(WINDOW.drop)}
            </Button>
          </li>
        ))}
        {intakes.map(({ draft, applicant }) => (
          <li key={draft.id} className="window-left">
            <span>
              <Link to={`/window/${draft.id}`}>{t(draft.item.name)}</Link>
              <br />
              <span className="quiet">{`${applicant.name} · ${fullInstant(draft.savedAt)}`}</span>
            </span>
            <Button size="small" onClick={() => drop(draft.id)}>
              {t(WINDOW.drop)}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
