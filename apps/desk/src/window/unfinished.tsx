import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { approvals } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { fullInstant } from '../show/dates.ts'
import { SHELL } from '../words/shell.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { intakesQuery } from './intake-query.ts'

/** Intakes left half-done, to go on with. */
export function Unfinished() {
  const { t } = useWords()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const { data } = useQuery(intakesQuery)
  const intakes = data?.intakes ?? []
  const drop = (id: string) =>
    modal.confirm({
      title: t(WINDOW.dropAsk),
      okText: t(WINDOW.drop),
      cancelText: t(SHELL.cancel),
      okButtonProps: { danger: true },
      onOk: async () => {
        await approvals.dropIntake({ params: { id } })
        await client.invalidateQueries({ queryKey: intakesQuery.queryKey })
      },
    })
  return (
    <Panel title={t(WINDOW.unfinished)} className="window-unfinished">
      {intakes.length === 0 && <p className="quiet">{t(WINDOW.noUnfinished)}</p>}
      <ul className="lines">
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
