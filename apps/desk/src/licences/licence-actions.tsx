import type { LicencePage as View } from '@mashang/approvals/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { LICENCE_ACTS, LICENCES, type LicenceAct } from '../words/licences.ts'
import { useWords } from '../words/words.ts'
import { LicenceActForm } from './licence-act-form.tsx'

/** What this reader may do with the licence; one thing at a time, and what will happen stands above the button. */
export function LicenceActions({ view }: { readonly view: View }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<LicenceAct>()
  const acts = (Object.keys(LICENCE_ACTS) as LicenceAct[]).filter((act) => view.actions.includes(act))
  const done = (after: View) => {
    client.setQueryData(['licence', view.id], after)
    void client.invalidateQueries({ queryKey: ['licences'] })
    void message.success(t(LICENCES.done))
  }
  return (
    <section className="panel licence-acts" aria-label={t(LICENCES.actions)}>
      <div className="panel-head">
        <h2>{t(LICENCES.actions)}</h2>
      </div>
      {acts.length === 0 && <p className="quiet">{t(LICENCES.noActions)}</p>}
      {chosen ? (
        <LicenceActForm view={view} act={chosen} onDone={done} onCancel={() => setChosen(undefined)} />
      ) : (
        <div className="act-list">
          {acts.map((act) => (
            <Button key={act} block onClick={() => setChosen(act)}>
              {t(LICENCE_ACTS[act].name)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
