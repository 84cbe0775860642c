import { bundlesRoutes } from 'virtual:contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { approvals, bundles } from '../api/calls.ts'
import { answerOf } from '../api/client.ts'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { Labelled } from '../show/labelled.tsx'
import { WINDOW } from '../words/window.ts'
import { type SomeWords, useWords } from '../words/words.ts'

export interface ItemChosen {
  readonly code: string
  readonly name: SomeWords
  readonly organ: SomeWords
  /** Of a bundle, whose id the code is: how many items it has at most. */
  readonly items?: number
}

interface Props {
  readonly chosen: ItemChosen | undefined
  onChoose(item: ItemChosen | undefined): void
}

/** Bundles first, then items, as anyone would look for them. */
function useFound(asked: string, looks: boolean) {
  const takesBundles = useMayUse()(bundlesRoutes.openBundleAtWindow)
  const { data } = useQuery({
    queryKey: ['search', 'items', asked],
    queryFn: () => answerOf(approvals.suggestItems({ query: { text: asked } })),
    enabled: asked !== '' && looks,
    placeholderData: (before) => before,
  })
  const together = useQuery({
    queryKey: ['search', 'bundles', asked],
    queryFn: () => answerOf(bundles.listBundles({ query: { text: asked } })),
    enabled: asked !== '' && looks && takesBundles,
    placeholderData: (before) => before,
  })
  const found: readonly ItemChosen[] =
    asked === ''
      ? []
      : [
          ...(together.data?.bundles ?? [])
            .slice(0, 3)
            .map(({ id, name, lead, items }) => ({ code: id, name, organ: lead.name, items })),
          ...(data?.suggestions ?? []),
        ]
  return { found, searched: data !== undefined }
}

/** ① The item or the bundle, found as anyone would look for it. */
export function ItemChoice({ chosen, onChoose }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const asked = text.trim()
  const { found, searched } = useFound(asked, chosen === undefined)
  if (chosen)
    return (
      <Panel
        title={`① ${t(WINDOW.stepItem)}`}
        beside={
          <Button size="small" onClick={() => onChoose(undefined)}>
            {t(WINDOW.change)}
          </Button>
        }
      >
        <p className="window-chosen">
          <strong>{t(chosen.name)}</strong> <span className="quiet">{t(chosen.organ)}</span>
        </p>
      </Panel>
    )
  return (
    <Panel title={`① ${t(WINDOW.stepItem)}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (found[0]) onChoose(found[0])
        }}
      >
        <Labelled label={t(WINDOW.itemSearch)} hint={t(WINDOW.itemHint)}>
          {(id, describedBy) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              autoComplete="off"
              value={text}
              maxLength={100}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Labelled>
      </form>
      <ul className="window-found" aria-live="polite">
        {found.map((item) => (
          <li key={item.code}>
            <button type="button" className="window-option" onClick={() => onChoose(item)}>
              <span>
                {t(item.name)}{' '}
                {item.items !== undefined && (
                  <span className="tag tag-done">{t(WINDOW.bundleOf(item.items))}</span>
                )}
              </span>
              <span className="quiet">{t(item.organ)}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked !== '' && searched && found.length === 0 && <p className="quiet">{t(WINDOW.itemNone)}</p>}
    </Panel>
  )
}
