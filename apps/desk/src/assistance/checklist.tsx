import type { HelpView } from '@mashang/assistance/contract'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { assistance } from '../api/calls.ts'
import { Panel } from '../case/facts/panel.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { ASSISTANCE } from '../words/assistance.ts'
import { useWords } from '../words/words.ts'

/** Which of the item's materials this situation needs, and which are ready. */
export function Checklist({ view, onDone }: { readonly view: HelpView; onDone(): void }) {
  const { t } = useWords()
  const [list, setList] = useState(view.checklist)
  const { pending, refusal, write } = useWrite<HelpView>()
  const may = view.actions.includes('setChecklist')
  if (view.checklist.length === 0) return null
  const change = (id: string, part: 'needed' | 'ready', is: boolean) =>
    setList(list.map((one) => (one.id === id ? { ...one, [part]: is } : one)))

  async function save() {
    const params = { id: view.id }
    const idsOf = (part: 'needed' | 'ready') => list.filter((one) => one[part]).map(({ id }) => id)
    const input = { expected: view.revision, needed: idsOf('needed'), ready: idsOf('ready') }
    const done = await write({ ...params, ...input }, (key) =>
      assistance.setChecklist({ params, input, key }),
    )
    if (done) onDone()
  }

  return (
    <Panel title={t(ASSISTANCE.checklist)}>
      <RefusalNote refusal={refusal} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(ASSISTANCE.material)}</th>
            <th scope="col">{t(ASSISTANCE.needed)}</th>
            <th scope="col">{t(ASSISTANCE.ready)}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row">{t(one.name)}</th>
              {(['needed', 'ready'] as const).map((part) => (
                <td key={part}>
                  <Checkbox
                    aria-label={`${t(one.name)} ${t(ASSISTANCE[part])}`}
                    disabled={!may}
                    checked={one[part]}
                    onChange={(event) => change(one.id, part, event.target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {may && (
        <Button loading={pending} onClick={save}>
          {t(ASSISTANCE.save)}
        </Button>
      )}
    </Panel>
  )
}
